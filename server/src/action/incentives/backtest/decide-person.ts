import type { StageCode } from '@siyu/shared/contracts/scoring.limits';
import { type EarningFact, HISTORY_DAYS } from '@siyu/shared/incentives';
import { addDays, dayOfInstant, startOfDay } from '@siyu/shared/time';
import { AwardCounters, type CountedAwards } from '../awards/award-counters.ts';
import { inOrder, lessonsIn } from '../awards/award-history.ts';
import { planAwards } from '../awards/plan-awards.ts';
import type { Candidate } from './candidate.ts';
import type { Exhaustion } from './rule-line.ts';
import type { RulesOverTime } from './rules-over-time.ts';

/** A fact as it was decided once, under the number that stands for its member. */
export interface ReplayFact extends EarningFact {
  readonly decidedNo: number;
  readonly decidedAt: number;
  readonly withdrawnAt: number | null;
  /** Just before it (`seq − 1`). */
  readonly stage: StageCode | null;
}

/** An award that counts until it is taken back. */
export interface CountedOnce extends CountedAwards {
  readonly takenBackAt: number | null;
}

/** One person, with what was given to them before the window. */
export interface ReplayPerson {
  readonly facts: readonly ReplayFact[];
  readonly givenBefore: readonly CountedOnce[];
  /** When a person of staff took back or refused what a rule gave for an event; null: nobody did. */
  readonly takenBackAt: (ruleNo: number, fact: ReplayFact) => number | null;
}

/** Exclusive; by when facts were decided. */
export interface ReplayWindow {
  readonly from: number;
  readonly until: number;
}

/** What the facts of one person earn within the window, one after the other, by the code that decides live. */
export function decidePerson(
  { facts, givenBefore, takenBackAt }: ReplayPerson,
  window: ReplayWindow,
  rules: RulesOverTime,
  exhausted: readonly Exhaustion[],
): readonly Candidate[] {
  const given: CountedOnce[] = [...givenBefore];
  const candidates: Candidate[] = [];
  const ordered = [...facts].sort((one, other) => one.decidedNo - other.decidedNo);
  for (const [at, fact] of ordered.entries()) {
    if (fact.decidedAt < window.from || fact.decidedAt >= window.until) continue;
    const then = rules.at(fact.decidedAt, fact.decidedNo, exhausted);
    const counters = new AwardCounters(
      given.filter((each) => each.takenBackAt === null || each.takenBackAt > fact.decidedAt),
    );
    const past = pastOf(fact, ordered.slice(0, at));
    const known = { fact, past, facts: { stage: fact.stage, lessonsCompleted: lessonsIn(past) } };
    for (const { live, hold } of planAwards(then, [known], counters)) {
      const { ruleNo, valueFen, then: reward } = live.rule;
      const refusal = then.isRefused(live)
        ? 'GUARD'
        : exhausted.some((each) => each.ruleNo === ruleNo && each.decidedNo === fact.decidedNo)
          ? 'BUDGET'
          : null;
      const { memberNo, occurredAt, decidedNo, decidedAt } = fact;
      const back = takenBackAt(ruleNo, fact) ?? fact.withdrawnAt;
      const points = reward.kind === 'points' ? reward.points : 0;
      const of = { memberNo, ruleNo, occurredAt, decidedNo, decidedAt };
      candidates.push({ ...of, points, valueFen, hold, refusal, takenBackAt: back });
      if (refusal !== null) continue;
      const occurredOn = dayOfInstant(occurredAt);
      given.push({ memberNo, ruleNo, occurredOn, count: 1, lastAt: occurredAt, valueFen, takenBackAt: back });
    }
  }
  return candidates;
}

/** What was known when a fact was decided, and not yet withdrawn. */
export function pastOf(fact: ReplayFact, decidedBefore: readonly ReplayFact[]): readonly ReplayFact[] {
  const since = startOfDay(addDays(dayOfInstant(fact.occurredAt), -HISTORY_DAYS));
  return decidedBefore
    .filter(
      (each) =>
        (each.withdrawnAt === null || each.withdrawnAt > fact.decidedAt) &&
        (each.occurredAt >= since || each.type === 'lesson_completed') &&
        inOrder(each, fact) < 0,
    )
    .sort(inOrder);
}
