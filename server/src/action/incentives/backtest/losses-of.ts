import type { Decision } from '@siyu/shared/incentives';
import { dayOfInstant, epochDay } from '@siyu/shared/time';
import { type CountedAwards, yearOf } from '../awards/award-counters.ts';
import type { RulesInForce } from '../awards/plan-awards.ts';
import type { Loss } from './candidate.ts';
import type { ReplayFact } from './decide-person.ts';
import type { RulesOverTime } from './rules-over-time.ts';

/**
 * What rules took from each other when a fact was decided.
 * @param decisions of every rule
 * @param given to its member before
 */
export function lossesOf(
  { memberNo, decidedNo, decidedAt, occurredAt }: ReplayFact,
  decisions: readonly Decision[],
  { liveOf, yearlyCapFen }: RulesInForce,
  given: readonly CountedAwards[],
  { drafts }: Pick<RulesOverTime, 'drafts'>,
): readonly Loss[] {
  const lost = decisions.filter(({ verdict }) => verdict === 'stacked' || verdict === 'yearly_cap');
  if (lost.length === 0) return [];
  const year = yearOf(dayOfInstant(occurredAt));
  const awarded = decisions.flatMap(({ ruleNo, version, verdict }) => {
    const live = verdict === 'awarded' ? liveOf(ruleNo, version) : undefined;
    return live === undefined ? [] : [live.rule];
  });
  const takenBy = new Map<number, number>();
  for (const { ruleNo, valueFen } of [
    ...given.filter(({ occurredOn }) => yearOf(epochDay(occurredOn)) === year),
    ...awarded,
  ])
    takenBy.set(ruleNo, (takenBy.get(ruleNo) ?? 0) + valueFen);
  const taken = [...takenBy.values()].reduce((sum, each) => sum + each, 0);
  return lost.flatMap(({ ruleNo, version, verdict }): Loss[] => {
    const rule = liveOf(ruleNo, version)?.rule;
    if (rule === undefined) return [];
    const of = { memberNo, decidedNo, decidedAt, ruleNo };
    if (verdict === 'stacked') {
      const by = awarded.find(({ stackingGroup }) => stackingGroup === rule.stackingGroup);
      return by === undefined ? [] : [{ ...of, kind: 'STACKING', byRuleNo: by.ruleNo }];
    }
    const others = [...takenBy].filter(([other]) => other !== ruleNo);
    const draft = others.find(
      ([other, fen]) => drafts.has(other) && taken - fen + rule.valueFen <= yearlyCapFen,
    );
    const most = others.reduce<readonly [number, number] | undefined>(
      (best, each) => (best !== undefined && best[1] >= each[1] ? best : each),
      undefined,
    );
    // What it took by itself alone is a limit of its own, and no collision.
    const by = draft ?? most;
    return by === undefined ? [] : [{ ...of, kind: 'YEARLY_CAP', byRuleNo: by[0] }];
  });
}
