import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { pathChoicesQuery } from './path-queries.ts';

interface PathChoiceProps {
  readonly id: string;
  readonly pathCode: string;
  readonly pathTitle: string;
  readonly onChange: (pathCode: string, pathTitle: string) => void;
}

/** The path that a lesson joins, of those that there are; one that an uploaded file names stays to be chosen. */
export function PathChoice({ id, pathCode, pathTitle, onChange }: PathChoiceProps) {
  const { data, isPending } = useQuery(pathChoicesQuery);
  const paths = data?.rows ?? [];
  const isKnown = pathCode === '' || paths.some((path) => path.pathCode === pathCode);
  const options = [
    ...paths.map((path) => ({ value: path.pathCode, label: path.title })),
    ...(isKnown ? [] : [{ value: pathCode, label: isPending ? pathTitle : `${pathTitle}（发布时新建）` }]),
  ];
  return (
    <Select
      id={id}
      loading={isPending}
      value={pathCode === '' ? null : pathCode}
      placeholder="选择学习路径"
      options={options}
      onChange={(code: string) =>
        onChange(code, paths.find((path) => path.pathCode === code)?.title ?? pathTitle)
      }
    />
  );
}
