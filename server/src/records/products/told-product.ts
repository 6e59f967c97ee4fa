import type { IMPORT_COLUMNS } from '@siyu/shared/contracts/imports.limits';
import type { ProductDraft } from '@siyu/shared/contracts/products';
import {
  PRODUCT_CODE,
  PRODUCT_CODE_MAX,
  PRODUCT_HORIZON_MONTHS_MAX,
  PRODUCT_NAME_MAX,
  PRODUCT_NAME_MIN,
} from '@siyu/shared/contracts/products.limits';
import { productTypeNames } from '@siyu/shared/messages';
import { PRODUCT_TYPES, RISK_LEVELS } from '@siyu/shared/suitability';
import { parseDay } from '@siyu/shared/time';
import { type ImportLine, readCode, readOptional } from '../../platform/imports/index.ts';
import { FIELD_MISSING, VALUE_INVALID } from './products.errors.ts';

type Columns = (typeof IMPORT_COLUMNS)['products'];
type Column = Columns['required'][number] | Columns['optional'][number];

/** Why a line cannot be, and the column it is about where there is one. */
export interface LineFault {
  readonly code: string;
  readonly details?: Readonly<Record<string, string | number>>;
}
type ToldLine = { readonly draft: ProductDraft } | { readonly fault: LineFault };

const WORDS: ReadonlyMap<string, boolean> = new Map([
  ['', false],
  ['否', false],
  ['0', false],
  ['是', true],
  ['1', true],
]);

/** Reads the cells of a line; the first one that cannot be is its fault. */
export function readToldProduct(cells: ImportLine['cells']): ToldLine {
  const cell = (column: Column): string => cells[column] ?? '';
  const found = {
    code: readCode(cell('code'), PRODUCT_CODE_MAX),
    name: readCode(cell('name'), PRODUCT_NAME_MAX),
    type: PRODUCT_TYPES.find((type) => type === cell('type') || productTypeNames[type] === cell('type')),
    risk_level: readOptional(cell('risk_level'), (text) => RISK_LEVELS.find((level) => level === text)),
    level_valid_until: readOptional(cell('level_valid_until'), (text) =>
      parseDay(text) === null ? undefined : text,
    ),
    horizon_months: readOptional(cell('horizon_months'), readMonths),
    is_private: WORDS.get(cell('is_private')),
  } as const satisfies Record<Column, unknown>;
  const { code, name, type, risk_level: level, level_valid_until: until, horizon_months: months } = found;
  if (cell('code') === '') return missing('code');
  if (cell('name') === '') return missing('name');
  if (cell('type') === '') return missing('type');
  if (code === undefined || !PRODUCT_CODE.test(code)) return invalid('code');
  if (name === undefined || name.length < PRODUCT_NAME_MIN) return invalid('name');
  if (type === undefined) return invalid('type');
  if (level === undefined) return invalid('risk_level');
  if (until === undefined) return invalid('level_valid_until');
  if (months === undefined) return invalid('horizon_months');
  if (found.is_private === undefined) return invalid('is_private');
  const terms = { level, levelValidUntil: until, horizonMonths: months, isPrivate: found.is_private };
  return { draft: { code, name, type, ...terms } };
}

function readMonths(text: string): number | undefined {
  const months = /^\d{1,3}$/.test(text) ? Number(text) : Infinity;
  return months <= PRODUCT_HORIZON_MONTHS_MAX ? months : undefined;
}

const missing = (field: Column): ToldLine => ({ fault: { code: FIELD_MISSING, details: { field } } });
const invalid = (field: Column): ToldLine => ({ fault: { code: VALUE_INVALID, details: { field } } });
