import type { Fen } from '../../money/index.ts';
import type { EpochDay } from '../../time/index.ts';

/** One confirmed purchase of a financial product or an advisory service. */
export interface Purchase {
  /** Id in its source; the same id counts once. Absent where the source has none, as in a plain file. */
  readonly factId?: string;
  /** Day on which the application was accepted (Asia/Shanghai). */
  readonly on: EpochDay;
  /** Confirmed amount, fen. */
  readonly amountFen: Fen;
  /** Income it brought the firm, fen; negative after a claw-back. */
  readonly benefitFen: Fen;
  /** Money that is no purchase, such as income of its own: it adds to the sums, is not counted and is never the last one. */
  readonly isMoneyOnly?: boolean;
  /**
   * Day of the purchase that counts in its place from then on, such as the next deduction of a plan that counts
   * once: from the asOf after that day this one adds money only.
   */
  readonly supersededOn?: EpochDay;
}
