import { isFen } from '../money/index.ts';
import { parseDay } from '../time/index.ts';
import type { Operand } from './checked-rule.ts';
import type { Field } from './fields.ts';
import type { RuleFaultCode } from './rule-fault.ts';

/** Longest text a condition compares with, in UTF-16 units. */
export const TEXT_MAX = 64;
// What cannot be seen cannot be meant, and NUL ends a text in some engines.
const UNSEEN = /[\u0000-\u001f\u007f]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

export type ReadValue =
  | { readonly isGood: true; readonly operand: Operand }
  | { readonly isGood: false; readonly code: RuleFaultCode };

const good = (operand: Operand): ReadValue => ({ isGood: true, operand });
const bad = (code: RuleFaultCode): ReadValue => ({ isGood: false, code });

/**
 * Reads a value as the field stores it: a day from `YYYY-MM-DD`, hundredths from a number with two places, a flag as 1
 * or 0. Nothing is guessed: a number written as a text is no number.
 */
export function readValue({ type, choices = [] }: Field, value: unknown): ReadValue {
  if (value === null || value === undefined || value === '') return bad('value_missing');
  if (type === 'flag') return typeof value === 'boolean' ? good(value ? 1 : 0) : bad('value_of_another_type');
  if (type === 'day' || type === 'instant') {
    if (typeof value !== 'string') return bad('value_of_another_type');
    const day = parseDay(value);
    return day === null ? bad('value_of_another_type') : good(day);
  }
  if (type === 'choice' || type === 'text') {
    if (typeof value !== 'string') return bad('value_of_another_type');
    if (type === 'choice') return choices.includes(value) ? good(value) : bad('unknown_choice');
    return value.length > TEXT_MAX || UNSEEN.test(value) ? bad('value_out_of_range') : good(value);
  }
  if (typeof value !== 'number' || !Number.isFinite(value)) return bad('value_of_another_type');
  const stored = type === 'hundredths' ? Math.round(value * 100) : value;
  if (type === 'hundredths' && Math.abs(value * 100 - stored) > 1e-6) return bad('value_out_of_range');
  return isFen(stored) ? good(stored) : bad('value_out_of_range');
}
