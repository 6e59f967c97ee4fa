import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isOpen, MATCH_REASONS, type Match, type MatchReason } from '../match.ts';
import { PRODUCT_TYPES, type ProductType } from '../product.ts';
import { LIFE_STAGES, lifeStageAt, type LifeStage } from './life-stage.ts';
import { type MatchedMember, matchOffers } from './match-offers.ts';
import { OFFERED_SERVICES, type LevelNow, type MatchingMatrix, type MatrixRow, type Offer } from './offer.ts';

const LEVELS: readonly LevelNow[] = ['NONE', 'C1_LOWEST', 'C1', 'C2', 'C3', 'C4', 'C5'];
const row = (offer: Offer, why: string, of: Partial<MatrixRow> = {}): MatrixRow => ({
  ...{ segment: null, lifeStage: null, levels: null, offer, why, ...of },
});
const service = (code: (typeof OFFERED_SERVICES)[number]): Offer => ({ kind: 'SERVICE', code });
const category = (code: ProductType): Offer => ({ kind: 'PRODUCT_TYPE', code });
const text = (code: string): Offer => ({ kind: 'CONTENT', code });

const MATRIX: MatchingMatrix = {
  lifeStages: [
    { stage: 'STARTING', fromAge: 18 },
    { stage: 'RAISING', fromAge: 32 },
    { stage: 'RETIRED', fromAge: 60 },
  ],
  rows: [
    row(service('RISK_ASSESSMENT'), '先测评', { levels: ['NONE'] }),
    row(text('防骗'), '人人要会'),
    row(text('防骗'), '常被盯上', { lifeStage: 'RETIRED' }),
    row(category('FUND_BOND'), '求稳', { lifeStage: 'RETIRED', levels: ['C1', 'C2', 'C3'] }),
    row(category('FUND_MIXED'), '常来学习', { segment: 'stage.TRUSTING' }),
    row(service('CONSULTATION'), '熟悉了', { segment: 'stage.TRUSTING', lifeStage: 'RAISING' }),
  ],
};
const SUITS: Match = { verdict: 'SUITABLE' };
const against = (...reasons: MatchReason[]): Match => ({ verdict: 'UNSUITABLE', reasons });
const warned: Match = {
  ...{ verdict: 'NEEDS_WARNING', isAboveLevel: true, isHighRisk: false, notices: ['NOT_SUITABLE'] },
  ...{ due: ['NOT_SUITABLE'], coolsUntil: null },
};
const member = (
  level: LevelNow,
  lifeStage: LifeStage | null,
  segments: readonly string[],
  products: readonly (readonly [ProductType, Match])[] = [],
): MatchedMember => ({
  ...{ level, lifeStage, segments: new Set(segments) },
  products: products.map(([type, match]) => ({ type, match })),
});

/** Whom; what is offered; what is withheld, with its verdict and what speaks against it. Written by hand. */
const EXPECTED: readonly (readonly [string, MatchedMember, readonly string[], readonly string[]])[] = [
  ['nobody knows anything', member('NONE', null, []), ['RISK_ASSESSMENT', '防骗'], []],
  ['assessed, no more', member('C3', null, []), ['防骗'], []],
  [
    'retired, a bond fund suits',
    member('C2', 'RETIRED', [], [['FUND_BOND', SUITS]]),
    ['防骗', 'FUND_BOND'],
    [],
  ],
  [
    'one of two bond funds suits',
    member(
      'C2',
      'RETIRED',
      [],
      [
        ['FUND_BOND', against('HORIZON')],
        ['FUND_BOND', SUITS],
      ],
    ),
    ['防骗', 'FUND_BOND'],
    [],
  ],
  [
    'retired, every bond fund is too much',
    member(
      'C1',
      'RETIRED',
      [],
      [
        ['FUND_BOND', against('LEVEL_TOO_HIGH', 'HORIZON')],
        ['FUND_BOND', against('CALL_BACK_DUE', 'LEVEL_TOO_HIGH')],
      ],
    ),
    ['防骗'],
    ['FUND_BOND UNSUITABLE CALL_BACK_DUE LEVEL_TOO_HIGH HORIZON'],
  ],
  [
    'retired, not assessed: bonds are not named',
    member('NONE', 'RETIRED', []),
    ['RISK_ASSESSMENT', '防骗'],
    [],
  ],
  [
    'retired, above the levels of the line',
    member('C5', 'RETIRED', [], [['FUND_BOND', SUITS]]),
    ['防骗'],
    [],
  ],
  [
    'in the segment, nothing on sale',
    member('C3', null, ['stage.TRUSTING'], [['FUND_BOND', SUITS]]),
    ['防骗'],
    ['FUND_MIXED NOTHING_ON_SALE'],
  ],
  [
    'in the segment, only after a warning: the firm does not begin',
    member('C3', null, ['stage.TRUSTING'], [['FUND_MIXED', warned]]),
    ['防骗'],
    ['FUND_MIXED UNSUITABLE'],
  ],
  [
    'in the segment, not assessed',
    member('NONE', 'RAISING', ['stage.TRUSTING'], [['FUND_MIXED', against('NOT_ASSESSED')]]),
    ['RISK_ASSESSMENT', '防骗', 'CONSULTATION'],
    ['FUND_MIXED UNSUITABLE NOT_ASSESSED'],
  ],
  [
    'in the segment and all is well',
    member('C4', 'RAISING', ['stage.TRUSTING'], [['FUND_MIXED', SUITS]]),
    ['防骗', 'FUND_MIXED', 'CONSULTATION'],
    [],
  ],
];

describe('what suits to be spoken of', () => {
  it.each(EXPECTED)('I-10 %s', (_, of, offered, withheld) => {
    const found = matchOffers(of, MATRIX);
    expect(found.offered.map(({ offer }) => offer.code)).toEqual(offered);
    expect(
      found.withheld.map(({ offer, verdict, against: said }) => [offer.code, verdict, ...said].join(' ')),
    ).toEqual(withheld);
  });

  it('I-10 what several lines name comes once, with the reasons of all of them', () => {
    const [first, second] = matchOffers(member('C2', 'RETIRED', [], [['FUND_BOND', SUITS]]), MATRIX).offered;
    expect(first).toEqual({
      ...{ offer: text('防骗'), verdict: 'NOT_NEEDED', against: [] },
      reasons: [
        { code: 'EVERYBODY', about: '' },
        { code: 'LIFE_STAGE', about: 'RETIRED' },
      ],
      whys: ['人人要会', '常被盯上'],
    });
    expect(second?.reasons).toEqual([
      { code: 'LIFE_STAGE', about: 'RETIRED' },
      { code: 'LEVEL', about: 'C2' },
    ]);
  });

  it('I-10 an age is in the last stage that has begun', () => {
    const at = (age: number) => lifeStageAt(age, MATRIX.lifeStages);
    expect([17, 18, 31, 32, 59, 60, 99].map(at)).toEqual([
      ...[null, 'STARTING', 'STARTING', 'RAISING', 'RAISING', 'RETIRED', 'RETIRED'],
    ]);
  });

  const anyOffer: fc.Arbitrary<Offer> = fc.oneof(
    fc.constantFrom('防骗', '养老').map(text),
    fc.constantFrom(...OFFERED_SERVICES).map(service),
    fc.constantFrom(...PRODUCT_TYPES).map(category),
  );
  const anyRow: fc.Arbitrary<MatrixRow> = fc.record({
    segment: fc.constantFrom(null, 'a', 'b'),
    lifeStage: fc.constantFrom(null, ...LIFE_STAGES),
    levels: fc.option(fc.subarray([...LEVELS], { minLength: 1 })),
    offer: anyOffer,
    why: fc.constantFrom('一', '二', '三'),
  });
  const anyMatch: fc.Arbitrary<Match> = fc.oneof(
    fc.constant(SUITS),
    fc.constant(warned),
    fc.subarray([...MATCH_REASONS], { minLength: 1 }).map((reasons) => against(...reasons)),
  );
  /** With what a product may have brought in besides, which nobody asks for. */
  const anyProduct = fc.record({
    type: fc.constantFrom(...PRODUCT_TYPES),
    match: anyMatch,
    returnPercent: fc.double({ min: -50, max: 80, noNaN: true }),
  });

  it('I-10 REQ-PUB-5 REQ-SUIT-1 nothing is offered that no product of its category may be pushed for, each offer says why, and no return changes their order', () => {
    fc.assert(
      fc.property(
        fc.array(anyRow, { maxLength: 12 }),
        fc.array(anyProduct, { maxLength: 12 }),
        fc.constantFrom(...LEVELS),
        fc.constantFrom(null, ...LIFE_STAGES),
        fc.subarray(['a', 'b']),
        (rows, products, level, lifeStage, segments) => {
          const matrix = { ...MATRIX, rows };
          const of = { level, lifeStage, segments: new Set(segments), products };
          const found = matchOffers(of, matrix);
          for (const { offer, verdict } of found.offered) {
            const own = products.filter(({ type }) => offer.kind === 'PRODUCT_TYPE' && type === offer.code);
            expect(verdict).toBe(offer.kind === 'PRODUCT_TYPE' ? 'SUITABLE' : 'NOT_NEEDED');
            expect(offer.kind !== 'PRODUCT_TYPE' || own.some(({ match }) => isOpen(match))).toBe(true);
          }
          const all = [...found.offered, ...found.withheld];
          for (const { reasons, whys } of all) expect(reasons.length * whys.length).toBeGreaterThan(0);
          const named = all.map(({ offer }) => `${offer.kind} ${offer.code}`);
          expect(new Set(named).size).toBe(named.length);
          const byReturn = [...products].sort((one, other) => other.returnPercent - one.returnPercent);
          expect(matchOffers({ ...of, products: byReturn }, matrix)).toEqual(found);
          const turned = products.map((each) => ({ ...each, returnPercent: -each.returnPercent }));
          expect(matchOffers({ ...of, products: turned }, matrix)).toEqual(found);
        },
      ),
      { seed: 10, numRuns: 500 },
    );
  });
});
