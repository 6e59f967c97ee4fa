import { describe, expect, it } from '@jest/globals';
import { memberFields } from '@siyu/shared/contracts/segment-fields.limits';
import { checkRule, compileRule, fieldCatalogue, nextChangeOf } from '@siyu/shared/rules';
import { addDays } from '@siyu/shared/time';
import fc from 'fast-check';
import { AS_OF, goodRules, randomFacts, type RawGroup, type RawRule } from './testing/random-rules.ts';

// Days and what does not move with them, so that the one is often decided by the other.
const FIELDS = fieldCatalogue(
  [...memberFields.values()].filter(({ type }) => type === 'day' || type === 'instant' || type === 'flag'),
);
/** Facts lie at most twelve days back and nine ahead, windows are at most nine days long. */
const FAR = 40;

/** Conditions on a day, in turn within some days and longer ago: the other operators do not move. */
function moving(part: RawGroup | RawRule, at = 0): RawGroup | RawRule {
  if ('rules' in part) return { ...part, rules: part.rules.map((each, by) => moving(each, at + by)) };
  if (FIELDS.get(part.field)?.type === 'flag' || part.operator === 'missing') return part;
  const operator = at % 2 === 0 ? 'withinDays' : 'longerAgoThanDays';
  return { field: part.field, operator, value: 1 + (at % 9) };
}

describe('rules over days', () => {
  it('F-02 the next change of a rule is the first day on which it says something else of the same facts', () => {
    let changing = 0;
    let asked = 0;
    fc.assert(
      fc.property(
        goodRules(FIELDS).map((tree) => moving(tree)),
        randomFacts(FIELDS, (key) => key === 'isCore'),
        (tree, facts) => {
          const verdict = checkRule(tree, FIELDS);
          if (!verdict.isGood) throw new Error(JSON.stringify(verdict.faults));
          const says = (by: number) => compileRule(verdict.rule, addDays(AS_OF, by))(facts);
          const days = Array.from({ length: FAR }, (_, at) => at + 1);
          const first = days.find((by) => says(by) !== says(0));
          const expected = first === undefined ? null : addDays(AS_OF, first);
          expect(nextChangeOf(verdict.rule, facts, AS_OF)).toBe(expected);
          asked += 1;
          if (first !== undefined) changing += 1;
        },
      ),
      { seed: 20_261_129, numRuns: 1_000 },
    );
    // A check over rules that never change would prove nothing.
    expect(changing / asked).toBeGreaterThan(0.1);
  });
});
