import type { WordingText } from '@siyu/shared/contracts/moderation';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { wordingQuery } from '../lessons/use-wording.ts';
import { pathPlace } from './path-place.ts';

/** Words of a path that members may not read, with the reason. */
export function PathWording({ texts }: { texts: readonly WordingText[] }) {
  const settled = useDeferredValue(texts);
  const check = useQuery({ ...wordingQuery(settled, 'education'), placeholderData: keepPreviousData });
  if (check.isError)
    return <div className="notice notice-warning">说法检查这次没有完成，提交复核时会再检查一遍。</div>;
  const places = check.data ?? [];
  if (places.length === 0) return null;
  return (
    <div className="notice notice-warning" role="status">
      {places.map(({ mark, path, matched, level, sentence }) => (
        <div key={mark}>
          {pathPlace(path)}里的“{matched}”{level === 'refused' ? '不能给客户看' : '需要复核人再看'}：
          {sentence}
        </div>
      ))}
    </div>
  );
}
