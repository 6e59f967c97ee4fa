import { parseArgs } from 'node:util';
import { afb2023, type Afb2023Model } from '@siyu/shared/rfm';
import { parseDay, type EpochDay } from '@siyu/shared/time';
import { ScoreFault } from './score-fault.ts';

export const USAGE = `npm run score -- --in FILE.csv --model afb-2023 --as-of YYYY-MM-DD --out FILE.csv
  [--window DAYS]                 observation window before the as-of day, ${afb2023.windowDays} unless given
  [--customer-column NAME]        header names of the input: customer_id, date, amount,
  [--date-column NAME]            benefit unless given; a file without a benefit column
  [--amount-column NAME]          has benefit 0.00
  [--benefit-column NAME]
`;

const WINDOW_DAYS_MAX = 36_500;

export interface ScoreOptions {
  readonly input: string;
  readonly output: string;
  readonly asOf: EpochDay;
  readonly model: Afb2023Model;
  readonly columns: {
    readonly customer: string;
    readonly date: string;
    readonly amount: string;
    readonly benefit: string;
  };
  /** The benefit column was named, so its absence is a fault. */
  readonly isBenefitRequired: boolean;
}

/**
 * Reads the arguments.
 * @returns null when help is asked for
 * @throws ScoreFault for the first thing that is wrong
 */
export function parseOptions(args: readonly string[]): ScoreOptions | null {
  const values = readArguments(args);
  if (values.help === true) return null;
  const model = required('model', values.model);
  if (model !== afb2023.id)
    throw new ScoreFault(`unknown model "${model}": this version knows ${afb2023.id}`);
  const asOfText = required('as-of', values['as-of']);
  const asOf = parseDay(asOfText);
  if (asOf === null)
    throw new ScoreFault(`--as-of "${asOfText}" is no day of the calendar written YYYY-MM-DD`);
  return {
    input: required('in', values.in),
    output: required('out', values.out),
    asOf,
    model: values.window === undefined ? afb2023 : { ...afb2023, windowDays: windowDays(values.window) },
    columns: {
      customer: values['customer-column'] ?? 'customer_id',
      date: values['date-column'] ?? 'date',
      amount: values['amount-column'] ?? 'amount',
      benefit: values['benefit-column'] ?? 'benefit',
    },
    isBenefitRequired: values['benefit-column'] !== undefined,
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
        model: text,
        'as-of': text,
        window: text,
        'customer-column': text,
        'date-column': text,
        'amount-column': text,
        'benefit-column': text,
        help: { type: 'boolean' },
      },
    }).values;
  } catch (error) {
    const [, sentence = 'the options are wrong'] = /^(?:TypeError.*?: )?([^.\n]+)/.exec(String(error)) ?? [];
    throw new ScoreFault(`${sentence}; --help lists the options`);
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
