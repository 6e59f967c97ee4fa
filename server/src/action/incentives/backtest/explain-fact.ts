import { decide, type Decision } from '@siyu/shared/incentives';
import { dayOfInstant } from '@siyu/shared/time';
import { AwardCounters } from '../awards/award-counters.ts';
import { lessonsIn } from '../awards/award-history.ts';
import type { LiveRule } from '../rules/live-rules.ts';
import { decidePerson, type ReplayFact, type ReplayPerson } from './decide-person.ts';
import { PastFacts } from './past-facts.ts';
import type { RulesOverTime } from './rules-over-time.ts';

/** What one rule said of a fact. */
export interface ExplainedVerdict {
  readonly live: LiveRule;
  readonly decision: Decision;
}

/**
 * What every rule in force says of a fact, and what each of its conditions saw, at the moment at which it was decided.
 * Budgets are not asked: they are not a matter of one member.
 * @param person with what was given before that moment
 */
export function explainFact(
  person: ReplayPerson,
  fact: ReplayFact,
  rules: RulesOverTime,
): readonly ExplainedVerdict[] {
  const moment = { from: fact.decidedAt, until: fact.decidedAt + 1 };
  // Facts that were decided together with it, before it.
  const beside = decidePerson(person, moment, rules, [])
    .candidates.filter(({ decidedNo, refusal }) => decidedNo < fact.decidedNo && refusal === null)
    .map((each) => {
      const { memberNo, ruleNo, occurredAt, valueFen, takenBackAt } = each;
      const occurredOn = dayOfInstant(occurredAt);
      return { memberNo, ruleNo, occurredOn, count: 1, lastAt: occurredAt, valueFen, takenBackAt };
    });
  const given = [...person.givenBefore, ...beside].filter(
    ({ takenBackAt }) => takenBackAt === null || takenBackAt > fact.decidedAt,
  );
  const known = new PastFacts();
  for (const each of [...person.facts].sort((one, other) => one.decidedNo - other.decidedNo))
    if (each.decidedNo < fact.decidedNo) known.add(each);
  const past = known.before(fact);
  const { prepared, liveOf, yearlyCapFen } = rules.at(fact.decidedAt, fact.decidedNo, []);
  const state = { past, facts: { stage: fact.stage, lessonsCompleted: lessonsIn(past) } };
  const counters = new AwardCounters(given).of(fact);
  const said = decide(prepared, fact, state, counters, { yearlyCapFen, isExplained: true });
  return latestOfEach(
    said.flatMap((decision) => {
      const live = liveOf(decision.ruleNo, decision.version);
      return live === undefined ? [] : [{ live, decision }];
    }),
  );
}

/** Of a rule with several versions the one in whose days the fact lies, else the latest. */
function latestOfEach(said: readonly ExplainedVerdict[]): readonly ExplainedVerdict[] {
  const chosen = new Map<number, ExplainedVerdict>();
  for (const each of said) {
    const known = chosen.get(each.decision.ruleNo)?.decision;
    const isOff = each.decision.verdict === 'not_scheduled';
    const isBetter =
      known === undefined ||
      (known.verdict === 'not_scheduled' ? !isOff || each.decision.version > known.version : false);
    if (isBetter) chosen.set(each.decision.ruleNo, each);
  }
  return [...chosen.values()];
}
