import { fen } from '@siyu/shared/money';
import {
  afb2023,
  relationOn,
  scoreAfb2023,
  scoreRfe,
  scoreTieStrength,
  type Afb2023Model,
  type EngagementFact,
  type Purchase,
} from '@siyu/shared/rfm';
import { dayOfInstant, type EpochDay } from '@siyu/shared/time';
import type { ConsentPurpose } from '@siyu/shared/contracts/identity.limits';
import type { KeptState } from '../kept-state.ts';

/** What really happened under one registration, kept by the spec apart from the server. */
export interface TrueHistory {
  readonly memberNo: number;
  readonly hasAccount: boolean;
  readonly purchases: TruePurchase[];
  readonly events: TrueEvent[];
  readonly ties: {
    readonly id: string;
    readonly adviser: string;
    readonly from: number;
    until: number | null;
  }[];
  readonly decisions: {
    readonly purpose: ConsentPurpose;
    readonly isGranted: boolean;
    readonly at: number;
  }[];
}
export interface TruePurchase {
  readonly id: string;
  readonly at: number;
  /** The amount that was confirmed last; 0: nothing was bought. */
  yuan: number;
  isRefunded: boolean;
}
interface TrueEvent {
  readonly id: string;
  readonly type: string;
  readonly at: number;
  readonly value: number;
  readonly isClockSuspect: boolean;
}

/** What is right to be kept: from single events instead of daily counts, and by plain sums over the purchases. */
export function rightState(histories: readonly TrueHistory[], asOf: EpochDay, model: Afb2023Model) {
  const purchases = histories.flatMap((history) => history.purchases).flatMap(countedPurchase);
  const events = histories.flatMap((history) => history.events);
  const facts: readonly EngagementFact[] = events.map(({ id, type, at, value, isClockSuspect }) => ({
    factId: id,
    type,
    on: dayOfInstant(at),
    value,
    isClockSuspect,
  }));
  const isProfiled = isGranted(histories, 'PROFILING');
  const isReadable = histories.some(({ hasAccount }) => hasAccount) && isGranted(histories, 'SENSITIVE');
  const bought = purchases.map(({ factId = '', on }) => ({ factId, type: 'purchase_confirmed', on }));
  const relation = relationOn(
    {
      ties: histories
        .flatMap(({ ties }) => ties)
        .map(({ id, from, until }) => ({
          factId: id,
          on: dayOfInstant(from),
          endedOn: until === null ? null : dayOfInstant(until),
        })),
      interactions: events
        .filter(({ type }) => ['lesson_completed', 'quiz_submitted', 'adviser_bound'].includes(type))
        .map(({ id, type, at }) => ({ factId: id, kind: type, on: dayOfInstant(at) })),
      pathsFinished: [],
      consultationsRated: [],
      riskAssessments: [],
      coCreations: [],
    },
    asOf,
  );
  return {
    score: isProfiled && isReadable ? scoreAfb2023(purchases, asOf, model) : null,
    rfe: isProfiled ? scoreRfe(facts, asOf) : null,
    tie: isProfiled ? scoreTieStrength([...facts, ...(isReadable ? bought : [])], asOf) : null,
    relation,
  };
}

/** The parts of what is kept that `rightState` tells too, under the same names; ids of facts are left out. */
export function comparable(kept: KeptState) {
  const { score, rfe, tie, relation } = kept;
  return {
    score: score && {
      purchases: score.purchases,
      amountFen: score.amountFen,
      amountBand: score.amountBand,
      frequencyBand: score.frequencyBand,
      scoreHundredths: score.scoreHundredths,
      group: score.groupCode,
      lapsedKey: score.lapsedKey,
      lastPurchaseOn: score.lastPurchaseOn,
      nextChangeOn: score.nextChangeOn,
    },
    rfe: rfe && {
      recencyBand: rfe.recencyBand,
      frequencyBand: rfe.frequencyBand,
      depthBand: rfe.depthBand,
      lastActiveOn: rfe.lastActiveOn,
      activeDays: rfe.activeDays,
      depth: rfe.depthValue,
      nextChangeOn: rfe.nextChangeOn,
    },
    tie: tie && {
      band: tie.band,
      contact: tie.contactValue,
      intensity: tie.intensityValue,
      commitment: tie.commitmentValue,
      nextChangeOn: tie.nextChangeOn,
    },
    relation: relation && { stage: relation.stage, next: relation.evidence.next },
  };
}

/** The same of what is right. */
export function comparableRight({ score, rfe, tie, relation }: ReturnType<typeof rightState>) {
  return {
    score: score && {
      purchases: score.purchases,
      amountFen: score.amountFen,
      amountBand: score.amountBand,
      frequencyBand: score.frequencyBand,
      scoreHundredths: score.scoreHundredths,
      group: score.group,
      lapsedKey: score.lapsedKey,
      lastPurchaseOn: score.lastPurchaseOn,
      nextChangeOn: score.nextChangeOn,
    },
    rfe: rfe && {
      recencyBand: rfe.recencyBand,
      frequencyBand: rfe.frequencyBand,
      depthBand: rfe.depthBand,
      lastActiveOn: rfe.lastActiveOn,
      activeDays: rfe.activeDays,
      depth: rfe.depth?.value ?? null,
      nextChangeOn: rfe.nextChangeOn,
    },
    tie: tie && {
      band: tie.band,
      contact: tie.parts.contact?.value ?? null,
      intensity: tie.parts.intensity?.value ?? null,
      commitment: tie.parts.commitment?.value ?? null,
      nextChangeOn: tie.nextChangeOn,
    },
    relation: { stage: relation.stage, next: relation.next },
  };
}

/** The set of cuts of the paper under which a member stays recent for so long. */
export function modelOf(version: number, recentDays: number): Afb2023Model {
  return { ...afb2023, version, groups: { ...afb2023.groups, recentDays } };
}

function countedPurchase({ id, at, yuan, isRefunded }: TruePurchase): Purchase[] {
  if (isRefunded || yuan === 0) return [];
  return [{ factId: id, on: dayOfInstant(at), amountFen: fen(yuan * 100), benefitFen: fen(0) }];
}

/** The last word of the person, under whichever registration it was said. */
function isGranted(histories: readonly TrueHistory[], purpose: ConsentPurpose): boolean {
  const said = histories.flatMap(({ decisions }) => decisions).filter((each) => each.purpose === purpose);
  return said.sort((one, other) => one.at - other.at).at(-1)?.isGranted ?? false;
}
