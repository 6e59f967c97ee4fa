import fc from 'fast-check';
import { fen } from '../../money/index.ts';
import { addDays, epochDay, type EpochDay } from '../../time/index.ts';
import {
  addPurchase,
  afb2023,
  noMeasures,
  relationOn,
  rfe,
  rfmQuintileFixed,
  scoreAfb2023,
  scoreQuintile,
  scoreRfe,
  scoreTieStrength,
  tieStrength,
  uniqueFacts,
  type Afb2023Model,
  type EngagementFact,
  type Purchase,
  type QuintileCuts,
  type RelationHistory,
  type StageCode,
} from '../index.ts';

/** Runs of each property: small in `npm test`. */
export const PROPERTY_RUNS = { seed: 707, numRuns: process.env['SIYU_SIZE'] === 'full' ? 5000 : 100 };
export const AS_OF = epochDay(20_781);
export const asOfs = fc
  .oneof(fc.nat(120), fc.integer({ min: -60, max: 400 }))
  .map((days) => addDays(AS_OF, days));

export interface Fact {
  readonly factId?: string;
  readonly on: EpochDay;
}

/** A model as these properties see it: what it reads, what it says, and what one more fact never lowers. */
export interface Subject<F extends Fact> {
  readonly row: fc.Arbitrary<Omit<F, 'factId'>>;
  /** Adds the id to a row. */
  readonly told: (row: Omit<F, 'factId'>, factId: string) => F;
  readonly scoreOf: (facts: readonly F[], asOf: EpochDay) => object;
  readonly levelsOf: (facts: readonly F[], asOf: EpochDay) => readonly number[];
}

/** Half of the days lie in the last month, so that high frequencies and recent members occur. */
const on = fc
  .oneof(fc.integer({ min: -30, max: 0 }), fc.integer({ min: -500, max: 60 }))
  .map((days) => addDays(AS_OF, days));

export const RULES = ['FREQUENCY_FIRST', 'AMOUNT_FIRST', 'BENEFIT_COUNTS', 'GREATER_MARGIN'] as const;
type Rule = (typeof RULES)[number];
/** A window short enough that a dozen purchases can be many. */
export function afbWith(rule: Rule, windowDays = 60): Afb2023Model {
  return { ...afb2023, windowDays, groups: { ...afb2023.groups, rule } };
}

export const purchase = fc.record({
  on,
  // Mostly below every cut even in sum, at times above all of them in one.
  amountFen: fc
    .oneof({ weight: 9, arbitrary: fc.nat(300_000) }, { weight: 1, arbitrary: fc.nat(200_000_000) })
    .map(fen),
  benefitFen: fc
    .oneof({ weight: 9, arbitrary: fc.nat(300_000) }, { weight: 1, arbitrary: fc.nat(100_000_000) })
    .map(fen),
});

export function afbSubject(model: Afb2023Model): Subject<Purchase> {
  return {
    row: purchase,
    told: (row, factId) => ({ ...row, factId }),
    scoreOf: (facts, asOf) => scoreAfb2023(facts, asOf, model),
    levelsOf: (facts, asOf) => {
      const { amountBand, frequencyBand, benefitBand, groupRow } = scoreAfb2023(facts, asOf, model);
      // Between the two key groups a member may change sides; out of them, or into the tail, nobody falls.
      return [amountBand, frequencyBand, benefitBand, -Math.max(2, groupRow)];
    },
  };
}

export function quintileScore(facts: readonly Purchase[], asOf: EpochDay, cuts: QuintileCuts) {
  let measures = noMeasures;
  for (const each of uniqueFacts(facts))
    measures = addPurchase(measures, each, asOf, Number.POSITIVE_INFINITY);
  const last = measures.lastPurchaseOn;
  return {
    measures,
    ...scoreQuintile({ ...measures, recencyDays: last === null ? null : asOf - last }, cuts),
  };
}
export function fixedCuts(): QuintileCuts {
  if (rfmQuintileFixed.fixedCuts === null) throw new Error('no fixed cuts');
  return rfmQuintileFixed.fixedCuts;
}
export const quintileSubject: Subject<Purchase> = {
  row: fc.record({ ...purchaseParts(), amountFen: fc.integer({ min: 0, max: 30_000 }).map(fen) }),
  told: (row, factId) => ({ ...row, factId }),
  scoreOf: (facts, asOf) => quintileScore(facts, asOf, fixedCuts()),
  levelsOf: (facts, asOf) => Object.values(quintileScore(facts, asOf, fixedCuts()).scores ?? {}),
};
function purchaseParts() {
  return { on, benefitFen: fc.constant(fen(0)) };
}

const engagementRow = (types: readonly string[]) =>
  fc.record({
    type: fc.constantFrom(...types),
    on,
    value: fc.nat(1800),
    isClockSuspect: fc.boolean(),
    by: fc.constantFrom<('member' | 'adviser')[]>('member', 'adviser'),
  });
export const rfeSubject: Subject<EngagementFact> = {
  row: engagementRow([...rfe.rules.map(({ type }) => type), 'complaint_filed']),
  told: (row, factId) => ({ ...row, factId }),
  scoreOf: (facts, asOf) => scoreRfe(facts, asOf),
  levelsOf: (facts, asOf) => {
    const { recencyBand, frequencyBand, depthBand, depthHundredths } = scoreRfe(facts, asOf);
    return [recencyBand, frequencyBand, depthBand, depthHundredths];
  },
};
export const tieSubject: Subject<EngagementFact> = {
  row: engagementRow([
    ...tieStrength.contact.types,
    ...tieStrength.commitment.rules.map(({ type }) => type),
    'complaint_filed',
  ]),
  told: (row, factId) => ({ ...row, factId }),
  scoreOf: (facts, asOf) => scoreTieStrength(facts, asOf),
  levelsOf: (facts, asOf) => {
    const { band, strengthHundredths } = scoreTieStrength(facts, asOf);
    return [band, strengthHundredths];
  },
};

export const STAGES: readonly StageCode[] = ['STRANGER', 'WEAK_TIE', 'FAMILIAR', 'TRUSTING', 'CO_CREATING'];
interface RelationFact extends Fact {
  readonly factId: string;
  readonly list: keyof RelationHistory;
  readonly kind: string;
  readonly lastsDays: number;
}
export function historyOf(facts: readonly RelationFact[]): RelationHistory {
  const dated = (list: keyof RelationHistory) =>
    facts.filter((fact) => fact.list === list).map(({ factId, on: day }) => ({ factId, on: day }));
  const of = (list: keyof RelationHistory) => facts.filter((fact) => fact.list === list);
  return {
    ties: of('ties').map(({ factId, on: day, lastsDays }) => ({
      factId,
      on: day,
      endedOn: lastsDays > 200 ? null : addDays(day, lastsDays),
    })),
    interactions: of('interactions').map(({ factId, on: day, kind }) => ({ factId, on: day, kind })),
    pathsFinished: dated('pathsFinished'),
    consultationsRated: dated('consultationsRated'),
    riskAssessments: of('riskAssessments').map(({ factId, on: day, lastsDays }) => ({
      factId,
      on: day,
      validUntil: addDays(day, lastsDays),
    })),
    coCreations: dated('coCreations'),
  };
}
export const relationSubject: Subject<RelationFact> = {
  row: fc.record({
    on,
    list: fc.constantFrom<(keyof RelationHistory)[]>(
      'ties',
      'interactions',
      'interactions',
      'interactions',
      'pathsFinished',
      'consultationsRated',
      'riskAssessments',
      'coCreations',
    ),
    kind: fc.constantFrom('learning', 'answering', 'replying', 'attending'),
    lastsDays: fc.nat(400),
  }),
  told: (row, factId) => ({ ...row, factId }),
  scoreOf: (facts, asOf) => relationOn(historyOf(facts), asOf),
  levelsOf: (facts, asOf) => [STAGES.indexOf(relationOn(historyOf(facts), asOf).stage)],
};
