import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { epochDay, startOfDay } from '../time/index.ts';
import { checkRule, compileRule, askRule, fieldCatalogue, type SeenCondition } from './index.ts';

const FIELDS = fieldCatalogue([
  { key: 'stage', type: 'choice', column: 'stage', choices: ['STRANGER', 'FAMILIAR'] },
  { key: 'lessons', type: 'whole', column: 'lessons' },
  { key: 'lastActiveAt', type: 'instant', column: 'last_active_at' },
]);
const SLOTS = new Map([
  ['lastActiveAt', 0],
  ['stage', 1],
  ['lessons', 2],
]);
const AS_OF = epochDay(20_787);

describe('a rule that is asked', () => {
  it('G-02 says what the rule says, and shows every condition in its place with the value that it saw', () => {
    const condition = fc.constantFrom(
      { field: 'stage', operator: '=', value: 'FAMILIAR' },
      { field: 'stage', operator: 'missing' },
      { field: 'lessons', operator: 'between', value: [2, 4] },
      { field: 'lessons', operator: 'present' },
      { field: 'lastActiveAt', operator: 'withinDays', value: 2 },
    );
    const { group } = fc.letrec((tie) => ({
      group: fc.record({
        combinator: fc.constantFrom('and', 'or'),
        not: fc.boolean(),
        rules: fc.array(fc.oneof({ maxDepth: 3 }, condition, tie('group')), { minLength: 1, maxLength: 3 }),
      }),
    }));
    const facts = fc.record({
      stage: fc.constantFrom(null, 'STRANGER', 'FAMILIAR'),
      lessons: fc.constantFrom(null, 1, 2, 4, 5),
      lastActiveAt: fc.constantFrom(
        null,
        ...[-3, -2, -1, 0].map((days) => startOfDay(epochDay(AS_OF + days))),
      ),
    });
    fc.assert(
      fc.property(group, facts, (tree, known) => {
        const verdict = checkRule(tree, FIELDS);
        fc.pre(verdict.isGood);
        const { fulfils, explains } = askRule(verdict.rule, AS_OF, SLOTS);
        const values = [known.lastActiveAt, known.stage, known.lessons];
        const conditions: SeenCondition[] = [];
        const holds = compileRule(verdict.rule, AS_OF)(known);
        expect(fulfils(values)).toBe(holds);
        expect(explains(values, conditions)).toBe(holds);
        for (const each of conditions) {
          const asked = each.place
            .match(/\d+/g)
            ?.reduce<unknown>(
              (part, at) =>
                part !== null && typeof part === 'object' && 'rules' in part && Array.isArray(part.rules)
                  ? part.rules[Number(at)]
                  : null,
              tree,
            );
          expect(asked).toMatchObject({ field: each.field, operator: each.operator });
          expect(each.value).toBe(known[each.field as keyof typeof known]);
          const alone = checkRule({ combinator: 'and', rules: [asked] }, FIELDS);
          expect(alone.isGood && compileRule(alone.rule, AS_OF)(known)).toBe(each.holds);
        }
        const count = (part: unknown): number =>
          typeof part === 'object' && part !== null && 'rules' in part && Array.isArray(part.rules)
            ? part.rules.reduce((sum: number, each) => sum + count(each), 0)
            : 1;
        expect(conditions).toHaveLength(count(tree));
      }),
      { numRuns: 200 },
    );
  });

  it('G-02 of a field that lies nowhere is not asked at all', () => {
    const verdict = checkRule(
      { combinator: 'and', rules: [{ field: 'stage', operator: 'missing' }] },
      FIELDS,
    );
    expect(() => verdict.isGood && askRule(verdict.rule, AS_OF, new Map())).toThrow(RangeError);
  });
});
