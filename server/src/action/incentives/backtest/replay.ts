import type { Candidate } from './candidate.ts';
import { decidePerson, type ReplayPerson, type ReplayWindow } from './decide-person.ts';
import { findExhaustion, type LaterReturn } from './fold-budgets.ts';
import type { Exhaustion } from './rule-line.ts';
import type { RulesOverTime } from './rules-over-time.ts';

/** What would have been given, and the budgets that would have ended. */
export interface Replay {
  /** In the order in which they were decided; those refused too. */
  readonly candidates: readonly Candidate[];
  readonly exhausted: readonly Exhaustion[];
}

/**
 * Decides everybody as if no budget ended, then takes the budgets in award order. The first one found empty is right, since
 * all before it is: its rule is closed from there, who has something of it from there on is decided anew, until none is new.
 */
export function replay(
  persons: readonly ReplayPerson[],
  window: ReplayWindow,
  rules: RulesOverTime,
  laterReturns: readonly LaterReturn[] = [],
): Replay {
  const exhausted: Exhaustion[] = [];
  const decided = persons.map((person) => decidePerson(person, window, rules, exhausted));
  for (;;) {
    const candidates = decided.flat().sort((one, other) => one.decidedNo - other.decidedNo);
    const next = findExhaustion(rules.lines, candidates, laterReturns);
    if (next === null) return { candidates, exhausted };
    exhausted.push(next);
    for (const [at, person] of persons.entries())
      if (decided[at]?.some(({ ruleNo, decidedNo }) => ruleNo === next.ruleNo && decidedNo >= next.decidedNo))
        decided[at] = decidePerson(person, window, rules, exhausted);
  }
}
