import type { ContentLabel } from '@siyu/shared/contracts/content.limits';
import type { WordingText } from '@siyu/shared/contracts/moderation';
import { useQuery } from '@tanstack/react-query';
import { Checkbox } from 'antd';
import { useState } from 'react';
import { wordingQuery } from '../lessons/use-wording.ts';
import { FailureState } from '../list/failure-state.tsx';
import { ListSkeleton } from '../list/list-skeleton.tsx';
import { DecisionForm } from './decision-form.tsx';

interface SecondLooksProps {
  readonly texts: readonly WordingText[];
  /** Of a lesson. */
  readonly label?: ContentLabel;
  /** What a text is called, by its path. */
  readonly nameOf: (path: string) => string;
  readonly reviewId: string;
  readonly seenSha256: string;
  readonly onDecided: () => void;
}

/** The places of what is reviewed that read like a fault, each to be ticked before it can be approved, and the decision. */
export function SecondLooks({ texts, label, nameOf, ...decision }: SecondLooksProps) {
  const wording = useQuery(wordingQuery(texts, label));
  const [looked, setLooked] = useState<readonly string[]>([]);
  if (wording.error) return <FailureState error={wording.error} onRetry={() => void wording.refetch()} />;
  if (!wording.data) return <ListSkeleton rows={2} />;
  const places = wording.data.filter(({ level }) => level === 'review');
  const open = places.filter(({ mark }) => !looked.includes(mark)).length;
  return (
    <>
      {places.length > 0 && (
        <fieldset className="second-looks">
          <legend>需要您逐处再看的说法（{places.length} 处）</legend>
          {places.map(({ mark, path, before, matched, after, sentence }) => (
            <div key={mark}>
              <Checkbox
                checked={looked.includes(mark)}
                onChange={({ target }) =>
                  setLooked(target.checked ? [...looked, mark] : looked.filter((each) => each !== mark))
                }
              >
                {nameOf(path)}：{before}
                <mark>{matched}</mark>
                {after}
              </Checkbox>
              <div className="note">{sentence}</div>
            </div>
          ))}
        </fieldset>
      )}
      <DecisionForm {...decision} lookedAt={looked} openLooks={open} />
    </>
  );
}
