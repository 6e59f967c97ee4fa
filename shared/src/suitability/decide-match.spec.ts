import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { addDays } from '../time/index.ts';
import {
  DOORS,
  INVESTOR_KINDS,
  INVESTOR_LEVELS,
  isOpen,
  MATCH_REASONS,
  MATCH_RULES,
  recordMatch,
  REQUIREMENT_OF_REASON,
  RISK_LEVELS,
  type Match,
} from './index.ts';
import {
  HOUR_MS,
  matchOf,
  noticesOf,
  NOW,
  questionOf,
  reasonsOf,
  TODAY,
  type AskedParts,
} from './testing/questions.ts';

interface Table {
  readonly answers: Readonly<Record<string, Match>>;
  readonly verdicts: Readonly<Record<string, Readonly<Record<string, string>>>>;
}
const table: Table = JSON.parse(readFileSync(new URL('./fixtures/verdicts.json', import.meta.url), 'utf8'));

const DAY_MS = 24 * HOUR_MS;
const THREE = ['NOT_SUITABLE', 'SPECIAL_RISK_WARNING', 'CONFIRMATION'] as const;
const FIVE = [
  'MORE_INFORMATION',
  'NOT_SUITABLE',
  'SPECIAL_RISK_WARNING',
  'RISK_POINTS',
  'CONFIRMATION',
] as const;
const levels = [null, ...INVESTOR_LEVELS];
const risks = [...RISK_LEVELS, null];

describe('decideMatch against the literal table', () => {
  const asked = INVESTOR_KINDS.flatMap((kind) => DOORS.map((door) => ({ kind, door })));

  it.each(asked)(
    'I-03 REQ-SUIT-1 REQ-SUIT-2 REQ-SUIT-9 every level and risk, $kind at $door',
    ({ kind, door }) => {
      const found = Object.fromEntries(
        levels.map((level) => [
          level ?? 'NOT_ASSESSED',
          risks.map((risk) => matchOf(door, { investor: { kind, level }, product: { level: risk } })),
        ]),
      );
      const expected = Object.entries(table.verdicts[`${kind} ${door}`] ?? {}).map(([level, row]) => [
        level,
        row.split(' ').map((answer) => table.answers[answer]),
      ]);
      expect(expected.length).toBe(levels.length);
      expect(found).toEqual(Object.fromEntries(expected));
    },
  );

  it('I-03 the table has a row for every kind and door, and a column for every risk', () => {
    expect(Object.keys(table.verdicts)).toHaveLength(INVESTOR_KINDS.length * DOORS.length);
    const rows = Object.values(table.verdicts).flatMap((each) => Object.values(each));
    expect(rows).toHaveLength(INVESTOR_KINDS.length * DOORS.length * levels.length);
    expect(rows.filter((row) => row.split(' ').length !== risks.length)).toEqual([]);
  });
});

describe('decideMatch by requirement', () => {
  it('I-03 REQ-SUIT-1 an R4 product is not pushed to an ordinary C3, and a professional is not graded', () => {
    const product = { level: 'R4' } as const;
    expect(matchOf('PUSH', { product })).toEqual({ verdict: 'UNSUITABLE', reasons: ['LEVEL_TOO_HIGH'] });
    expect(matchOf('PUSH', { product, investor: { kind: 'PROFESSIONAL', level: null } })).toEqual({
      verdict: 'SUITABLE',
    });
  });

  it('I-03 REQ-SUIT-2 nothing opens what is above R1 to the lowest category: no notice, no asking, no other kind', () => {
    const investor = { level: 'C1_LOWEST' } as const;
    const product = { level: 'R2' } as const;
    const parts = { investor, product };
    const asking = { notices: noticesOf(THREE, NOW, parts) };
    for (const door of DOORS) {
      expect(reasonsOf(door, { ...parts, asking })).toEqual(['LOWEST_HARD_STOP']);
      expect(reasonsOf(door, { product, investor: { ...investor, kind: 'PROFESSIONAL' } })).toEqual([
        'LOWEST_HARD_STOP',
      ]);
    }
  });

  it('I-03 REQ-SUIT-3 above the own level: not suitable, special warning, confirmation, in this order, and then it opens', () => {
    const parts: AskedParts = { product: { level: 'R4' } };
    for (const door of ['OWN_REQUEST', 'PURCHASE'] as const) {
      const after = (kinds: Parameters<typeof noticesOf>[0], changed: AskedParts = {}) => {
        const match = matchOf(door, {
          ...parts,
          ...changed,
          asking: { notices: noticesOf(kinds, NOW, parts), ...changed.asking },
        });
        return [isOpen(match), match.verdict === 'NEEDS_WARNING' ? match.due : match];
      };
      expect(after([])).toEqual([false, THREE]);
      expect(after(['NOT_SUITABLE'])).toEqual([false, ['SPECIAL_RISK_WARNING', 'CONFIRMATION']]);
      expect(after(['NOT_SUITABLE', 'SPECIAL_RISK_WARNING'])).toEqual([false, ['CONFIRMATION']]);
      expect(after(THREE)).toEqual([true, []]);
      // What was confirmed before the warning has to be confirmed again.
      expect(after(['NOT_SUITABLE', 'CONFIRMATION', 'SPECIAL_RISK_WARNING'])).toEqual([
        false,
        ['CONFIRMATION'],
      ]);
      expect(after(['CONFIRMATION', ...THREE])).toEqual([true, []]);
      expect(after(['SPECIAL_RISK_WARNING', 'CONFIRMATION'])).toEqual([false, THREE]);
      const [first, second, third] = noticesOf(THREE, NOW, parts);
      if (first === undefined || second === undefined || third === undefined) throw new Error('no notices');
      const given = (...notices: (typeof first)[]) => after([], { asking: { notices } });
      // Two at one instant are no order, one of tomorrow is none yet, and the list itself says nothing.
      expect(given(first, second, { ...third, at: second.at })).toEqual([false, ['CONFIRMATION']]);
      expect(given(first, second, { ...third, at: NOW + 1 })).toEqual([false, ['CONFIRMATION']]);
      expect(given(third, second, first)).toEqual([true, []]);
      // Given for other levels, or before the asking, they belong to something else.
      expect(given({ ...first, productLevel: 'R3' }, second, third)).toEqual([false, THREE]);
      expect(given({ ...first, investorLevel: 'C2' }, second, third)).toEqual([false, THREE]);
      const asking = { askedAt: first.at, notices: [first, second, third] };
      expect(after([], { asking })).toEqual([true, []]);
      expect(after([], { asking: { ...asking, askedAt: first.at + 1 } })).toEqual([false, THREE]);
    }
  });

  it('I-03 REQ-SUIT-3 the member asks before anybody spoke of it, and an asking counts for thirty days', () => {
    const reasons = (door: 'OWN_REQUEST' | 'PURCHASE', asking: AskedParts['asking']) =>
      reasonsOf(door, { product: { level: 'R4' }, ...(asking === undefined ? {} : { asking }) });
    const askedAt = NOW - HOUR_MS;
    expect(reasons('PURCHASE', { askedAt })).toEqual([]);
    expect(reasons('PURCHASE', { askedAt, contactedAt: askedAt + 1 })).toEqual([]);
    expect(reasons('PURCHASE', { askedAt, contactedAt: askedAt })).toEqual(['CONTACTED_FIRST']);
    expect(reasons('PURCHASE', { askedAt: null })).toEqual(['ASKING_MISSING']);
    expect(reasons('PURCHASE', { askedAt: null, contactedAt: NOW })).toEqual([
      'ASKING_MISSING',
      'CONTACTED_FIRST',
    ]);
    expect(reasons('PURCHASE', { askedAt: NOW + 1 })).toEqual(['ASKING_MISSING']);
    expect(reasons('PURCHASE', { askedAt: NOW })).toEqual([]);
    expect(reasons('PURCHASE', { askedAt: NOW - 30 * DAY_MS + 1 })).toEqual([]);
    expect(reasons('PURCHASE', { askedAt: NOW - 30 * DAY_MS })).toEqual(['ASKING_MISSING']);
    // Whoever asks now has asked.
    expect(reasons('OWN_REQUEST', { askedAt: null })).toEqual([]);
    expect(reasons('OWN_REQUEST', { askedAt: null, contactedAt: NOW })).toEqual(['CONTACTED_FIRST']);
    expect(reasons('OWN_REQUEST', { askedAt: null, contactedAt: NOW + 1 })).toEqual([]);
    // Within the own level nobody needs to have asked.
    for (const door of DOORS)
      expect(reasonsOf(door, { asking: { askedAt: null, contactedAt: NOW - DAY_MS } })).toEqual([]);
  });

  it('I-03 REQ-SUIT-4 high risk is bought after more information, its points, and a day to think it over', () => {
    const bought = (parts: AskedParts, waitedMs: number, coolingHours = 24) => {
      const own = { ...parts, product: { level: 'R5' } } as const;
      const kinds = parts.investor?.level === 'C5' ? (['MORE_INFORMATION', 'RISK_POINTS'] as const) : FIVE;
      const notices = noticesOf(kinds, NOW - waitedMs, own);
      const match = matchOf(
        'PURCHASE',
        { ...own, asking: { askedAt: NOW - 2 * DAY_MS, notices } },
        { ...MATCH_RULES, coolingHours },
      );
      if (match.verdict !== 'NEEDS_WARNING') throw new Error(match.verdict);
      expect(match.isHighRisk).toBe(true);
      return [isOpen(match), match.due, match.coolsUntil];
    };
    for (const parts of [{}, { investor: { level: 'C5' } }] as const) {
      expect(bought(parts, 24 * HOUR_MS)).toEqual([true, [], null]);
      expect(bought(parts, 24 * HOUR_MS - 1)).toEqual([false, [], NOW + 1]);
      expect(bought(parts, 0)).toEqual([false, [], NOW + DAY_MS]);
      // A firm may give more time, and no less.
      expect(bought(parts, 24 * HOUR_MS, 25)).toEqual([false, [], NOW + HOUR_MS]);
      expect(bought(parts, 24 * HOUR_MS - 1, 0)).toEqual([false, [], NOW + 1]);
    }
    expect(bought({ investor: { level: 'C4' } }, 49 * HOUR_MS)).toEqual([false, FIVE, null]);
    // To look at it takes the notices alone.
    const parts: AskedParts = { product: { level: 'R5' } };
    const asking = { notices: noticesOf(FIVE, NOW, parts) };
    expect(isOpen(matchOf('OWN_REQUEST', { ...parts, asking }))).toBe(true);
    expect(matchOf('PURCHASE', { ...parts, investor: { kind: 'PROFESSIONAL' } })).toEqual({
      verdict: 'SUITABLE',
    });
  });

  it('I-03 REQ-SUIT-4 a firm may count lower levels as high risk, and notices of last month as none', () => {
    const rules = { ...MATCH_RULES, highRiskFrom: 'R3' } as const;
    const kinds = ['MORE_INFORMATION', 'RISK_POINTS'] as const;
    const since = (agoMs: number) =>
      matchOf('PURCHASE', { asking: { notices: noticesOf(kinds, NOW - agoMs) } }, rules);
    expect(matchOf('PURCHASE', {}, MATCH_RULES)).toEqual({ verdict: 'SUITABLE' });
    expect(isOpen(since(DAY_MS))).toBe(true);
    expect(isOpen(since(30 * DAY_MS - 60_000))).toBe(true);
    expect(since(30 * DAY_MS - 59_999)).toMatchObject({ due: kinds });
    expect(matchOf('PURCHASE', { product: { level: 'R2' } }, rules)).toEqual({ verdict: 'SUITABLE' });
  });

  it('I-03 REQ-SUIT-5 what is pushed fits horizon and type of the goals; what the member looks for need not', () => {
    const goals = { horizonMonths: 12, types: ['FUND_BOND'] } as const;
    const cases = [
      [{ goals: null }, {}, ['GOALS_UNKNOWN']],
      [{ goals }, { horizonMonths: 12, type: 'FUND_BOND' }, []],
      [{ goals }, { horizonMonths: 13, type: 'FUND_BOND' }, ['HORIZON']],
      [{ goals }, { horizonMonths: null, type: 'FUND_BOND' }, ['HORIZON']],
      [{ goals: { ...goals, horizonMonths: null } }, { horizonMonths: 0, type: 'FUND_BOND' }, ['HORIZON']],
      [{ goals }, { horizonMonths: 12, type: 'FUND_INDEX' }, ['TYPE']],
      [{ goals: { ...goals, types: [] } }, { horizonMonths: 13 }, ['HORIZON', 'TYPE']],
    ] as const;
    for (const [investor, product, reasons] of cases) {
      expect(reasonsOf('PUSH', { investor, product })).toEqual(reasons);
      expect(reasonsOf('PUSH', { investor: { ...investor, kind: 'PROFESSIONAL' }, product })).toEqual([]);
      for (const door of ['DISPLAY', 'OWN_REQUEST', 'PURCHASE'] as const)
        expect(reasonsOf(door, { investor, product })).toEqual([]);
    }
  });

  it('I-03 REQ-SUIT-6 an assessment that is missing, too old or of other facts closes every door', () => {
    const cases = [
      [{ level: null }, ['NOT_ASSESSED']],
      [{ validUntil: TODAY }, ['ASSESSMENT_EXPIRED']],
      [{ validUntil: null }, ['ASSESSMENT_EXPIRED']],
      [{ hasChanged: true }, ['FACTS_CHANGED']],
      [{ validUntil: TODAY, hasChanged: true }, ['ASSESSMENT_EXPIRED']],
      [{ validUntil: addDays(TODAY, 1) }, []],
    ] as const;
    for (const door of DOORS)
      for (const [investor, reasons] of cases) {
        expect(reasonsOf(door, { investor })).toEqual(reasons);
        expect(reasonsOf(door, { investor: { ...investor, kind: 'PROFESSIONAL' } })).toEqual([]);
      }
    // The day is that of Shanghai: its last moment still counts.
    const at = NOW + 14 * HOUR_MS;
    const investor = { validUntil: addDays(TODAY, 1) };
    expect(reasonsOf('DISPLAY', { investor, at: at - 1 })).toEqual([]);
    expect(reasonsOf('DISPLAY', { investor, at })).toEqual(['ASSESSMENT_EXPIRED']);
  });

  it('I-03 REQ-SUIT-9 a product without a level that counts, or not on sale, is behind no door', () => {
    const cases = [
      [{ level: null }, ['PRODUCT_UNRATED']],
      [{ level: null, levelValidUntil: null }, ['PRODUCT_UNRATED']],
      [{ levelValidUntil: null }, ['PRODUCT_LEVEL_EXPIRED']],
      [{ levelValidUntil: TODAY }, ['PRODUCT_LEVEL_EXPIRED']],
      [{ levelValidUntil: addDays(TODAY, 1) }, []],
      [{ state: 'DRAFT' }, ['PRODUCT_NOT_ON_SALE']],
      [{ state: 'IN_REVIEW' }, ['PRODUCT_NOT_ON_SALE']],
      [{ state: 'SUSPENDED' }, ['PRODUCT_NOT_ON_SALE']],
      [{ state: 'RETIRED' }, ['PRODUCT_NOT_ON_SALE']],
    ] as const;
    for (const door of DOORS)
      for (const kind of INVESTOR_KINDS)
        for (const [product, reasons] of cases)
          expect(reasonsOf(door, { investor: { kind }, product })).toEqual(reasons);
  });

  it('I-03 REQ-SUIT-10 whoever refuses to inform the firm is sold nothing, professional or not', () => {
    for (const door of DOORS)
      for (const kind of INVESTOR_KINDS)
        expect(reasonsOf(door, { investor: { kind, hasRefusedInformation: true } })).toEqual([
          'INFORMATION_REFUSED',
        ]);
  });

  it('I-02 I-03 REQ-SUIT-12 private products are for the qualified whose assessment counts, and for nobody else', () => {
    const isPrivate = { isPrivate: true };
    const qualified = { isQualifiedForPrivate: true };
    for (const door of ['DISPLAY', 'OWN_REQUEST', 'PURCHASE'] as const) {
      for (const product of [isPrivate, { type: 'PRIVATE_FUND' }] as const) {
        expect(reasonsOf(door, { product })).toEqual(['PRIVATE_PRODUCT']);
        expect(reasonsOf(door, { product, investor: qualified })).toEqual([]);
        expect(reasonsOf(door, { product, investor: { ...qualified, level: null } })).toEqual([
          'NOT_ASSESSED',
          'PRIVATE_PRODUCT',
        ]);
        expect(reasonsOf(door, { product, investor: { kind: 'PROFESSIONAL' } })).toEqual(['PRIVATE_PRODUCT']);
        const professional = { ...qualified, kind: 'PROFESSIONAL' } as const;
        expect(reasonsOf(door, { product, investor: professional })).toEqual([]);
        for (const lost of [{ level: null }, { validUntil: TODAY }, { hasChanged: true }])
          expect(reasonsOf(door, { product, investor: { ...professional, ...lost } })).toEqual([
            'PRIVATE_PRODUCT',
          ]);
      }
    }
    expect(reasonsOf('PUSH', { product: isPrivate })).toEqual(['PRIVATE_PRODUCT']);
  });

  it('I-01 I-03 before the call-back that age asks for nobody speaks of a product', () => {
    for (const door of DOORS)
      for (const kind of INVESTOR_KINDS)
        expect(reasonsOf(door, { investor: { kind, isCallBackDue: true } })).toEqual(['CALL_BACK_DUE']);
  });

  it('I-03 tells every reason and not only the first, always in one order', () => {
    const investor = {
      hasRefusedInformation: true,
      level: 'C1_LOWEST',
      validUntil: TODAY,
      isCallBackDue: true,
      goals: null,
    } as const;
    const product = {
      level: 'R5',
      levelValidUntil: TODAY,
      state: 'RETIRED',
      isPrivate: true,
    } as const;
    expect(reasonsOf('PUSH', { investor, product })).toEqual([
      'INFORMATION_REFUSED',
      'ASSESSMENT_EXPIRED',
      'CALL_BACK_DUE',
      'PRODUCT_LEVEL_EXPIRED',
      'PRODUCT_NOT_ON_SALE',
      'PRIVATE_PRODUCT',
      'LOWEST_HARD_STOP',
      'GOALS_UNKNOWN',
    ]);
    expect(Object.keys(REQUIREMENT_OF_REASON)).toEqual(MATCH_REASONS);
  });

  it('I-03 REQ-SUIT-15 a record holds all that the decision rests on: it survives JSON and decides the same again', () => {
    const question = questionOf('PURCHASE', { product: { level: 'R5' } });
    const record = recordMatch(question, MATCH_RULES, 3);
    expect(record).toMatchObject({ ruleVersion: 1, textVersion: 3, question, rules: MATCH_RULES });
    expect(record.match).toEqual(matchOf('PURCHASE', { product: { level: 'R5' } }));
    const read: typeof record = JSON.parse(JSON.stringify(record));
    expect(read).toEqual(record);
    expect(recordMatch(read.question, read.rules, read.textVersion)).toEqual(record);
  });
});
