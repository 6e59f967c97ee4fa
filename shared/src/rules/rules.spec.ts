import { describe, expect, it } from '@jest/globals';
import { epochDay, parseDay, startOfDay } from '../time/index.ts';
import {
  checkRule,
  compileRule,
  fieldCatalogue,
  operatorsOf,
  RULE_LIMITS,
  ruleToSql,
  segmentsNamed,
} from './index.ts';
import type { Facts } from './index.ts';

const FIELDS = fieldCatalogue([
  { key: 'stage', type: 'choice', column: 'stage', choices: ['STRANGER', 'FAMILIAR', 'TRUSTING'] },
  { key: 'preset', type: 'text', column: 'preset' },
  { key: 'lessons', type: 'whole', column: 'lessons_completed' },
  { key: 'amountFen', type: 'money', column: 'amount_fen' },
  { key: 'score', type: 'hundredths', column: 'score_hundredths' },
  { key: 'lastPurchaseOn', type: 'day', column: 'last_purchase_on' },
  { key: 'lastActiveAt', type: 'instant', column: 'last_active_at' },
  { key: 'isCore', type: 'flag', column: 'is_core' },
  { key: 'randomBucket', type: 'lot', column: 'member_no' },
]);
const day = (text: string) => parseDay(text) ?? epochDay(0);
const AS_OF = day('2026-11-30');

const drawn = (operator: string, value?: unknown) => ({ field: 'randomBucket', operator, value });
const is = (field: string, operator: string, value?: unknown) => ({ field, operator, value });
const all = (...rules: readonly unknown[]) => ({ combinator: 'and', rules });
const any = (...rules: readonly unknown[]) => ({ combinator: 'or', rules });
const not = (...rules: readonly unknown[]) => ({ combinator: 'and', not: true, rules });

function fulfils(tree: unknown, facts: Facts): boolean {
  const verdict = checkRule(tree, FIELDS);
  if (!verdict.isGood) throw new Error(JSON.stringify(verdict.faults));
  return compileRule(verdict.rule, AS_OF)(facts);
}

function faultsOf(tree: unknown): readonly string[] {
  const verdict = checkRule(tree, FIELDS);
  return verdict.isGood ? [] : verdict.faults.map(({ place, code }) => `${place}: ${code}`);
}

describe('a rule', () => {
  // Written from what the words mean, not from the code.
  const FACTS: Facts = {
    stage: 'FAMILIAR',
    preset: '先学 a_%',
    lessons: 4,
    amountFen: 1_000_000,
    score: 233,
    lastPurchaseOn: day('2026-11-20'),
    lastActiveAt: startOfDay(day('2026-11-29')) + 3_600_000,
    isCore: 1,
  };
  it.each([
    [all(is('stage', '=', 'FAMILIAR')), true],
    [all(is('stage', '!=', 'FAMILIAR')), false],
    [all(is('stage', 'in', ['STRANGER', 'FAMILIAR'])), true],
    [all(is('stage', 'notIn', ['STRANGER', 'FAMILIAR'])), false],
    [all(is('preset', 'is', '先学 a_%')), true],
    [all(is('preset', 'is', '先学 A_%')), false],
    [all(is('preset', 'is', '先学 a_% ')), false],
    [all(is('preset', 'isNot', '先学 a_% ')), true],
    [all(is('preset', 'contains', 'a_')), true],
    [all(is('preset', 'contains', 'A_')), false],
    [all(is('preset', 'contains', '%学')), false],
    [all(is('preset', 'beginsWith', '先')), true],
    [all(is('preset', 'beginsWith', '学')), false],
    [all(is('lessons', '>', 3)), true],
    [all(is('lessons', '>', 4)), false],
    [all(is('lessons', '>=', 4)), true],
    [all(is('lessons', '<', 4)), false],
    [all(is('lessons', '<=', 4)), true],
    [all(is('lessons', 'between', [4, 9])), true],
    [all(is('lessons', 'between', [5, 9])), false],
    [all(is('amountFen', '=', 1_000_000)), true],
    [all(is('score', '=', 2.33)), true],
    [all(is('score', '>=', 2.34)), false],
    [all(is('lastPurchaseOn', '<', '2026-11-21')), true],
    [all(is('lastPurchaseOn', '<', '2026-11-20')), false],
    [all(is('isCore', '=', true)), true],
    [all(is('isCore', '=', false)), false],
    // 00:00 of 30 November asked, ten days back is the 20th.
    [all(is('lastPurchaseOn', 'withinDays', 10)), true],
    [all(is('lastPurchaseOn', 'withinDays', 9)), false],
    [all(is('lastPurchaseOn', 'longerAgoThanDays', 9)), true],
    [all(is('lastPurchaseOn', 'longerAgoThanDays', 10)), false],
    [all(is('lastActiveAt', 'withinDays', 1)), true],
    [all(is('lastActiveAt', 'longerAgoThanDays', 1)), false],
    [all(is('lessons', '=', 4), is('isCore', '=', false)), false],
    [any(is('lessons', '=', 4), is('isCore', '=', false)), true],
    [not(is('lessons', '=', 4), is('isCore', '=', false)), true],
    [all(any(is('lessons', '=', 5), not(is('lessons', '=', 5)))), true],
  ])('F-01 %j says %s of a known member', (tree, expected) => {
    expect(fulfils(tree, FACTS)).toBe(expected);
  });

  it('F-01 a missing fact fulfils no comparison, so its negation holds, and only 未知 finds it', () => {
    const nobody: Facts = { stage: null };
    for (const [field, operator, value] of [
      ['stage', '=', 'FAMILIAR'],
      ['stage', '!=', 'FAMILIAR'],
      ['stage', 'notIn', ['FAMILIAR']],
      ['preset', 'isNot', 'a'],
      ['lessons', '<=', 9],
      ['isCore', '=', false],
      ['lastPurchaseOn', 'longerAgoThanDays', 1],
      ['lastActiveAt', 'present', null],
    ] as const) {
      expect(fulfils(all(is(field, operator, value)), nobody)).toBe(false);
      expect(fulfils(not(is(field, operator, value)), nobody)).toBe(true);
    }
    expect(fulfils(all(is('lessons', 'missing')), nobody)).toBe(true);
    expect(fulfils(not(is('lessons', 'missing')), nobody)).toBe(false);
    expect(fulfils(all(is('lessons', 'missing')), { lessons: 0 })).toBe(false);
  });

  it.each([
    [null, [': not_a_group']],
    [[], [': not_a_group']],
    ['1 = 1', [': not_a_group']],
    [is('stage', '=', 'FAMILIAR'), [': not_a_group']],
    [all(), ['rules: empty_group']],
    [all(is('lessons', '>', 1), any()), ['rules[1].rules: empty_group']],
    [{ combinator: 'xor', rules: [is('lessons', '>', 1)] }, ['combinator: unknown_combinator']],
    [{ rules: [is('lessons', '>', 1)] }, ['combinator: unknown_combinator']],
    [{ ...all(is('lessons', '>', 1)), not: 'yes' }, ['not: not_is_no_flag']],
    [{ ...all(is('lessons', '>', 1)), disabled: true }, ['disabled: switched_off']],
    [all({ ...is('lessons', '>', 1), muted: true }), ['rules[0].muted: switched_off']],
    [all({ ...is('lessons', '>', 1), match: { mode: 'all' } }), ['rules[0].match: unknown_part']],
    [all({ ...is('lessons', '>', 1), valueSource: 'field' }), ['rules[0].valueSource: unknown_part']],
    [all('lessons > 1'), ['rules[0]: not_a_rule']],
    [all(is('toString', '=', 1)), ['rules[0].field: unknown_field']],
    [all(is('lessons', 'constructor', 1)), ['rules[0].operator: unknown_operator']],
    [all(is('lessons', 'contains', '1')), ['rules[0].operator: operator_of_another_type']],
    [all(is('lessons', '>')), ['rules[0].value: value_missing']],
    [all(is('lessons', '>', '')), ['rules[0].value: value_missing']],
    [all(is('lessons', '>', '3')), ['rules[0].value: value_of_another_type']],
    [all(is('lessons', '>', 1.5)), ['rules[0].value: value_out_of_range']],
    [all(is('lessons', '>', 2 ** 53)), ['rules[0].value: value_out_of_range']],
    [all(is('lessons', '>', Number.NaN)), ['rules[0].value: value_of_another_type']],
    [all(is('score', '>', 2.333)), ['rules[0].value: value_out_of_range']],
    [all(is('stage', '=', 'familiar')), ['rules[0].value: unknown_choice']],
    [all(is('isCore', '=', 1)), ['rules[0].value: value_of_another_type']],
    [all(is('lastPurchaseOn', '<', '2026-02-30')), ['rules[0].value: value_of_another_type']],
    [all(is('lastPurchaseOn', 'withinDays', 0)), ['rules[0].value: value_out_of_range']],
    [all(is('lastPurchaseOn', 'withinDays', '7')), ['rules[0].value: value_of_another_type']],
    [all(is('preset', 'contains', 'a\u0000b')), ['rules[0].value: value_out_of_range']],
    [all(is('preset', 'contains', 'x'.repeat(65))), ['rules[0].value: value_out_of_range']],
    [all(is('stage', 'in', [])), ['rules[0].value: empty_list']],
    [all(is('stage', 'in', 'FAMILIAR')), ['rules[0].value: not_a_list']],
    [all(is('stage', 'in', ['FAMILIAR', ''])), ['rules[0].value[1]: value_missing']],
    [
      all(
        is(
          'lessons',
          'in',
          Array.from({ length: 101 }, (_, at) => at),
        ),
      ),
      ['rules[0].value: list_too_long'],
    ],
    [all(is('lessons', 'between', [3])), ['rules[0].value: half_between']],
    [all(is('lessons', 'between', [3, null])), ['rules[0].value: half_between']],
    [all(is('lessons', 'between', ['', 3])), ['rules[0].value: half_between']],
    [all(is('lessons', 'between', '3,4')), ['rules[0].value: half_between']],
    [all(is('lessons', 'between', [9, 3])), ['rules[0].value: between_reversed']],
    [all(is('lessons', 'missing', 3)), ['rules[0].value: value_not_wanted']],
    [all(drawn('drawn')), ['rules[0].value: value_missing']],
    [all(drawn('drawn', [1, 50])), ['rules[0].value: value_of_another_type']],
    [
      all(drawn('drawn', { split: ' ', from: 1 })),
      ['rules[0].value.split: value_missing', 'rules[0].value.to: value_missing'],
    ],
    [all(drawn('drawn', { split: '甲', from: 0, to: 50 })), ['rules[0].value.from: value_out_of_range']],
    [all(drawn('drawn', { split: '甲', from: 51, to: 101 })), ['rules[0].value.to: value_out_of_range']],
    [all(drawn('drawn', { split: '甲', from: 51, to: 50 })), ['rules[0].value: between_reversed']],
    [all(drawn('drawn', { split: '甲', from: 1, to: 50, seed: 7 })), ['rules[0].value.seed: unknown_part']],
    [all(drawn('=', 7)), ['rules[0].operator: operator_of_another_type']],
    [all(drawn('missing')), ['rules[0].operator: operator_of_another_type']],
    [
      any(is('a', '=', 1), is('lessons', '>', 'b')),
      ['rules[0].field: unknown_field', 'rules[1].value: value_of_another_type'],
    ],
    // What an open-source peer took for everyone: a wrapper without conditions.
    [{ type: 'wrapper', operator: 'and', path: '$', children: [] }, [': not_a_group']],
  ])('F-01 %j is refused at its place', (tree, expected) => {
    expect(faultsOf(tree)).toEqual(expected);
  });

  it('F-01 is refused when it is deeper or longer than a person can read, without reading on', () => {
    let deep: unknown = is('lessons', '>', 1);
    for (let at = 0; at < 10_000; at += 1) deep = all(deep);
    expect(faultsOf(deep)).toEqual([`${Array.from({ length: 5 }, () => 'rules[0]').join('.')}: too_deep`]);
    const long = all(...Array.from({ length: 100_000 }, () => is('lessons', '>', 1)));
    expect(faultsOf(long)).toEqual([`rules[${RULE_LIMITS.conditions}]: too_many_conditions`]);
  });

  it('F-01 a text is never part of the SQL, and no catalogue names a column that is no plain name', () => {
    const verdict = checkRule(all(is('preset', 'is', "' OR 1 = 1 --")), FIELDS);
    const sql = verdict.isGood ? ruleToSql(verdict.rule, AS_OF, 'f') : null;
    expect(sql).toEqual({
      text: '((f.preset IS NOT NULL AND (f.preset = ? AND LENGTH(f.preset) = LENGTH(?))))',
      params: ["' OR 1 = 1 --", "' OR 1 = 1 --"],
    });
    const field = { key: 'a', type: 'whole', column: 'a' } as const;
    expect(() => fieldCatalogue([{ ...field, column: 'a = 1 OR b' }])).toThrow(RangeError);
    expect(() => fieldCatalogue([field, field])).toThrow(RangeError);
    expect(() => fieldCatalogue([{ ...field, type: 'choice' }])).toThrow(RangeError);
  });

  it('F-02 a rule that asks for other segments says what their rules say, and names them', () => {
    const rules = new Map(
      Object.entries({
        'rule.1': all(is('lessons', '>=', 4)),
        'rule.2': any(is('isCore', '=', true), is('stage', 'missing')),
      }).map(([key, tree]) => {
        const verdict = checkRule(tree, FIELDS);
        if (!verdict.isGood) throw new Error(key);
        return [key, verdict.rule] as const;
      }),
    );
    const says = (tree: unknown, facts: Facts): boolean => {
      const verdict = checkRule(tree, FIELDS, rules);
      if (!verdict.isGood) throw new Error(JSON.stringify(verdict.faults));
      return compileRule(verdict.rule, AS_OF)(facts);
    };
    const asks = (operator: string, ...keys: readonly string[]) => all(is('segment', operator, keys));
    const learned: Facts = { lessons: 5, isCore: 0, stage: 'FAMILIAR' };
    expect(says(asks('in', 'rule.1', 'rule.2'), learned)).toBe(true);
    expect(says(asks('in', 'rule.2'), learned)).toBe(false);
    expect(says(asks('notIn', 'rule.1', 'rule.2'), learned)).toBe(false);
    expect(says(asks('notIn', 'rule.2'), learned)).toBe(true);
    const nested = any(asks('in', 'rule.2'), not(asks('notIn', 'rule.1')));
    expect(says(nested, learned)).toBe(true);
    expect(segmentsNamed(nested)).toEqual(expect.arrayContaining(['rule.1', 'rule.2']));
    expect(
      segmentsNamed({ rules: [null, is('segment', 'in', 'rule.1'), is('stage', 'in', ['rule.1'])] }),
    ).toEqual([]);
    const faultsIn = (tree: unknown) => {
      const verdict = checkRule(tree, FIELDS, rules);
      return verdict.isGood ? [] : verdict.faults.map(({ place, code }) => `${place}: ${code}`);
    };
    expect(faultsIn(asks('in', 'rule.1', 'rule.9'))).toEqual(['rules[0].value[1]: unknown_segment']);
    expect(faultsIn(asks('in'))).toEqual(['rules[0].value: empty_list']);
    expect(faultsIn(all(is('segment', 'in', 'rule.1')))).toEqual(['rules[0].value: not_a_list']);
    expect(faultsIn(all(is('segment', '=', 'rule.1')))).toEqual([
      'rules[0].operator: operator_of_another_type',
    ]);
    expect(faultsIn(asks('in', ...Array.from({ length: 101 }, () => 'rule.1')))).toEqual([
      'rules[0].value: list_too_long',
    ]);
  });

  it('F-02 a rule draws its share of a named split by lot: each member is in one part for ever, another split divides anew', () => {
    const inPart = (no: number, share: object, operator = 'drawn'): boolean =>
      fulfils(all(drawn(operator, share)), { randomBucket: no });
    const members = Array.from({ length: 4_000 }, (_, at) => at + 1);
    const half = { split: 'A/B 三月', from: 1, to: 50 };
    const drawnOnes = members.filter((no) => inPart(no, half));
    expect(drawnOnes.slice(0, 5)).toEqual([1, 2, 3, 4, 6]);
    expect(drawnOnes.length / 4_000).toBeCloseTo(0.5, 1);
    expect(members.filter((no) => inPart(no, { ...half, from: 51, to: 100 }))).toEqual(
      members.filter((no) => inPart(no, half, 'notDrawn')),
    );
    // The same split, however it was typed.
    expect(members.filter((no) => inPart(no, { ...half, split: ' A/B 三月 ' }))).toEqual(drawnOnes);
    const both = drawnOnes.filter((no) => inPart(no, { ...half, split: 'A/B 四月' }));
    expect(both.length / 4_000).toBeCloseTo(0.25, 1);
    expect(fulfils(all(drawn('notDrawn', half)), {})).toBe(false);
  });

  it('F-01 every type has operators to offer, and can be asked whether it is known', () => {
    for (const { type } of FIELDS.values())
      if (type !== 'lot') expect(operatorsOf(type)).toEqual(expect.arrayContaining(['missing', 'present']));
    expect(operatorsOf('lot')).toEqual(['drawn', 'notDrawn']);
    expect(operatorsOf('flag')).toEqual(['=', '!=', 'missing', 'present']);
  });
});
