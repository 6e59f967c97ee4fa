import { describe, expect, it } from '@jest/globals';
import { memberFields } from '@siyu/shared/contracts/segment-fields.limits';
import { memberFieldWords } from '@siyu/shared/messages';
import type { RuleGroupType } from 'react-querybuilder';
import { faultsById, firstTree, fittedTree, readTree, sameTree } from './rule-tree.ts';
import { readRule } from './rule-words.ts';

const one = (field: string, operator: string, value: unknown): RuleGroupType => ({
  id: 'root',
  combinator: 'and',
  rules: [{ id: 'a', field, operator, value }],
});
const valueOf = (tree: RuleGroupType): unknown => {
  const [part] = tree.rules;
  return part !== undefined && 'value' in part ? part.value : undefined;
};

describe('a rule in the builder', () => {
  it.each([
    // Another operator of the same kind keeps what was filled in.
    ['lessonsCompleted', '>=', 3, 3],
    ['lessonsCompleted', 'between', 3, [3, null]],
    ['lessonsCompleted', 'in', 3, [3]],
    ['lessonsCompleted', '=', [3, 4], 3],
    ['stage', 'in', 'FAMILIAR', ['FAMILIAR']],
    // What another operator or field left behind is emptied.
    ['lessonsCompleted', 'missing', 3, null],
    ['lessonsCompleted', '>', 'FAMILIAR', null],
    ['lastPurchaseOn', 'withinDays', '2026-11-03', null],
    ['lastPurchaseOn', '<', 90, null],
    ['isAccountLinked', '=', 'yes', null],
    ['isAccountLinked', '=', false, false],
    ['randomBucket', 'notDrawn', { split: '甲', from: 1, to: 50 }, { split: '甲', from: 1, to: 50 }],
    ['randomBucket', 'drawn', [1, 50], null],
    ['segment', 'notIn', ['rule.3', 4], ['rule.3']],
  ])('F-02 %s %s keeps of %j what fits: %j', (field, operator, value, expected) => {
    expect(valueOf(fittedTree(one(field, operator, value), memberFields))).toEqual(expected);
  });

  it('F-02 a fault stands at its condition or group, one without a place at the whole', () => {
    const tree: RuleGroupType = {
      id: 'root',
      combinator: 'and',
      rules: [
        { id: 'a', field: 'stage', operator: 'in', value: [] },
        { id: 'g', combinator: 'or', rules: [] },
      ],
    };
    const { faults } = readRule(tree, []);
    expect(faultsById(tree, [...faults, { place: '', code: 'too_deep' }])).toEqual({
      a: { valid: false, reasons: ['empty_list'] },
      g: { valid: false, reasons: ['empty_group'] },
      root: { valid: false, reasons: ['too_deep'] },
    });
  });

  it('F-02 a new one is still to be filled in, and matches nobody meanwhile', () => {
    expect(readRule(firstTree(), [])).toMatchObject({ isWhole: false, sentence: null });
  });

  it('F-02 a stored rule comes back as it was, and is the same under other names', () => {
    const stored = {
      combinator: 'or',
      not: true,
      rules: [
        { field: 'stage', operator: 'in', value: ['FAMILIAR'] },
        { id: 'x', combinator: 'and', rules: [{ field: 'score', operator: 'missing', value: null }] },
      ],
    };
    const tree = readTree(stored);
    expect(tree).toMatchObject(stored);
    expect(sameTree(tree, readTree({ ...stored, id: 'other' }))).toBe(true);
    expect(sameTree(tree, { ...tree, not: false })).toBe(false);
  });

  it('F-02 a rule that asks for other segments says them by their names', () => {
    const rule = {
      combinator: 'and',
      rules: [{ field: 'segment', operator: 'in', value: ['rule.1', 'rule.2'] }],
    };
    const named = [
      { key: 'rule.1', name: '常来的' },
      { key: 'rule.2', name: '学得多的' },
    ];
    expect(readRule(rule, named).sentence).toBe('在客群「常来的」里，或者在客群「学得多的」里');
    const none = { combinator: 'and', rules: [{ field: 'segment', operator: 'notIn', value: ['rule.1'] }] };
    expect(readRule(none, named).sentence).toBe('不在客群「常来的」里');
    expect(readRule(none, []).faults).toEqual([{ place: 'rules[0].value[0]', code: 'unknown_segment' }]);
  });

  it('F-02 every field has a name, every code of a field too', () => {
    for (const { key, choices = [] } of memberFields.values()) {
      expect([key, memberFieldWords[key]?.name]).toEqual([key, expect.any(String)]);
      for (const code of choices)
        expect(memberFieldWords[key]?.choices?.[code]).toMatch(/^\p{Script=Han}+$/u);
    }
  });
});
