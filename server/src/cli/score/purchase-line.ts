import { fen } from '@siyu/shared/money';
import type { Purchase } from '@siyu/shared/rfm';
import { parseDay } from '@siyu/shared/time';
import { readMoney, readSpending, splitFields, type Refusal } from './fields.ts';
import { findColumn, type Header } from './header.ts';
import type { ScoreOptions } from './options.ts';

/** Where the columns of a file of purchases stand. */
export interface PurchaseColumns {
  readonly count: number;
  readonly customer: number;
  readonly date: number;
  readonly amount: number;
  /** −1 when the file has no benefit column, or the model reads none. */
  readonly benefit: number;
  /** −1 when no column was named: then every line is a purchase. */
  readonly id: number;
}

/**
 * Finds the columns by the header.
 * @throws ScoreFault when one is missing or stands twice
 */
export function findPurchaseColumns(
  header: Header,
  { columns, named }: ScoreOptions,
  readsBenefit: boolean,
): PurchaseColumns {
  return {
    count: header.names.length,
    customer: findColumn(header, columns.customer, true),
    date: findColumn(header, columns.date, true),
    amount: findColumn(header, columns.amount, true),
    benefit: readsBenefit ? findColumn(header, columns.benefit, named.has('benefit')) : -1,
    id: named.has('id') ? findColumn(header, columns.id, true) : -1,
  };
}

/**
 * Reads one line. Spaces around dates and numbers are tolerated; a customer's id is taken as it stands, since
 * `A` and `A ` may be two customers.
 */
export function readPurchase(
  line: string,
  columns: PurchaseColumns,
): { readonly customerId: string; readonly purchase: Purchase } | Refusal {
  const fields = splitFields(line, columns.count);
  if ('reason' in fields) return fields;
  const customerId = fields[columns.customer] ?? '';
  if (customerId.trim() === '') return { reason: 'missing field: customer' };
  const date = (fields[columns.date] ?? '').trim();
  const on = parseDay(date);
  if (on === null) return { reason: dateFault(date) };
  const amountFen = readSpending('amount', fields[columns.amount]);
  if (typeof amountFen !== 'number') return amountFen;
  const benefitFen = columns.benefit === -1 ? fen(0) : readMoney('benefit', fields[columns.benefit]);
  if (typeof benefitFen !== 'number') return benefitFen;
  const purchase = { on, amountFen, benefitFen };
  if (columns.id === -1) return { customerId, purchase };
  const factId = fields[columns.id] ?? '';
  if (factId.trim() === '') return { reason: 'missing field: id' };
  return { customerId, purchase: { ...purchase, factId } };
}

function dateFault(text: string): string {
  if (text === '') return 'missing field: date';
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? `impossible date: ${text}` : `date is not YYYY-MM-DD: ${text}`;
}
