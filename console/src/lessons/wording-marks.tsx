import { wordingLevelNames } from '@siyu/shared/messages';
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
    <ul className="wording-marks" aria-label={`${placeName(path)}里要改或要再看的说法`}>
      {places.map(({ level, before, matched, after, sentence }, index) => (
        <li key={index} className={`wording-${level}`}>
          <div>
            {before}
            <mark>{matched}</mark>
            {after}
          </div>
          <div className={level === 'refused' ? 'field-error' : 'note'}>
            {wordingLevelNames[level]}：{sentence}
          </div>
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
  const refused = places.filter(({ level }) => level === 'refused');
  const review = places.filter(({ level }) => level === 'review');
  return (
    <>
      {refused.length > 0 && (
        <div className="notice notice-warning" role="status">
          有 {refused.length} 处说法不能给客户看：{namesOf(refused)}。改好并保存后才能提交复核。
        </div>
      )}
      {review.length > 0 && (
        <div className="notice" role="status">
          有 {review.length} 处说法需要复核人逐处再看：{namesOf(review)}。可以提交复核，也可以换个说法。
        </div>
      )}
    </>
  );
}

const namesOf = (places: readonly WordingPlace[]): string =>
  [...new Set(places.map(({ path }) => placeName(path)))].join('、');
