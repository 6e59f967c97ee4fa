import type { StageCode } from '@siyu/shared/contracts/scoring.limits';
import type { EarningFact } from '@siyu/shared/incentives';
import { dayOfInstant } from '@siyu/shared/time';
import { AwardCounters, type CountedAwards } from '../awards/award-counters.ts';
import { lessonsIn } from '../awards/award-history.ts';
import { planFact } from '../awards/plan-awards.ts';
import type { Ring } from '../awards/ring-of.ts';
import type { Candidate, Loss } from './candidate.ts';
import { lossesOf } from './losses-of.ts';
import { PastFacts } from './past-facts.ts';
import type { Exhaustion } from './rule-line.ts';
import type { RulesOverTime } from './rules-over-time.ts';

/** A fact as it was decided once, under the number that stands for its member. */
export interface ReplayFact extends EarningFact {
  readonly decidedNo: number;
  readonly decidedAt: number;
  readonly withdrawnAt: number | null;
  /** Just before it (`seq − 1`); null also where no rule asks. */
  readonly stage: StageCode | null;
  /** As it was seen then: what it rested on is not kept. */
  readonly ring: Ring | null;
}

/** An award that counts until it is taken back. */
export interface CountedOnce extends CountedAwards {
  readonly takenBackAt: number | null;
}

/** One person, with what was given to them before the window. */
export interface ReplayPerson {
  readonly memberNo: number;
  readonly facts: readonly ReplayFact[];
  readonly givenBefore: readonly CountedOnce[];
  /** When a person of staff took back or refused what a rule gave for an event; null: nobody did. */
  takenBackAt(ruleNo: number, fact: ReplayFact): number | null;
}

/** Exclusive; by when facts were decided. */
export interface ReplayWindow {
  readonly from: number;
  readonly until: number;
}

/** What somebody earns, and what rules took from each other. */
export interface DecidedPerson {
  readonly candidates: readonly Candidate[];
  readonly losses: readonly Loss[];
}

/** What the facts of one person earn within the window, one after the other, by the code that decides live. */
export function decidePerson(
  person: ReplayPerson,
  window: ReplayWindow,
  rules: RulesOverTime,
  exhausted: readonly Exhaustion[],
): DecidedPerson {
  const given = new GivenAwards(person.givenBefore);
  const past = new PastFacts();
  const asksLessons = rules.asks.has('lessonsCompleted');
  const candidates: Candidate[] = [];
  const losses: Loss[] = [];
  for (const fact of [...person.facts].sort((one, other) => one.decidedNo - other.decidedNo)) {
    if (fact.decidedAt >= window.from && fact.decidedAt < window.until) {
      const { memberNo, occurredAt, decidedNo, decidedAt } = fact;
      const then = rules.at(decidedAt, decidedNo, exhausted);
      const before = past.before(fact);
      const lessonsCompleted = asksLessons ? lessonsIn(before) : null;
      const known = { fact, past: before, ring: fact.ring, facts: { stage: fact.stage, lessonsCompleted } };
      const counters = given.at(decidedAt);
      const { planned, decisions } = planFact(then, known, counters, true);
      if (decisions.length > 0) losses.push(...lossesOf(fact, decisions, then, given.rowsOf(fact), rules));
      for (const { live, hold } of planned) {
        const { ruleNo, valueFen, then: reward } = live.rule;
        const stopped = exhausted.find(
          (each) => each.decidedNo === decidedNo && each.ruleNo === ruleNo,
        )?.refusal;
        const refusal = then.isRefused(live) ? 'GUARD' : (stopped ?? null);
        const back = refusal === null ? (person.takenBackAt(ruleNo, fact) ?? fact.withdrawnAt) : null;
        candidates.push({
          memberNo,
          ruleNo,
          decidedNo,
          decidedAt,
          occurredAt,
          points: reward.kind === 'points' ? reward.points : 0,
          valueFen,
          hold: refusal === null ? hold : null,
          refusal,
          takenBackAt: back,
        });
        if (refusal !== null) continue;
        const occurredOn = dayOfInstant(occurredAt);
        given.add({
          memberNo,
          ruleNo,
          occurredOn,
          count: 1,
          lastAt: occurredAt,
          valueFen,
          takenBackAt: back,
        });
      }
    }
    past.add(fact);
  }
  return { candidates, losses };
}

/** What was given to somebody, as it counts at a moment. */
class GivenAwards {
  readonly #rows: CountedOnce[];
  #counters: AwardCounters;
  /** When the next of them stops counting. */
  #until: number;

  constructor(before: readonly CountedOnce[]) {
    this.#rows = [...before];
    this.#counters = new AwardCounters([]);
    this.#until = -Infinity;
  }

  add(row: CountedOnce): void {
    this.#rows.push(row);
    this.#counters.add(row);
    if (row.takenBackAt !== null) this.#until = Math.min(this.#until, row.takenBackAt);
  }

  at(moment: number): AwardCounters {
    if (moment < this.#until) return this.#counters;
    const rows = this.#rows.filter(({ takenBackAt }) => takenBackAt === null || takenBackAt > moment);
    this.#rows.splice(0, this.#rows.length, ...rows);
    this.#until = Math.min(Infinity, ...rows.flatMap(({ takenBackAt }) => takenBackAt ?? []));
    return (this.#counters = new AwardCounters(rows));
  }

  /** What still counts, as of the moment that was asked for last. */
  rowsOf({ memberNo }: ReplayFact): readonly CountedOnce[] {
    return this.#rows.filter((row) => row.memberNo === memberNo);
  }
}
