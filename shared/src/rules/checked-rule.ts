import type { Field } from './fields.ts';
import type { OperatorName } from './operators.ts';

/** What a stored fact is: a code, a number (flags are 1 and 0), or missing. */
export type Stored = string | number | null;
/** What a condition compares with, as it is stored: never missing. */
export type Operand = string | number;

/** A rule that was found whole: every field known, every value of its type, no group empty. */
export type CheckedRule = CheckedGroup | Condition;

export interface CheckedGroup {
  readonly kind: 'all' | 'any';
  readonly isNegated: boolean;
  /** At least one. */
  readonly parts: readonly CheckedRule[];
}

export interface Condition {
  readonly kind: 'is';
  readonly field: Field;
  readonly operator: OperatorName;
  readonly operands: readonly Operand[];
}

/** Facts of one member by key of the field. */
export type Facts = Readonly<Record<string, Stored>>;
