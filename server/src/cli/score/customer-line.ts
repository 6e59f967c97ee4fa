import { fen } from '@siyu/shared/money';
import type { QuintileMeasures } from '@siyu/shared/rfm';
import { readSpending, readWhole, splitFields, type Refusal } from './fields.ts';
import { findColumn, type Header } from './header.ts';
import type { ScoreOptions } from './options.ts';

/** Where the columns of a file with one line per customer stand. */
export interface CustomerColumns {
  readonly count: number;
  readonly customer: number;
  readonly recency: number;
  readonly purchases: number;
  readonly amount: number;
}

/**
 * Finds the columns by the header.
 * @throws ScoreFault when one is missing or stands twice
 */
export function findCustomerColumns(header: Header, { columns }: ScoreOptions): CustomerColumns {
  return {
    count: header.names.length,
    customer: findColumn(header, columns.customer, true),
    recency: findColumn(header, columns.recency, true),
    purchases: findColumn(header, columns.purchases, true),
    amount: findColumn(header, columns.amount, true),
  };
}

/** Reads one line. An empty recency is that of a customer without a purchase. */
export function readCustomer(
  line: string,
  columns: CustomerColumns,
): { readonly customerId: string; readonly measures: QuintileMeasures } | Refusal {
  const fields = splitFields(line, columns.count);
  if ('reason' in fields) return fields;
  const customerId = fields[columns.customer] ?? '';
  if (customerId.trim() === '') return { reason: 'missing field: customer' };
  const purchases = readWhole('purchases', fields[columns.purchases]);
  if (typeof purchases !== 'number') return purchases;
  const amountFen = readSpending('amount', fields[columns.amount]);
  if (typeof amountFen !== 'number') return amountFen;
  if (purchases === 0 && amountFen > 0) return { reason: 'an amount without a purchase' };
  const recency = fields[columns.recency] ?? '';
  if (recency.trim() === '' && purchases === 0) {
    return { customerId, measures: { recencyDays: null, purchases, amountFen: fen(0) } };
  }
  const recencyDays = readWhole('recency', recency);
  if (typeof recencyDays !== 'number') return recencyDays;
  return { customerId, measures: { recencyDays, purchases, amountFen } };
}
