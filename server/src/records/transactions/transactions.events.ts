/** Outbox event per fact of a linked customer, for modules that react. What it is worth is asked for, not carried. */
export const TRANSACTION_RECORDED = 'TransactionRecorded';
export interface TransactionRecorded {
  readonly sourceId: string;
  readonly kind: string;
}
