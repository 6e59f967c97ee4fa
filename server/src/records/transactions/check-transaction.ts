import type { TransactionKind } from '@siyu/shared/rfm';
import { AMOUNT_FEN_MAX, type ToldTransactionKind } from '@siyu/shared/contracts/transactions.limits';
import { convertAtRate } from '@siyu/shared/money';
import { isBelievableInstant } from '../../platform/imports/index.ts';
import {
  FIELD_MISSING,
  FIELD_UNEXPECTED,
  RATE_MISSING,
  TIME_OUT_OF_RANGE,
  VALUE_INVALID,
} from './transactions.errors.ts';

/** A row of the core system, by file or by API, read but not yet judged. */
export interface ToldTransaction {
  readonly sourceId: string;
  readonly kind: ToldTransactionKind;
  readonly coreCustomerId: string;
  /** Epoch milliseconds. */
  readonly occurredAt: number;
  readonly refSourceId: string | null;
  readonly productCode: string | null;
  readonly targetProductCode: string | null;
  readonly planId: string | null;
  /** Hundredths of the currency's unit. */
  readonly amountFen: number | null;
  readonly benefitSource: string | null;
  /** ISO 4217. */
  readonly currency: string;
  readonly midRate: string | null;
}

/** A row that may be written; its money is in fen. */
export interface NewTransaction extends Omit<ToldTransaction, 'kind'> {
  readonly kind: TransactionKind;
  /** Income told together with a confirmed purchase. */
  readonly benefitFen: number | null;
  /** What was told in another currency. */
  readonly foreignHundredths: number | null;
}

/** Why a row is refused, and the field it is about. */
export interface Fault {
  readonly code: string;
  readonly field: keyof ToldTransaction;
}

type Field = 'refSourceId' | 'productCode' | 'targetProductCode' | 'planId' | 'amountFen' | 'benefitSource';
const FIELDS: readonly Field[] = [
  'refSourceId',
  'productCode',
  'targetProductCode',
  'planId',
  'amountFen',
  'benefitSource',
];

interface Shape {
  readonly needs: readonly Field[];
  readonly mayHave: readonly Field[];
  /** Smallest amount, fen; income alone may be negative. */
  readonly leastFen: number;
}
const ANY = -AMOUNT_FEN_MAX;
const SHAPES: Readonly<Record<ToldTransactionKind, Shape>> = {
  purchase: { needs: ['productCode', 'amountFen'], mayHave: [], leastFen: 1 },
  confirmation: { needs: ['refSourceId', 'amountFen'], mayHave: ['productCode'], leastFen: 0 },
  refund: { needs: ['refSourceId'], mayHave: ['productCode', 'amountFen'], leastFen: 0 },
  redemption: { needs: ['productCode', 'amountFen'], mayHave: [], leastFen: 1 },
  switch: { needs: ['productCode', 'targetProductCode', 'amountFen'], mayHave: [], leastFen: 1 },
  plan_deduction: { needs: ['productCode', 'planId', 'amountFen'], mayHave: [], leastFen: 1 },
  benefit: {
    needs: ['amountFen', 'benefitSource'],
    mayHave: ['refSourceId', 'productCode', 'planId'],
    leastFen: ANY,
  },
  holding_snapshot: { needs: ['productCode', 'amountFen'], mayHave: [], leastFen: 0 },
};

/**
 * Judges a row by itself: what its kind needs and may have, its time and its money. What it names is not looked
 * for, since that may come later.
 * @param now epoch ms
 */
export function checkTransaction(told: ToldTransaction, now: number): NewTransaction | Fault {
  const shape = SHAPES[told.kind];
  for (const field of FIELDS) {
    const isThere = told[field] !== null;
    if (!isThere && shape.needs.includes(field)) return { code: FIELD_MISSING, field };
    if (isThere && !shape.needs.includes(field) && !shape.mayHave.includes(field)) {
      return { code: FIELD_UNEXPECTED, field };
    }
  }
  if (told.refSourceId === told.sourceId) return { code: VALUE_INVALID, field: 'refSourceId' };
  if (!isBelievableInstant(told.occurredAt, now)) return { code: TIME_OUT_OF_RANGE, field: 'occurredAt' };
  const money = moneyOf(told);
  if ('code' in money) return money;
  const { amountFen } = money;
  if (amountFen !== null && (amountFen < shape.leastFen || Math.abs(amountFen) > AMOUNT_FEN_MAX)) {
    return { code: VALUE_INVALID, field: 'amountFen' };
  }
  return { ...told, ...money, benefitFen: null };
}

const HOME_CURRENCY = 'CNY';

type Money = Pick<NewTransaction, 'amountFen' | 'foreignHundredths' | 'midRate'>;

/** Foreign money at the mid rate of its row: rates move, so the row keeps what was told and at which rate. */
function moneyOf({ currency, amountFen, midRate }: ToldTransaction): Money | Fault {
  if (currency === HOME_CURRENCY) {
    if (midRate !== null) return { code: FIELD_UNEXPECTED, field: 'midRate' };
    return { amountFen, foreignHundredths: null, midRate: null };
  }
  if (amountFen === null) return { amountFen, foreignHundredths: null, midRate: null };
  if (midRate === null) return { code: RATE_MISSING, field: 'midRate' };
  if (Math.abs(amountFen) > AMOUNT_FEN_MAX) return { code: VALUE_INVALID, field: 'amountFen' };
  // 7.10 and 7.1 are one rate, and a row told with either is the same row.
  const rate = midRate.includes('.') ? midRate.replace(/\.?0+$/, '') : midRate;
  const converted = rateOrNull(amountFen, rate);
  if (converted === null) return { code: VALUE_INVALID, field: 'midRate' };
  return { amountFen: converted, foreignHundredths: amountFen, midRate: rate };
}

function rateOrNull(hundredths: number, rate: string): number | null {
  try {
    return convertAtRate(hundredths, rate);
  } catch (error) {
    // Beyond what can be counted in fen.
    if (error instanceof RangeError) return null;
    throw error;
  }
}
