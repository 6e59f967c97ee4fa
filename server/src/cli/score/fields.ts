import { parseYuan, type Fen } from '@siyu/shared/money';
import { splitCsvLine } from '../../platform/csv/index.ts';

/** Why a line cannot be scored. */
export interface Refusal {
  readonly reason: string;
}

/** Splits a line into as many fields as the header has. */
export function splitFields(line: string, count: number): readonly string[] | Refusal {
  const fields = splitCsvLine(line);
  if (fields === null) return { reason: 'broken quote' };
  if (fields.length === count) return fields;
  const fault = fields.length < count ? 'missing field' : 'too many fields';
  return { reason: `${fault}: ${fields.length} fields where the header has ${count}` };
}

/** Reads money in yuan; spaces around it are tolerated. */
export function readMoney(column: string, field: string | undefined): Fen | Refusal {
  const text = (field ?? '').trim();
  return parseYuan(text) ?? { reason: moneyFault(column, text) };
}

/** Money that cannot be negative. */
export function readSpending(column: string, field: string | undefined): Fen | Refusal {
  const money = readMoney(column, field);
  return typeof money === 'number' && money < 0
    ? { reason: `negative ${column}: ${(field ?? '').trim()}` }
    : money;
}

/** Reads a count or a number of days: digits only, spaces around them are tolerated. */
export function readWhole(column: string, field: string | undefined): number | Refusal {
  const text = (field ?? '').trim();
  if (text === '') return { reason: `missing field: ${column}` };
  if (/^-\d+$/.test(text)) return { reason: `negative ${column}: ${text}` };
  if (!/^\d+$/.test(text)) return { reason: `${column} is not a whole number: ${text}` };
  return Number.isSafeInteger(Number(text)) ? Number(text) : { reason: `${column} out of range: ${text}` };
}

function moneyFault(column: string, text: string): string {
  if (text === '') return `missing field: ${column}`;
  if (/^-?\d+\.\d{3,}$/.test(text)) return `too many decimals in ${column}: ${text}`;
  if (/^-?\d+(\.\d+)?$/.test(text)) return `${column} out of range: ${text}`;
  return `${column} is not a number: ${text}`;
}
