import { bucketOf, bucketSql, coefficientsOf } from './bucket-of.ts';
import { epochDay, startOfDay, type EpochDay } from '../time/index.ts';
import type { Operand, Stored } from './checked-rule.ts';
import type { FieldType } from './fields.ts';

/**
 * How many values an operator takes; `days` is a whole number of days before the day of the question, `share` the name of
 * a split and the first and last of its parts.
 */
export type Takes = 'nothing' | 'one' | 'two' | 'list' | 'days' | 'share';

/** Parts of a split that rules can ask for, from 1 on. */
export const SPLIT_PARTS = 100;

/** One operator, twice: as a question to a value in memory, and as SQL. Both must say the same. */
interface OperatorRow {
  readonly types: readonly FieldType[];
  readonly takes: Takes;
  /** Asked of a value that is there; a missing one fulfils nothing. */
  readonly holds: (value: Exclude<Stored, null>, operands: readonly Operand[]) => boolean;
  /** With a `?` for each operand, once or as often as `bind` says. */
  readonly sql: (column: string, operands: readonly Operand[]) => string;
  /** What stands for the `?` when it is not the operands as they are. */
  readonly bind?: (operands: readonly Operand[]) => readonly Operand[];
}

const ORDERED = ['whole', 'money', 'hundredths', 'day'] as const;
const EQUAL = ['choice', 'whole', 'money', 'hundredths', 'day', 'flag'] as const;
const DATED = ['day', 'instant'] as const;

const marks = (operands: readonly Operand[]): string => operands.map(() => '?').join(', ');
const twice = (operands: readonly Operand[]): readonly Operand[] => operands.flatMap((each) => [each, each]);

function ordered(sign: string, compare: (value: Operand, to: Operand) => boolean): OperatorRow {
  return {
    types: ORDERED,
    takes: 'one',
    holds: (value, { 0: to }) => to !== undefined && compare(value, to),
    sql: (column) => `${column} ${sign} ?`,
  };
}

// MariaDB forgives spaces at the end of a text, SQLite does not: equal texts are as long as each other.
const same = (column: string): string => `(${column} = ? AND LENGTH(${column}) = LENGTH(?))`;

const isWithin = (value: Stored, { 0: from, 1: before }: readonly Operand[]): boolean =>
  from !== undefined && before !== undefined && value !== null && value >= from && value < before;

// A split is no segment: what the holdout of one draws says nothing about the other.
const saltOf = (split: Operand | undefined): string => `split:${split}`;

const isDrawn = (value: Stored, [split, from, to]: readonly Operand[]): boolean => {
  const part = bucketOf(saltOf(split), Number(value), SPLIT_PARTS) + 1;
  return part >= Number(from) && part <= Number(to);
};

const drawn = (column: string): string => `${bucketSql(column, SPLIT_PARTS)} + 1 BETWEEN ? AND ?`;
const bindDrawn = ([split, ...ends]: readonly Operand[]): readonly Operand[] => [
  ...coefficientsOf(saltOf(split)),
  ...ends,
];

/** Every operator there is. `missing` and `present` are the only ones that a missing value can fulfil. */
const rows = {
  '=': {
    types: EQUAL,
    takes: 'one',
    holds: (value, operands) => value === operands[0],
    sql: (column) => `${column} = ?`,
  },
  '!=': {
    types: EQUAL,
    takes: 'one',
    holds: (value, operands) => value !== operands[0],
    sql: (column) => `${column} <> ?`,
  },
  '<': ordered('<', (value, to) => value < to),
  '<=': ordered('<=', (value, to) => value <= to),
  '>': ordered('>', (value, to) => value > to),
  '>=': ordered('>=', (value, to) => value >= to),
  between: {
    types: ORDERED,
    takes: 'two',
    holds: (value, { 0: from, 1: to }) =>
      from !== undefined && to !== undefined && value >= from && value <= to,
    sql: (column) => `${column} BETWEEN ? AND ?`,
  },
  in: {
    types: ['choice', 'whole'],
    takes: 'list',
    holds: (value, among) => among.includes(value),
    sql: (column, among) => `${column} IN (${marks(among)})`,
  },
  notIn: {
    types: ['choice', 'whole'],
    takes: 'list',
    holds: (value, among) => !among.includes(value),
    sql: (column, among) => `${column} NOT IN (${marks(among)})`,
  },
  is: {
    types: ['text'],
    takes: 'one',
    holds: (value, operands) => value === operands[0],
    sql: same,
    bind: twice,
  },
  isNot: {
    types: ['text'],
    takes: 'one',
    holds: (value, operands) => value !== operands[0],
    sql: (column) => `NOT ${same(column)}`,
    bind: twice,
  },
  // LIKE would ignore case on SQLite.
  contains: {
    types: ['text'],
    takes: 'one',
    holds: (value, [part]) => typeof value === 'string' && value.includes(String(part)),
    sql: (column) => `INSTR(${column}, ?) > 0`,
  },
  beginsWith: {
    types: ['text'],
    takes: 'one',
    holds: (value, [part]) => typeof value === 'string' && value.startsWith(String(part)),
    sql: (column) => `INSTR(${column}, ?) = 1`,
  },
  /** In the last so many days, the day of the question excluded: asked on the eve, it counts up to that evening. */
  withinDays: {
    types: DATED,
    takes: 'days',
    holds: isWithin,
    sql: (column) => `(${column} >= ? AND ${column} < ?)`,
  },
  longerAgoThanDays: {
    types: DATED,
    takes: 'days',
    holds: (value, [from]) => from !== undefined && value < from,
    sql: (column) => `${column} < ?`,
    bind: ([from]) => (from === undefined ? [] : [from]),
  },
  /** By lot in these parts of a split, and in no other by another name of the split. */
  drawn: { types: ['lot'], takes: 'share', holds: isDrawn, sql: drawn, bind: bindDrawn },
  notDrawn: {
    types: ['lot'],
    takes: 'share',
    holds: (value, share) => !isDrawn(value, share),
    sql: (column) => `NOT (${drawn(column)})`,
    bind: bindDrawn,
  },
  missing: {
    types: ['choice', 'text', 'whole', 'money', 'hundredths', 'day', 'instant', 'flag'],
    takes: 'nothing',
    holds: () => false,
    sql: (column) => `${column} IS NULL`,
  },
  present: {
    types: ['choice', 'text', 'whole', 'money', 'hundredths', 'day', 'instant', 'flag'],
    takes: 'nothing',
    holds: () => true,
    sql: (column) => `${column} IS NOT NULL`,
  },
} as const satisfies Readonly<Record<string, OperatorRow>>;

export type OperatorName = keyof typeof rows;

export const OPERATORS: Readonly<Record<OperatorName, OperatorRow>> = rows;

/** Whether a text is the name of an operator; what an object inherits is none. */
export const isOperatorName = (name: string): name is OperatorName => Object.hasOwn(rows, name);

/** How many values an operator takes. */
export const takesOf = (name: OperatorName): Takes => OPERATORS[name].takes;

/** Operators that a field of this type has, in the order in which a builder offers them. */
export function operatorsOf(type: FieldType): readonly OperatorName[] {
  return Object.keys(rows)
    .filter(isOperatorName)
    .filter((name) => OPERATORS[name].types.includes(type));
}

/**
 * What an operator compares with on a day: of `days` the two edges of the window, all others as they are.
 * @param asOf exclusive day boundary
 */
export function operandsOn(
  type: FieldType,
  name: OperatorName,
  operands: readonly Operand[],
  asOf: EpochDay,
): readonly Operand[] {
  if (OPERATORS[name].takes !== 'days') return operands;
  const edges = [epochDay(asOf - Number(operands[0])), asOf];
  return type === 'instant' ? edges.map(startOfDay) : edges;
}
