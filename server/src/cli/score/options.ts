import { parseArgs } from 'node:util';
import {
  afb2023,
  rfmQuintile,
  rfmQuintileFixed,
  type Afb2023Model,
  type RfmQuintileModel,
} from '@siyu/shared/rfm';
import { parseDay, type EpochDay } from '@siyu/shared/time';
import { ScoreFault } from './score-fault.ts';

export const USAGE = `npm run score -- --in FILE.csv --model MODEL --as-of YYYY-MM-DD --out FILE.csv
  MODEL afb-2023                  amount, frequency and benefit in the bands of the paper; four groups
  MODEL rfm-quintile              recency, frequency and money in fifths of the file's customers; ten segments
  MODEL rfm-quintile-fixed        the same by cuts that were set once
  [--html FILE.html]              a page for people beside the scores: groups, amount by frequency,
                                  distributions with their cuts, quality of the data
  [--window DAYS]                 observation window before the as-of day: ${afb2023.windowDays} for afb-2023 unless
                                  given, all history for rfm-quintile
  [--customer-column NAME]        header names of a file of purchases: customer_id, date, amount,
  [--date-column NAME]            benefit unless given; a file without a benefit column
  [--amount-column NAME]          has benefit 0.00
  [--benefit-column NAME]
  [--id-column NAME]              id of a purchase, so that a line told again counts once; memory then
                                  grows with the lines. Without it every line is a purchase
  [--recency-column NAME]         header names of a file with one line per customer, for rfm-quintile:
  [--purchases-column NAME]       customer_id, recency_days, purchases, amount unless given
`;

const WINDOW_DAYS_MAX = 36_500;

/** What a column holds, whatever the file calls it. */
export type ColumnKind = 'customer' | 'date' | 'amount' | 'benefit' | 'id' | 'recency' | 'purchases';

const COLUMNS = {
  customer: 'customer_id',
  date: 'date',
  amount: 'amount',
  benefit: 'benefit',
  id: 'id',
  recency: 'recency_days',
  purchases: 'purchases',
} as const satisfies Record<ColumnKind, string>;
const AFB_COLUMNS: readonly ColumnKind[] = ['customer', 'date', 'amount', 'benefit', 'id'];
const RFM_COLUMNS: readonly ColumnKind[] = ['customer', 'date', 'amount', 'id', 'recency', 'purchases'];

export interface ScoreOptions {
  readonly input: string;
  readonly output: string;
  /** Where the page for people goes; null for none. */
  readonly html: string | null;
  readonly asOf: EpochDay;
  readonly model: Afb2023Model | RfmQuintileModel;
  readonly columns: Readonly<Record<ColumnKind, string>>;
  /** Columns that were named, so that their absence is a fault. */
  readonly named: ReadonlySet<ColumnKind>;
}

/**
 * Reads the arguments.
 * @returns null when help is asked for
 * @throws ScoreFault for the first thing that is wrong
 */
export function parseOptions(args: readonly string[]): ScoreOptions | null {
  const values = readArguments(args);
  if (values.help === true) return null;
  const model = modelOf(required('model', values.model));
  const asOfText = required('as-of', values['as-of']);
  const asOf = parseDay(asOfText);
  if (asOf === null)
    throw new ScoreFault(`--as-of "${asOfText}" is no day of the calendar written YYYY-MM-DD`);
  const named = new Map<ColumnKind, string>();
  const kinds: ColumnKind[] = ['customer', 'date', 'amount', 'benefit', 'id', 'recency', 'purchases'];
  for (const kind of kinds) {
    const name = values[`${kind}-column`];
    if (name !== undefined) named.set(kind, name);
  }
  refuseForeignColumns([...named.keys()], model.id);
  return {
    input: required('in', values.in),
    output: required('out', values.out),
    html: values.html === undefined ? null : required('html', values.html),
    asOf,
    model: values.window === undefined ? model : { ...model, windowDays: windowDays(values.window) },
    columns: { ...COLUMNS, ...Object.fromEntries(named) },
    named: new Set(named.keys()),
  };
}

function readArguments(args: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      args: [...args],
      options: {
        in: text,
        out: text,
        html: text,
        model: text,
        'as-of': text,
        window: text,
        'customer-column': text,
        'date-column': text,
        'amount-column': text,
        'benefit-column': text,
        'id-column': text,
        'recency-column': text,
        'purchases-column': text,
        help: { type: 'boolean' },
      },
    }).values;
  } catch (error) {
    const [, sentence = 'the options are wrong'] = /^(?:TypeError.*?: )?([^.\n]+)/.exec(String(error)) ?? [];
    throw new ScoreFault(`${sentence}; --help lists the options`);
  }
}

function modelOf(id: string): Afb2023Model | RfmQuintileModel {
  const models = [afb2023, rfmQuintile, rfmQuintileFixed];
  const found = models.find((model) => model.id === id);
  if (found !== undefined) return found;
  throw new ScoreFault(
    `unknown model "${id}": this version knows ${models.map((each) => each.id).join(', ')}`,
  );
}

function refuseForeignColumns(named: readonly ColumnKind[], id: ScoreOptions['model']['id']): void {
  const own = id === 'afb-2023' ? AFB_COLUMNS : RFM_COLUMNS;
  const foreign = named.find((kind) => !own.includes(kind));
  if (foreign !== undefined) throw new ScoreFault(`${id} reads no ${foreign}: leave --${foreign}-column out`);
  const perCustomer = named.find((kind) => kind === 'recency' || kind === 'purchases');
  const perPurchase = named.find((kind) => kind === 'date' || kind === 'id');
  if (perCustomer !== undefined && perPurchase !== undefined) {
    throw new ScoreFault(
      `--${perPurchase}-column is for a file of purchases, --${perCustomer}-column for one line per customer: leave one out`,
    );
  }
}

function required(name: string, value: string | undefined): string {
  if (value === undefined || value === '')
    throw new ScoreFault(`--${name} is missing; --help lists the options`);
  return value;
}

function windowDays(text: string): number {
  const days = /^\d{1,6}$/.test(text) ? Number(text) : 0;
  if (days < 1 || days > WINDOW_DAYS_MAX) {
    throw new ScoreFault(`--window "${text}" is no whole number of days from 1 to ${WINDOW_DAYS_MAX}`);
  }
  return days;
}
