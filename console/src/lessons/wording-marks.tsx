import { createContext, useContext } from 'react';
import { placeName } from './place-name.ts';
import type { WordingPlace } from './wording-places.ts';

/** What was found in the draft being written; each field shows its own part. */
export const WordingContext = createContext<readonly WordingPlace[]>([]);

/** The words of one field that members may not read, marked, with the reason. */
export function WordingMarks({ path }: { path: string }) {
  const places = useContext(WordingContext).filter((place) => place.path === path);
  if (places.length === 0) return null;
  return (
    <ul className="wording-marks" aria-label={`${placeName(path)}里不能给客户看的说法`}>
      {places.map(({ before, matched, after, sentence }, index) => (
        <li key={index}>
          <div>
            {before}
            <mark>{matched}</mark>
            {after}
          </div>
          <div className="field-error">{sentence}</div>
        </li>
      ))}
    </ul>
  );
}

/** How much of the draft members may not read, above the fields. */
export function WordingNotice({ hasFailed }: { hasFailed: boolean }) {
  const places = useContext(WordingContext);
  if (hasFailed)
    return <div className="notice notice-warning">说法检查这次没有完成，提交复核时会再检查一遍。</div>;
  if (places.length === 0) return null;
  const names = [...new Set(places.map(({ path }) => placeName(path)))].join('、');
  return (
    <div className="notice notice-warning" role="status">
      有 {places.length} 处说法不能给客户看：{names}。改好并保存后才能提交复核。
    </div>
  );
}
