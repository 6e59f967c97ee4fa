import type { GroupCode, StageCode } from '@siyu/shared/contracts/scoring.limits';
import type { Fen } from '@siyu/shared/money';
import type { RelationOnDay } from '@siyu/shared/rfm';
import type { EpochDay } from '@siyu/shared/time';

/**
 * What is kept of a member, model by model, under the names of the columns. Sums, bands and days only: a count of
 * days would age by itself, and a value that decays is kept as its worth on an anchor day.
 */
export interface KeptState {
  readonly score: KeptScore | null;
  readonly rfe: KeptRfe | null;
  readonly tie: KeptTie | null;
  readonly relation: KeptRelation | null;
}

/** 数量–质量–效益. */
export interface KeptScore {
  readonly modelId: string;
  /** Set of cuts that made it, and its version. */
  readonly preset: string;
  readonly modelVersion: number;
  /** Version of the configuration that held the set. */
  readonly configVersion: number;
  /** And of the rules of what counts as a purchase. */
  readonly countingVersion: number;
  readonly windowDays: number;
  /** Sums of the window; money in fen. */
  readonly purchases: number;
  readonly amountFen: Fen;
  readonly benefitFen: Fen;
  /** Bands 1 (lowest) to 6. */
  readonly amountBand: number;
  readonly frequencyBand: number;
  readonly benefitBand: number;
  readonly scoreHundredths: number;
  readonly groupCode: GroupCode;
  /** Row of the decision table that matched, 1 to 4. */
  readonly groupRow: number;
  readonly isCore: boolean;
  readonly highBenefitTail: boolean;
  readonly lapsedKey: boolean;
  readonly amountNegative: boolean;
  readonly benefitNegative: boolean;
  readonly lastPurchaseOn: EpochDay | null;
  readonly nextChangeOn: EpochDay | null;
}

/** How a member takes part. */
export interface KeptRfe {
  readonly configVersion: number;
  /** Bands 1 (lowest) to 6. */
  readonly recencyBand: number;
  readonly frequencyBand: number;
  readonly depthBand: number;
  readonly lastActiveOn: EpochDay | null;
  /** Active days in the window. */
  readonly activeDays: number;
  /** Worth on the anchor day in 1/2^24 of a hundredth of a point; null when nothing was ever gained. */
  readonly depthValue: number | null;
  readonly depthAnchorOn: EpochDay | null;
  readonly nextChangeOn: EpochDay | null;
}

/** The strength of a tie, by its parts; worth on the anchor days as above. */
export interface KeptTie {
  readonly configVersion: number;
  readonly countingVersion: number;
  /** 1 (weakest) to 5. */
  readonly band: number;
  readonly contactValue: number | null;
  readonly contactAnchorOn: EpochDay | null;
  readonly intensityValue: number | null;
  readonly intensityAnchorOn: EpochDay | null;
  readonly memberRepliesValue: number | null;
  readonly memberRepliesAnchorOn: EpochDay | null;
  readonly adviserRepliesValue: number | null;
  readonly adviserRepliesAnchorOn: EpochDay | null;
  readonly commitmentValue: number | null;
  readonly commitmentAnchorOn: EpochDay | null;
  readonly nextChangeOn: EpochDay | null;
}

/** The relation stage with what proves it. */
export interface KeptRelation {
  readonly stage: StageCode;
  /** Version of the configuration that held the rules. */
  readonly rulesVersion: number;
  /** Last day whose facts reached the stage; for a stranger the day of registration. */
  readonly reachedOn: EpochDay;
  /** A stage held from earlier rules, which these do not take back. */
  readonly heldStage: StageCode | null;
  readonly heldOn: EpochDay | null;
  readonly evidence: Pick<RelationOnDay, 'reached' | 'next'>;
  readonly nextChangeOn: EpochDay | null;
}
