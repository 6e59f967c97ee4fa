import type { Fen } from '../../money/index.ts';
import type { EpochDay } from '../../time/index.ts';

/**
 * What the core system tells of a customer's money.
 * - `purchase`: an application; it counts from its confirmation on, as of the moment it was accepted.
 * - `confirmed_purchase`: application, confirmation and income told as one.
 * - `confirmation`: the confirmed amount of the transaction it names; nothing was bought when that is zero.
 * - `refund`: the transaction it names is void on its own day.
 * - `redemption`: money that left; never a negative purchase.
 * - `switch`: one product given for another, told when it has been done.
 * - `plan_deduction`: one deduction of a regular plan, told when it has been done.
 * - `benefit`: income of the firm; negative when it is clawed back.
 * - `holding_snapshot`: what the customer holds of a product at a moment.
 */
export type TransactionKind =
  | 'purchase'
  | 'confirmed_purchase'
  | 'confirmation'
  | 'refund'
  | 'redemption'
  | 'switch'
  | 'plan_deduction'
  | 'benefit'
  | 'holding_snapshot';

/** One fact as it was told. Facts are never changed: a correction is another fact that names the first. */
export interface TransactionFact {
  /** Id in the core system; the same id counts once. */
  readonly factId: string;
  readonly kind: TransactionKind;
  /** Epoch milliseconds. */
  readonly occurredAt: number;
  /** Its civil day (Asia/Shanghai). */
  readonly on: EpochDay;
  /** The fact that this one confirms, pays back or belongs to; it may not be known yet. */
  readonly refFactId: string | null;
  readonly productCode: string | null;
  /** The product that a switch leads to. */
  readonly targetProductCode: string | null;
  readonly planId: string | null;
  /** Money in fen; foreign money at the mid rate of its day. */
  readonly amountFen: Fen | null;
  /** Income told together with a confirmed purchase, fen. */
  readonly benefitFen: Fen | null;
}
