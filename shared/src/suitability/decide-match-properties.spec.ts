import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../time/index.ts';
import {
  decideMatch,
  DOORS,
  INVESTOR_KINDS,
  INVESTOR_LEVELS,
  isOpen,
  MATCH_REASONS,
  MATCH_RULES,
  NOTICE_KINDS,
  PRODUCT_STATES,
  PRODUCT_TYPES,
  RISK_LEVELS,
  type Goals,
  type Investor,
  type Match,
  type MatchQuestion,
  type RiskLevel,
} from './index.ts';
import { HOUR_MS, NOW, TODAY } from './testing/questions.ts';

/** Mostly what is in order, so that not every question fails for five reasons at once. */
const mostly = <T>(good: T, other: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(good) }, { weight: 1, arbitrary: other });
const months = fc.option(fc.integer({ min: 0, max: 40 }));
const day = fc.option(fc.integer({ min: -3, max: 3 }).map((days) => addDays(TODAY, days)));
const level = fc.option(fc.constantFrom(...INVESTOR_LEVELS), { freq: 8 });
const risk = fc.option(fc.constantFrom(...RISK_LEVELS), { freq: 8 });
const instant = fc.integer({ min: -40 * 24, max: 2 }).map((hours) => NOW + hours * HOUR_MS);
const type = mostly('FUND_BOND' as const, fc.constantFrom(...PRODUCT_TYPES));

const investor = fc.record({
  kind: mostly('ORDINARY' as const, fc.constantFrom(...INVESTOR_KINDS)),
  level,
  validUntil: mostly(addDays(TODAY, 1), day),
  hasChanged: mostly(false, fc.boolean()),
  hasRefusedInformation: mostly(false, fc.boolean()),
  isCallBackDue: mostly(false, fc.boolean()),
  goals: mostly<Goals | null>(
    { horizonMonths: 24, types: ['FUND_BOND'] },
    fc.option(fc.record({ horizonMonths: months, types: fc.subarray([...PRODUCT_TYPES]) })),
  ),
  isQualifiedForPrivate: fc.boolean(),
});
const product = fc.record({
  type,
  state: mostly('ON_SALE' as const, fc.constantFrom(...PRODUCT_STATES)),
  level: risk,
  levelValidUntil: mostly(addDays(TODAY, 1), day),
  horizonMonths: mostly(12, months),
  isPrivate: mostly(false, fc.boolean()),
});
const notice = fc.record({
  kind: fc.constantFrom(...NOTICE_KINDS),
  at: instant,
  investorLevel: level,
  productLevel: risk,
});
/** Notices in their order, an hour apart, about the levels of the question. */
const asking = fc.record({
  askedAt: mostly(NOW - 40 * HOUR_MS, fc.option(instant)),
  contactedAt: mostly(null, fc.option(instant)),
  stray: fc.array(notice, { maxLength: 4 }),
  orderly: fc.nat({ max: NOTICE_KINDS.length }),
  beganHoursAgo: fc.integer({ min: 6, max: 36 }),
});
const questions: fc.Arbitrary<MatchQuestion> = fc
  .record({ door: fc.constantFrom(...DOORS), investor, product, asking })
  .map(({ asking: { stray, orderly, beganHoursAgo, ...rest }, ...question }) => ({
    ...question,
    at: NOW,
    asking: {
      ...rest,
      notices: [
        ...NOTICE_KINDS.slice(0, orderly).map((kind, nth) => ({
          kind,
          at: NOW - (beganHoursAgo - nth) * HOUR_MS,
          investorLevel: question.investor.level,
          productLevel: question.product.level,
        })),
        ...stray,
      ],
    },
  }));

const RUNS = { numRuns: 2_000 };
/** How much is allowed; a door is open or not beside that. */
const RANKS: Readonly<Record<Match['verdict'], number>> = { UNSUITABLE: 0, NEEDS_WARNING: 1, SUITABLE: 2 };
const rankOf = (question: MatchQuestion): number => RANKS[decideMatch(question).verdict];
const withInvestor = (question: MatchQuestion, parts: Partial<Investor>): MatchQuestion => ({
  ...question,
  investor: { ...question.investor, ...parts },
});
const withProduct = (question: MatchQuestion, parts: Partial<MatchQuestion['product']>): MatchQuestion => ({
  ...question,
  product: { ...question.product, ...parts },
});
/** What is unknown is the worst. */
const rankOfRisk = (each: RiskLevel | null): number => (each === null ? 99 : RISK_LEVELS.indexOf(each));

/** Freezes a value and all it holds, so that writing to it throws. */
function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(frozen);
  return value;
}

describe('decideMatch, whoever asks for whatever', () => {
  it('I-03 the questions below reach every verdict, every reason, and doors that open after notices', () => {
    const matches = fc.sample(questions, { numRuns: 20_000, seed: 7 }).map((each) => decideMatch(each));
    const told = new Set(matches.flatMap((match) => (match.verdict === 'UNSUITABLE' ? match.reasons : [])));
    expect([...told].sort()).toEqual([...MATCH_REASONS].sort());
    const count = (counts: (match: Match) => boolean) => matches.filter(counts).length;
    expect(count(({ verdict }) => verdict === 'SUITABLE')).toBeGreaterThan(1_000);
    expect(count((match) => match.verdict === 'NEEDS_WARNING' && isOpen(match))).toBeGreaterThan(100);
    expect(count((match) => match.verdict === 'NEEDS_WARNING' && match.coolsUntil !== null)).toBeGreaterThan(
      10,
    );
  });

  it('I-03 never throws, changes nothing that it is given, and says the same again', () => {
    fc.assert(
      fc.property(questions, (question) => {
        const before = JSON.stringify(question);
        const match = decideMatch(frozen(question));
        expect(decideMatch(JSON.parse(before))).toEqual(match);
        expect(JSON.stringify(question)).toBe(before);
      }),
      RUNS,
    );
  });

  it('I-03 REQ-SUIT-1 a higher level never loses a product', () => {
    const levels = fc.constantFrom(...INVESTOR_LEVELS);
    fc.assert(
      fc.property(questions, levels, levels, (question, one, other) => {
        const isHigher = INVESTOR_LEVELS.indexOf(one) > INVESTOR_LEVELS.indexOf(other);
        const [lower, higher] = isHigher ? [other, one] : [one, other];
        expect(rankOf(withInvestor(question, { level: lower }))).toBeLessThanOrEqual(
          rankOf(withInvestor(question, { level: higher })),
        );
      }),
      RUNS,
    );
  });

  it('I-03 REQ-SUIT-9 a riskier product is never more allowed, least of all one of unknown risk', () => {
    fc.assert(
      fc.property(questions, risk, risk, (question, one, other) => {
        const [safer, riskier] = rankOfRisk(one) > rankOfRisk(other) ? [other, one] : [one, other];
        expect(rankOf(withProduct(question, { level: riskier }))).toBeLessThanOrEqual(
          rankOf(withProduct(question, { level: safer })),
        );
      }),
      RUNS,
    );
  });

  it('I-03 what is not known never allows more: neither of the member, nor of the product, nor of what was said', () => {
    // A professional is not graded: to have no level is nothing unknown then.
    const unknown: readonly ((question: MatchQuestion) => MatchQuestion)[] = [
      (question) => withInvestor(question, { kind: 'ORDINARY' }),
      (question) => withInvestor(question, { level: null, kind: 'ORDINARY' }),
      (question) => withInvestor(question, { validUntil: null }),
      (question) => withInvestor(question, { hasChanged: true }),
      (question) => withInvestor(question, { hasRefusedInformation: true }),
      (question) => withInvestor(question, { isCallBackDue: true }),
      (question) => withInvestor(question, { goals: null }),
      (question) =>
        withInvestor(question, {
          goals: { horizonMonths: null, types: question.investor.goals?.types ?? [] },
        }),
      (question) =>
        withInvestor(question, {
          goals: { horizonMonths: question.investor.goals?.horizonMonths ?? null, types: [] },
        }),
      (question) => withInvestor(question, { isQualifiedForPrivate: false }),
      (question) => withProduct(question, { level: null }),
      (question) => withProduct(question, { levelValidUntil: null }),
      (question) => withProduct(question, { horizonMonths: null }),
      (question) => withProduct(question, { isPrivate: true }),
      (question) => withProduct(question, { state: 'DRAFT' }),
      (question) => ({ ...question, asking: { ...question.asking, askedAt: null } }),
      (question) => ({ ...question, asking: { ...question.asking, notices: [] } }),
      (question) => ({ ...question, asking: { ...question.asking, contactedAt: NOW - 10_000 * HOUR_MS } }),
    ];
    fc.assert(
      fc.property(questions, fc.constantFrom(...unknown), (question, without) => {
        const less = without(question);
        expect(rankOf(less)).toBeLessThanOrEqual(rankOf(question));
        if (isOpen(decideMatch(less))) expect(isOpen(decideMatch(question))).toBe(true);
      }),
      RUNS,
    );
  });

  it('I-03 what is pushed might be shown, and what is shown might be asked for', () => {
    fc.assert(
      fc.property(questions, (question) => {
        const open = (door: MatchQuestion['door']) => rankOf({ ...question, door });
        expect(open('PUSH')).toBeLessThanOrEqual(open('DISPLAY'));
        expect(open('DISPLAY')).toBeLessThanOrEqual(open('OWN_REQUEST'));
        expect(open('PURCHASE')).toBeLessThanOrEqual(open('OWN_REQUEST'));
        // Nothing that the firm begins opens by notices.
        expect(open('PUSH')).not.toBe(RANKS.NEEDS_WARNING);
        expect(open('DISPLAY')).not.toBe(RANKS.NEEDS_WARNING);
      }),
      RUNS,
    );
  });

  it('I-03 REQ-SUIT-2 nothing above R1 opens to the lowest category', () => {
    fc.assert(
      fc.property(questions, fc.constantFrom('R2', 'R3', 'R4', 'R5'), (question, above) => {
        const asked = withProduct(withInvestor(question, { level: 'C1_LOWEST' }), { level: above });
        expect(decideMatch(asked)).toMatchObject({
          reasons: expect.arrayContaining(['LOWEST_HARD_STOP']),
        });
      }),
      RUNS,
    );
  });

  it('I-03 REQ-SUIT-3 above the level a door opens only with the three notices, in their order, after the asking', () => {
    fc.assert(
      fc.property(questions, (question) => {
        const match = decideMatch(question);
        if (match.verdict !== 'NEEDS_WARNING' || !match.isAboveLevel || !isOpen(match)) return;
        const { askedAt, notices } = question.asking;
        const instants = match.notices.map((kind) =>
          notices.filter((each) => each.kind === kind).map(({ at }) => at),
        );
        const reached = instants.reduce<number>(
          (last, given) => Math.min(...given.filter((at) => at >= last)),
          askedAt ?? Infinity,
        );
        expect(reached).toBeLessThanOrEqual(NOW);
      }),
      RUNS,
    );
  });

  it('I-03 rules of a firm only ever add to what is asked for', () => {
    const stricter = fc.record({
      highRiskFrom: fc.constantFrom(...RISK_LEVELS),
      coolingHours: fc.integer({ min: 0, max: 100 }),
      askingDays: fc.integer({ min: 0, max: MATCH_RULES.askingDays }),
    });
    fc.assert(
      fc.property(questions, stricter, (question, rules) => {
        if (isOpen(decideMatch(question, rules))) expect(isOpen(decideMatch(question))).toBe(true);
      }),
      RUNS,
    );
  });
});
