import { parseYuan, type Fen } from '@siyu/shared/money';
import type { Purchase } from '@siyu/shared/rfm';
import { parseDay } from '@siyu/shared/time';
import { splitCsvLine } from './csv-line.ts';
import type { ScoreOptions } from './options.ts';
import { ScoreFault } from './score-fault.ts';

/** Where the columns stand in the file. */
export interface Columns {
  readonly count: number;
  readonly customer: number;
  readonly date: number;
  readonly amount: number;
  /** −1 when the file has no benefit column. */
  readonly benefit: number;
}

/** A row of the file: a customer's purchase, or the reason why it is none. */
export type PurchaseLine =
  { readonly customerId: string; readonly purchase: Purchase } | { readonly reason: string };

/**
 * Finds the columns by the header.
 * @throws ScoreFault when one is missing or stands twice
 */
export function findColumns(header: string, { columns, isBenefitRequired, input }: ScoreOptions): Columns {
  const names = splitCsvLine(header)?.map((name) => name.trim());
  if (names === undefined) throw new ScoreFault(`the header of ${input} has a broken quote`);
  const find = (name: string, isRequired: boolean): number => {
    const at = names.indexOf(name);
    if (at === -1 && isRequired) {
      throw new ScoreFault(`${input} has no column "${name}"; its header has: ${names.join(', ')}`);
    }
    if (names.includes(name, at + 1) && at !== -1)
      throw new ScoreFault(`${input} has the column "${name}" twice`);
    return at;
  };
  return {
    count: names.length,
    customer: find(columns.customer, true),
    date: find(columns.date, true),
    amount: find(columns.amount, true),
    benefit: find(columns.benefit, isBenefitRequired),
  };
}

/**
 * Reads one line. Spaces around dates and numbers are tolerated; a customer's id is taken as it stands, since
 * `A` and `A ` may be two customers.
 */
export function readPurchase(line: string, columns: Columns): PurchaseLine {
  const fields = splitCsvLine(line);
  if (fields === null) return { reason: 'broken quote' };
  if (fields.length < columns.count) {
    return { reason: `missing field: ${fields.length} fields where the header has ${columns.count}` };
  }
  if (fields.length > columns.count) {
    return { reason: `too many fields: ${fields.length} fields where the header has ${columns.count}` };
  }
  const customerId = fields[columns.customer] ?? '';
  if (customerId.trim() === '') return { reason: 'missing field: customer' };
  const date = (fields[columns.date] ?? '').trim();
  const on = parseDay(date);
  if (on === null) return { reason: dateFault(date) };
  const amountText = (fields[columns.amount] ?? '').trim();
  const amountFen = parseYuan(amountText);
  if (amountFen === null) return { reason: moneyFault('amount', amountText) };
  if (amountFen < 0) return { reason: `negative amount: ${amountText}` };
  const benefitText = columns.benefit === -1 ? '0' : (fields[columns.benefit] ?? '').trim();
  const benefitFen: Fen | null = parseYuan(benefitText);
  if (benefitFen === null) return { reason: moneyFault('benefit', benefitText) };
  return { customerId, purchase: { on, amountFen, benefitFen } };
}

function dateFault(text: string): string {
  if (text === '') return 'missing field: date';
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? `impossible date: ${text}` : `date is not YYYY-MM-DD: ${text}`;
}

function moneyFault(column: string, text: string): string {
  if (text === '') return `missing field: ${column}`;
  if (/^-?\d+\.\d{3,}$/.test(text)) return `too many decimals in ${column}: ${text}`;
  if (/^-?\d+(\.\d+)?$/.test(text)) return `${column} out of range: ${text}`;
  return `${column} is not a number: ${text}`;
}
