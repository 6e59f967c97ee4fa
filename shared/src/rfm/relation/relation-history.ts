import type { EpochDay } from '../../time/index.ts';

/** A fact of one day (Asia/Shanghai); the same id counts once. */
export interface DatedFact {
  readonly factId: string;
  readonly on: EpochDay;
}

/** Membership of a group, or being bound to an adviser. */
export interface TieFact extends DatedFact {
  /** Day on which it ended; null while it holds. */
  readonly endedOn: EpochDay | null;
}

/** Something member and firm did with each other, as the server has seen it. */
export interface InteractionFact extends DatedFact {
  readonly kind: string;
}

export interface RiskAssessmentFact extends DatedFact {
  /** First day on which it is valid no more. */
  readonly validUntil: EpochDay;
}

/**
 * The dated facts behind a member's relation stage. No purchase, contract, money, rating value, referral or
 * complaint has a place in it.
 */
export interface RelationHistory {
  readonly ties: readonly TieFact[];
  readonly interactions: readonly InteractionFact[];
  readonly pathsFinished: readonly DatedFact[];
  /** Consultations held and rated, on the day of the rating, whatever it was. */
  readonly consultationsRated: readonly DatedFact[];
  readonly riskAssessments: readonly RiskAssessmentFact[];
  /** Published feedback, answers chosen as helpful, contributions to a course. */
  readonly coCreations: readonly DatedFact[];
}
