import type { IncentiveEffect } from '@siyu/shared/contracts/incentive-effects';
import type { EffectState } from '@siyu/shared/contracts/incentive-effects.limits';
import { HOLDOUT_PERCENT_MIN, LASTING_UNTIL_DAYS } from '@siyu/shared/contracts/incentive-effects.limits';
import { useQuery } from '@tanstack/react-query';
import { formatCount } from '../../format/figures.ts';
import { formatInstant } from '../../format/moments.ts';
import { FailureState } from '../../list/failure-state.tsx';
import { IntervalLine } from '../../list/interval-line.tsx';
import { ListSkeleton } from '../../list/list-skeleton.tsx';
import { effectQuery } from './effect-query.ts';
import { type CountedEffect, effectSentences } from './effect-sentences.ts';
import '../../styles/effect.css';

const UNCOUNTED: Readonly<Record<Exclude<EffectState, 'COUNTED'>, string>> = {
  NOT_LIVE: '通过复核以后，这里会显示客户有没有因此学会。',
  NO_HOLDOUT: `现在的版本没有留出对照的客户，所以看不出有没有用。下一版至少要留出 ${HOLDOUT_PERCENT_MIN}%。`,
  WAITING: '正在数，过一会儿就有结果。',
};

/** Whether people learned from the rule, and not only what it cost. */
export default function IncentiveEffectPart({ ruleId }: { ruleId: string }) {
  const found = useQuery(effectQuery(ruleId));
  return (
    <section className="card effect" aria-label="效果">
      <h2>效果</h2>
      {found.data ? (
        <Found effect={found.data} />
      ) : found.error ? (
        <FailureState error={found.error} onRetry={() => void found.refetch()} />
      ) : (
        <ListSkeleton rows={3} />
      )}
    </section>
  );
}

function Found({ effect: { state, counted } }: { effect: IncentiveEffect }) {
  if (counted === null || state !== 'COUNTED')
    return <p className="note">{state === 'COUNTED' ? UNCOUNTED.WAITING : UNCOUNTED[state]}</p>;
  const { conclusion, cost, ratio, meant } = effectSentences(counted);
  return (
    <>
      {counted.isRatioSuspicious ? (
        <div className="notice notice-warning">{conclusion}</div>
      ) : (
        <p>{conclusion}</p>
      )}
      <Interval difference={counted.difference} sentence={conclusion} />
      {cost !== null && <p>{cost}</p>}
      <Arms counted={counted} />
      <p className="note">{ratio}</p>
      <p className="note">{meant}</p>
      <p className="note">
        从 {formatInstant(counted.since)} 数起，{formatInstant(counted.countedAt)} 数到，每天数一次。
      </p>
    </>
  );
}

/** The difference with its interval, beside no difference. */
function Interval({ difference, sentence }: { difference: CountedEffect['difference']; sentence: string }) {
  if (difference === null) return null;
  return (
    <figure>
      <IntervalLine interval={difference} label={`差别和区间：${sentence}`} />
      <figcaption className="note">
        圆点是差别，粗线是 95% 的区间，虚线是没有差别；越往右学会的越多。
      </figcaption>
    </figure>
  );
}

/** Both sides of the lot, in people. */
function Arms({ counted: { rewarded, heldOut } }: { counted: CountedEffect }) {
  const sides = [
    ['能得到的', rewarded],
    ['对照', heldOut],
  ] as const;
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">客户</th>
          <th scope="col">做到过</th>
          <th scope="col">满 {LASTING_UNTIL_DAYS} 天</th>
          <th scope="col">学会了</th>
        </tr>
      </thead>
      <tbody>
        {sides.map(([name, { people, ripe, learned }]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{formatCount(people)}</td>
            <td>{formatCount(ripe)}</td>
            <td>{learned === null ? '人太少' : formatCount(learned)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
