import { TRANSACTION_KINDS } from '@siyu/shared/contracts/transactions.limits';
import type { TransactionKind } from '@siyu/shared/rfm';

const KINDS: readonly TransactionKind[] = [...TRANSACTION_KINDS, 'confirmed_purchase'];

/** A kind as stored; an unknown one means the row was made by a newer program and must not be guessed at. */
export function kindOf(stored: string): TransactionKind {
  const kind = KINDS.find((each) => each === stored);
  if (kind === undefined) throw new RangeError(`unknown kind of transaction ${stored}`);
  return kind;
}
