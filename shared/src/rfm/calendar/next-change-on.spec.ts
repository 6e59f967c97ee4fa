import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fen } from '../../money/index.ts';
import { addDays, epochDay, startOfDay, type EpochDay } from '../../time/index.ts';
import {
  addPurchase,
  afb2023,
  afb2023Retail,
  classicGroupOf,
  classicHighs,
  countingRules,
  decisionInput,
  holdGroup,
  modelName,
  nextChangeOn,
  nextClassicChangeOn,
  nextHeldChangeOn,
  noMeasures,
  purchasesOf,
  relationOn,
  relationRules,
  relativeModel,
  rfe,
  rfmQuintileFixed,
  scoreAfb2023,
  scoreQuintile,
  scoreRfe,
  scoreTieStrength,
  tieStrength,
  type Afb2023Model,
  type AfbMeasures,
  type ClassicCuts,
  type CountingRules,
  type EngagementFact,
  type HeldGroup,
  type HeldStage,
  type Purchase,
  type RelationHistory,
  type RelationRules,
  type RfeModel,
  type RfmQuintileModel,
  type TieStrengthModel,
  type TransactionFact,
  type TransactionKind,
} from '../index.ts';

const NUM_RUNS = process.env['SIYU_SIZE'] === 'full' ? 1000 : 10;
const TWO_YEARS = 731;
const LEAP_DAY = epochDay(19_782); // 2024-02-29
/** What scores hold beside what is kept: day counts and decayed values, which move every day. */
const MOVES_DAILY = new Set(['asOf', 'recencyDays', 'depthHundredths', 'strengthHundredths', 'nextChangeOn']);

function kept(score: object): string {
  return JSON.stringify(Object.entries(score).filter(([name]) => !MOVES_DAILY.has(name)));
}

/** The plain way: recompute day after day and note when something differs from the day before. */
function dayByDay(scoreOn: (asOf: EpochDay) => object, from: EpochDay): number[] {
  const changes: number[] = [];
  let before = kept(scoreOn(from));
  for (let ahead = 1; ahead <= TWO_YEARS; ahead += 1) {
    const now = kept(scoreOn(addDays(from, ahead)));
    if (now !== before) changes.push(from + ahead);
    before = now;
  }
  return changes;
}

/** The way of the nightly run: look again only when the last look said so. */
function byJumps(next: (asOf: EpochDay) => EpochDay | null, from: EpochDay): number[] {
  const changes: number[] = [];
  for (let day = next(from); day !== null && day <= from + TWO_YEARS; day = next(day)) changes.push(day);
  return changes;
}

/** The first as-of: often a day of facts, so that facts of as-of itself occur. */
const fromDay = fc.oneof(fc.constantFrom(-1, 0, 1), fc.integer({ min: -500, max: 60 }));

/** Compares both for random facts and says how many changes there were in all. */
function compare<Facts>(
  scenes: fc.Arbitrary<Facts>,
  scoreOn: (facts: Facts, asOf: EpochDay) => object,
  next: (facts: Facts, asOf: EpochDay) => EpochDay | null,
): number {
  let changes = 0;
  fc.assert(
    fc.property(scenes, fromDay, (facts, shift) => {
      const from = addDays(LEAP_DAY, shift);
      const expected = dayByDay((asOf) => scoreOn(facts, asOf), from);
      expect(byJumps((asOf) => next(facts, asOf), from)).toEqual(expected);
      changes += expected.length;
    }),
    { seed: 505, numRuns: NUM_RUNS },
  );
  return changes / NUM_RUNS;
}

/** Days around the leap day, itself often among them; some lie after the first as-of. */
const day = fc
  .oneof(
    { weight: 1, arbitrary: fc.constantFrom(-1, 0, 1) },
    { weight: 6, arbitrary: fc.integer({ min: -700, max: 500 }) },
  )
  .map((days) => addDays(LEAP_DAY, days));
const windowDays = fc.oneof(fc.constantFrom(1, 30, 90, 365, 366), fc.integer({ min: 1, max: 500 }));

/** Money in few sizes, so that what comes and what goes cancel out at times. */
const amount = fc.constantFrom(0, 1, 999_999, 1_000_000, 5_000_000, 10_000_000, 100_000_000).map(fen);
const income = fc.constantFrom(-1_000_000, -1, 0, 1, 1_000_000, 50_000_000).map(fen);

/** What a core system may tell: purchases, switches, plans, refunds and claw-backs, in any order of days. */
const purchases: fc.Arbitrary<readonly Purchase[]> = fc
  .record({
    told: fc.array(
      fc.record({
        kind: fc.constantFrom<TransactionKind[]>(
          'confirmed_purchase',
          'confirmed_purchase',
          'confirmed_purchase',
          'plan_deduction',
          'switch',
          'refund',
          'benefit',
          'benefit',
        ),
        on: day,
        ref: fc.option(fc.nat(9)),
        amountFen: amount,
        benefitFen: income,
      }),
      { maxLength: 14, size: 'max' },
    ),
    planCounting: fc.constantFrom<CountingRules['planCounting'][]>('each', 'plan'),
  })
  .map(({ told, planCounting }) =>
    purchasesOf(
      told.map(({ kind, on, ref, amountFen, benefitFen }, nth): TransactionFact => ({
        factId: `t-${nth}`,
        kind,
        occurredAt: startOfDay(on),
        on,
        refFactId: (kind === 'refund' || kind === 'benefit') && ref !== null ? `t-${ref}` : null,
        productCode: 'FUND',
        targetProductCode: kind === 'switch' ? 'OTHER' : null,
        planId: kind === 'plan_deduction' ? 'PLAN' : null,
        amountFen: kind === 'benefit' ? benefitFen : amountFen,
        benefitFen: kind === 'confirmed_purchase' ? benefitFen : null,
      })),
      { ...countingRules, planCounting },
    ),
  );

function measured(facts: readonly Purchase[], asOf: EpochDay, window: number): AfbMeasures {
  return facts.reduce((sum, purchase) => addPurchase(sum, purchase, asOf, window), noMeasures);
}
function recencyOf({ lastPurchaseOn }: AfbMeasures, asOf: EpochDay): number | null {
  return lastPurchaseOn === null ? null : asOf - lastPurchaseOn;
}

function facts(types: readonly string[]): fc.Arbitrary<readonly EngagementFact[]> {
  return fc
    .array(
      fc.record({
        type: fc.constantFrom(...types),
        on: day,
        value: fc.constantFrom(0, 100, 299, 300, 1800),
        isClockSuspect: fc.boolean(),
        by: fc.constantFrom<('member' | 'adviser')[]>('member', 'member', 'adviser'),
        times: fc.integer({ min: 1, max: 6 }),
      }),
      { maxLength: 8 },
    )
    .map((rows) =>
      rows.flatMap(({ times, ...row }, nth) =>
        Array.from({ length: times }, (_, time) => ({ ...row, factId: `f-${nth}-${time}` })),
      ),
    );
}

describe('the day on which the calendar alone changes a score', () => {
  it('B-05 afb-2023: sums, bands, group and flags, over two years of random purchases with refunds', () => {
    const population = [0, 1, 2, 5, 9].map((n) => ({
      ...noMeasures,
      purchases: n,
      amountFen: fen(n * 1_000_000),
    }));
    const relative = relativeModel(afb2023, population, LEAP_DAY, 1);
    const model = fc
      .record({
        preset: fc.constantFrom(afb2023, afb2023Retail, relative),
        windowDays,
        recentDays: fc.integer({ min: 0, max: 120 }),
        rule: fc.constantFrom<Afb2023Model['groups']['rule'][]>(
          'FREQUENCY_FIRST',
          'AMOUNT_FIRST',
          'BENEFIT_COUNTS',
          'GREATER_MARGIN',
        ),
      })
      .map(({ preset, windowDays: days, recentDays, rule }): Afb2023Model => {
        return { ...preset, windowDays: days, groups: { ...preset.groups, recentDays, rule } };
      });
    const changes = compare(
      fc.record({ purchases, model }),
      (scene, asOf) => scoreAfb2023(scene.purchases, asOf, scene.model),
      (scene, asOf) => nextChangeOn(scene.purchases, scene.model, asOf),
    );
    expect(changes).toBeGreaterThan(4);
  });

  it('B-05 passes over a day on which what comes and what goes cancel out', () => {
    const money = (on: EpochDay, benefitFen: number): Purchase => {
      return { on, amountFen: fen(0), benefitFen: fen(benefitFen), isMoneyOnly: true };
    };
    const model = { ...afb2023, windowDays: 10 };
    const next = (...facts: Purchase[]) => nextChangeOn(facts, model, epochDay(101));
    // Income of day 100 leaves on 111, just when as much of day 110 comes in; that leaves on 121.
    expect(next(money(epochDay(100), 5))).toBe(111);
    expect(next(money(epochDay(100), 5), money(epochDay(110), 5))).toBe(121);
    const nothing = [100, 103].flatMap((day) => [money(epochDay(day), 5), money(epochDay(day), -5)]);
    expect(next(...nothing)).toBeNull();
    const quintile = { ...rfmQuintileFixed, windowDays: 10 };
    expect(nextChangeOn([money(epochDay(100), 5)], quintile, epochDay(101))).toBe(111);
    expect(nextChangeOn(nothing, quintile, epochDay(101))).toBeNull();
  });

  it('B-05 rfm-quintile with frozen cuts: sums, scores and segment', () => {
    const cut = (most: number) => fc.record({ whole: fc.nat(most), part: fc.nat(4), parts: fc.constant(5) });
    const cuts = (most: number) => fc.array(cut(most), { minLength: 4, maxLength: 4 });
    const model: fc.Arbitrary<RfmQuintileModel> = fc
      .record({
        windowDays: fc.option(windowDays),
        recencyDays: cuts(400),
        purchases: cuts(8),
        amountFen: cuts(100_000_000),
      })
      .map(({ windowDays: days, ...fixedCuts }) => ({ ...rfmQuintileFixed, windowDays: days, fixedCuts }));
    const changes = compare(
      fc.record({ purchases, model }),
      (scene, asOf) => {
        const window = scene.model.windowDays ?? Number.POSITIVE_INFINITY;
        const measures = measured(scene.purchases, asOf, window);
        const { fixedCuts } = scene.model;
        if (fixedCuts === null) throw new Error('no cuts');
        return {
          measures,
          ...scoreQuintile({ ...measures, recencyDays: recencyOf(measures, asOf) }, fixedCuts),
        };
      },
      (scene, asOf) => nextChangeOn(scene.purchases, scene.model, asOf),
    );
    expect(changes).toBeGreaterThan(4);
    const unfrozen = { ...rfmQuintileFixed, fixedCuts: null };
    expect(() => nextChangeOn([], unfrozen, LEAP_DAY)).toThrow(RangeError);
  });

  it('B-05 classic eight with frozen middles: sums and group', () => {
    const cut = (most: number) => fc.record({ whole: fc.nat(most), part: fc.nat(4), parts: fc.constant(5) });
    const cuts: fc.Arbitrary<ClassicCuts> = fc
      .record({ recencyDays: cut(400), purchases: cut(8), amountFen: cut(100_000_000) })
      .map((middles) => ({ ...middles, middle: 'MEAN', madeOn: LEAP_DAY, members: 9 }));
    const changes = compare(
      fc.record({ purchases, cuts, windowDays: fc.oneof(windowDays, fc.constant(Number.POSITIVE_INFINITY)) }),
      (scene, asOf) => {
        const measures = measured(scene.purchases, asOf, scene.windowDays);
        const highs = classicHighs({ ...measures, recencyDays: recencyOf(measures, asOf) }, scene.cuts);
        return { measures, group: classicGroupOf(highs) };
      },
      (scene, asOf) => nextClassicChangeOn(scene.purchases, scene.cuts, scene.windowDays, asOf),
    );
    expect(changes).toBeGreaterThan(2);
  });

  it('B-05 hysteresis: runs on the days of change alone leave the group, its days and what is pending as daily runs do', () => {
    const scene = fc.record({
      purchases,
      windowDays: fc.integer({ min: 10, max: 120 }),
      recentDays: fc.integer({ min: 1, max: 60 }),
      downRuns: fc.integer({ min: 1, max: 4 }),
      shift: fromDay,
    });
    let pendings = 0;
    fc.assert(
      fc.property(scene, ({ purchases: facts, windowDays: days, recentDays, downRuns, shift }) => {
        const model = { ...afb2023, windowDays: days, groups: { ...afb2023.groups, recentDays } };
        const from = addDays(LEAP_DAY, shift);
        const run = (held: HeldGroup | null, asOf: EpochDay) => {
          const score = scoreAfb2023(facts, asOf, model);
          const inputHash = decisionInput(score, model);
          const decided = { asOf, decision: score, ruleVersion: modelName(model), inputHash };
          return { score, held: holdGroup(held, decided, downRuns) };
        };
        let daily = run(null, from);
        let lazy = daily;
        let due = nextHeldChangeOn(lazy.score, lazy.held);
        const differing: number[] = [];
        for (let ahead = 1; ahead <= TWO_YEARS; ahead += 1) {
          const asOf = addDays(from, ahead);
          daily = run(daily.held, asOf);
          if (due !== null && asOf >= due) {
            lazy = run(lazy.held, asOf);
            due = nextHeldChangeOn(lazy.score, lazy.held);
          }
          if (JSON.stringify(lazy.held) !== JSON.stringify(daily.held)) differing.push(asOf);
          if (daily.held.pending !== null) pendings += 1;
        }
        expect(differing).toEqual([]);
      }),
      { seed: 505, numRuns: NUM_RUNS },
    );
    expect(pendings).toBeGreaterThan(NUM_RUNS);
  });

  it('B-05 rfe: three bands, the sum of depth and its evidence', () => {
    const model: fc.Arbitrary<RfeModel> = fc
      .record({ windowDays, halfLifeDays: fc.constantFrom(10, 30, 90) })
      .map((changed) => ({ ...rfe, ...changed }));
    const changes = compare(
      fc.record({ facts: facts([...rfe.rules.map(({ type }) => type), 'purchase_confirmed']), model }),
      (scene, asOf) => scoreRfe(scene.facts, asOf, scene.model),
      (scene, asOf) => nextChangeOn(scene.facts, scene.model, asOf),
    );
    expect(changes).toBeGreaterThan(4);
  });

  it('B-05 relationStage: stage, steps and proof, as kinds leave their 60 days and assessments expire', () => {
    const dated = fc.array(fc.record({ on: day }), { maxLength: 3 });
    const withIds = <Row extends object>(prefix: string, rows: readonly Row[]) =>
      rows.map((row, nth) => ({ ...row, factId: `${prefix}-${nth}` }));
    const history: fc.Arbitrary<RelationHistory> = fc
      .record({
        ties: fc.array(fc.record({ on: day, lasts: fc.option(fc.nat(300)) }), { minLength: 1, maxLength: 2 }),
        interactions: fc.array(fc.record({ on: day, kind: fc.constantFrom('a', 'b', 'c', 'd') }), {
          maxLength: 12,
        }),
        pathsFinished: dated,
        consultationsRated: dated,
        riskAssessments: fc.array(fc.record({ on: day, valid: fc.nat(400) }), { maxLength: 2 }),
        coCreations: dated,
      })
      .map((rows) => ({
        ties: withIds('t', rows.ties).map(({ lasts, ...tie }) => ({
          ...tie,
          endedOn: lasts === null ? null : addDays(tie.on, lasts),
        })),
        interactions: withIds('i', rows.interactions),
        pathsFinished: withIds('p', rows.pathsFinished),
        consultationsRated: withIds('c', rows.consultationsRated),
        riskAssessments: withIds('r', rows.riskAssessments).map(({ valid, ...assessment }) => ({
          ...assessment,
          validUntil: addDays(assessment.on, valid),
        })),
        coCreations: withIds('o', rows.coCreations),
      }));
    const rules: fc.Arbitrary<RelationRules> = fc
      .record({ windowDays: fc.constantFrom(1, 60, 200), kinds60d: fc.constantFrom(1, 2, 3) })
      .map((changed) => ({ ...relationRules, ...changed }));
    const held: fc.Arbitrary<HeldStage | null> = fc.option(
      fc.record({ stage: fc.constantFrom('WEAK_TIE', 'FAMILIAR', 'TRUSTING'), reachedOn: day }),
    );
    const changes = compare(
      fc.record({ history, held, rules }),
      (scene, asOf) => relationOn(scene.history, asOf, scene.held, scene.rules),
      (scene, asOf) =>
        scene.held === null
          ? nextChangeOn(scene.history, scene.rules, asOf)
          : relationOn(scene.history, asOf, scene.held, scene.rules).nextChangeOn,
    );
    expect(changes).toBeGreaterThan(2);
  });

  it('B-05 tieStrength: band, the sums of its parts and their evidence', () => {
    const types = [
      'purchase_confirmed',
      'advisory_contract_signed',
      'consultation_replied',
      'consultation_closed',
      'live_attended',
      'complaint_filed',
    ];
    // Low cuts, so that a handful of facts crosses them all.
    const model: fc.Arbitrary<TieStrengthModel> = fc
      .record({
        halfLifeDays: fc.constantFrom(30, 90),
        cuts: fc.constantFrom([100, 300, 500, 900], tieStrength.cuts),
      })
      .map((changed) => ({ ...tieStrength, ...changed }));
    const changes = compare(
      fc.record({ facts: facts(types), model }),
      (scene, asOf) => scoreTieStrength(scene.facts, asOf, scene.model),
      (scene, asOf) => nextChangeOn(scene.facts, scene.model, asOf),
    );
    expect(changes).toBeGreaterThan(1);
  });
});
