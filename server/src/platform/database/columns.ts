import { Column, type ColumnOptions } from 'typeorm';
import { type Grade, kinds, type Kind } from './kinds.ts';

export interface ColOptions {
  /** How sensitive the content is; compulsory. */
  readonly grade: Grade;
  readonly primary?: boolean;
  readonly nullable?: boolean;
}

const grades = new Map<object, Map<string, Grade>>();

/** The grade of a column, by entity class and property; null when it was declared past `Col`. */
export function gradeOf(entity: object, property: string): Grade | null {
  return grades.get(entity)?.get(property) ?? null;
}

function column(kind: Kind, options: ColOptions, length?: number): PropertyDecorator {
  const { type, length: standard, transformer } = kinds[kind];
  const columnOptions: ColumnOptions = {
    type,
    primary: options.primary ?? false,
    nullable: options.nullable ?? false,
    ...((length ?? standard) === undefined ? {} : { length: length ?? standard ?? 0 }),
    ...(transformer === undefined ? {} : { transformer }),
  };
  return (target, property) => {
    const entity = target.constructor;
    const graded = grades.get(entity) ?? new Map<string, Grade>();
    grades.set(entity, graded.set(String(property), options.grade));
    Column(columnOptions)(target, property);
  };
}

/** One decorator per kind of column. */
export const Col = {
  publicId: (options: ColOptions) => column('publicId', options),
  memberNo: (options: ColOptions) => column('memberNo', options),
  /** Codes and other short machine texts. */
  code: (length: number, options: ColOptions) => column('code', options, length),
  text: (length: number, options: ColOptions) => column('text', options, length),
  /** Up to 64 KB in UTF-8. */
  longText: (options: ColOptions) => column('longText', options),
  /** Epoch milliseconds. */
  instant: (options: ColOptions) => column('instant', options),
  /** Epoch day of the calendar in Shanghai. */
  day: (options: ColOptions) => column('day', options),
  fen: (options: ColOptions) => column('fen', options),
  count: (options: ColOptions) => column('count', options),
  flag: (options: ColOptions) => column('flag', options),
  /** Stored as text and never queried into; parse with zod after reading. */
  json: (options: ColOptions) => column('json', options),
};
