import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { seededRandom } from '../shared/src/rfm/lifetime/testing/random-draws.ts';

export const PURCHASES = 1_000_000;
/** One more than a multiple of five, so that quantiles fall on a customer and no peer's rounding decides. */
export const CUSTOMERS = 81_001;
const DAYS = 730;
export const AS_OF = 20_781;

/** A million purchases in columns, in random order of customers. */
export interface PurchaseColumns {
  readonly customers: Uint32Array;
  /** Epoch days before `AS_OF`. */
  readonly days: Int32Array;
  readonly amountsFen: Float64Array;
}

export function makePurchases(): PurchaseColumns {
  const next = seededRandom(81);
  const customers = new Uint32Array(PURCHASES);
  const days = new Int32Array(PURCHASES);
  const amountsFen = new Float64Array(PURCHASES);
  for (let row = 0; row < PURCHASES; row += 1) {
    // Each customer buys once in a scrambled order (7919 is prime to their number), then some much more than others.
    customers[row] = row < CUSTOMERS ? (row * 7919) % CUSTOMERS : Math.floor(next() ** 2 * CUSTOMERS);
    days[row] = AS_OF - 1 - Math.floor(next() * DAYS);
    amountsFen[row] = Math.round(Math.exp(6 + 6 * next()));
  }
  return { customers, days, amountsFen };
}

/** Writes the columns as plain little-endian arrays, which every peer reads without a parser. */
export function writePurchases(folder: string, { customers, days, amountsFen }: PurchaseColumns): void {
  for (const [name, column] of Object.entries({ customers, days, amounts: amountsFen })) {
    writeFileSync(join(folder, `${name}.bin`), new Uint8Array(column.buffer));
  }
}
