import type { CatalogueKind } from '@siyu/shared/contracts/redemption.limits';
import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { Field } from '../lessons/field.tsx';
import { pathChoicesQuery } from '../paths/path-queries.ts';
import { seatChoicesQuery } from './catalogue-queries.ts';

interface ItemTargetProps {
  readonly kind: CatalogueKind;
  readonly target: string | null;
  readonly onChange: (target: string | null) => void;
}

/** The path that a course opens, or the live a seat is in; the other kinds have none. */
export function ItemTarget({ kind, target, onChange }: ItemTargetProps) {
  const paths = useQuery({ ...pathChoicesQuery, enabled: kind === 'COURSE' });
  const lives = useQuery({ ...seatChoicesQuery, enabled: kind === 'LIVE_SEAT' });
  if (kind !== 'COURSE' && kind !== 'LIVE_SEAT') return null;
  const options =
    kind === 'COURSE'
      ? (paths.data?.rows ?? []).map(({ pathCode, title }) => ({ value: pathCode, label: title }))
      : (lives.data?.rows ?? [])
          .filter(({ state }) => state === 'ANNOUNCED')
          .map(({ liveId, title }) => ({ value: liveId, label: title }));
  return (
    <Field label={kind === 'COURSE' ? '学习路径' : '直播'} path="target" places={[]}>
      {(id) => (
        <Select
          id={id}
          value={target}
          placeholder={kind === 'COURSE' ? '选择学习路径' : '选择预告中的直播'}
          options={options}
          onChange={onChange}
        />
      )}
    </Field>
  );
}
