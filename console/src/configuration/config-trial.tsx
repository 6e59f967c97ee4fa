import type { ConfigImpact } from '@siyu/shared/contracts/analytics';
import { formatCount } from '../format/figures.ts';
import { Facts } from '../list/facts.tsx';
import { movesByAxis, trialSentence } from './trial-moves.ts';

/** Who would stand elsewhere: computed member by member under both versions, from where to where. */
export function ConfigTrial({ trial }: { readonly trial: NonNullable<ConfigImpact['trial']> }) {
  const axes = movesByAxis(trial);
  const nothing = axes.length === 0 && trial.scoreChanges === 0;
  return (
    <div role="group" aria-label="逐位试算">
      <p className="note">{trialSentence(trial)}</p>
      {nothing ? (
        <p>没有人的分数、客群、档位或阶段会变。</p>
      ) : (
        <Facts
          facts={[
            ...(trial.scoreChanges > 0
              ? [['综合分会变', `${formatCount(trial.scoreChanges)} 位`] as const]
              : []),
            ...axes.map(
              ({ name, total, ways }) =>
                [
                  `${name}会变`,
                  <>
                    <b>{formatCount(total)} 位</b>
                    <ul className="ways">
                      {ways.map((way) => (
                        <li key={way}>{way}</li>
                      ))}
                    </ul>
                  </>,
                ] as const,
            ),
          ]}
        />
      )}
    </div>
  );
}
