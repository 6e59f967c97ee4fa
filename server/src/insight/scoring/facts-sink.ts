import type { GroupCode, StageCode } from '@siyu/shared/contracts/scoring.limits';
import type { Fen } from '@siyu/shared/money';
import type { EpochDay } from '@siyu/shared/time';
import type { Transaction } from '../../platform/database/index.ts';

/** A score as it is kept: sums and bands of the window, never a count of days that would age by itself. */
export interface KeptScore {
  readonly modelId: string;
  readonly modelVersion: number;
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
  readonly group: GroupCode;
  /** Row of the decision table that matched, 1 to 4. */
  readonly groupRow: number;
  readonly lastPurchaseOn: EpochDay | null;
}

/** What is known of a member on one day: everything a segment or a feed may depend on. */
export interface MemberFacts {
  readonly memberNo: number;
  /** Facts of the member up to this number are in. */
  readonly seq: number;
  /** Exclusive day boundary, 00:00 Shanghai. */
  readonly asOf: EpochDay;
  /** First later asOf on which any of this would differ without a new fact. */
  readonly nextChangeOn: EpochDay | null;
  readonly stage: StageCode;
  readonly stageReachedOn: EpochDay;
  readonly isAccountLinked: boolean;
  /** False when the member has not agreed to profiling: then there is no score. */
  readonly isProfiled: boolean;
  readonly lessonsCompleted: number;
  /** Epoch milliseconds of the last thing the member did. */
  readonly lastActiveAt: number | null;
  readonly score: KeptScore | null;
}

/** Takes the facts of scored members in the transaction that writes their scores. Provided by segments. */
export abstract class FactsSink {
  abstract replaceFacts(tx: Transaction, facts: readonly MemberFacts[]): Promise<void>;
}
