import type { RecordTransactions } from '@siyu/shared/contracts/transactions';
import { fen, formatYuan } from '@siyu/shared/money';

export type ToldRow = RecordTransactions['transactions'][number];

/** A row of the API as a line of a file. */
export function csvLine(row: ToldRow): string {
  return [
    row.sourceId,
    row.kind,
    row.coreCustomerId,
    row.occurredAt,
    row.refSourceId ?? '',
    row.productCode ?? '',
    row.targetProductCode ?? '',
    row.planId ?? '',
    typeof row.amountFen === 'number' ? formatYuan(fen(row.amountFen)) : '',
    row.benefitSource ?? '',
    row.currency ?? '',
    row.midRate ?? '',
  ].join(',');
}
