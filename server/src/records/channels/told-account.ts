import {
  ACCOUNT_HANDLE_MAX,
  ACCOUNT_NAME_MAX,
  ACCOUNT_OWNERS,
  type AccountOwner,
  PLACEMENT_NAME_MAX,
  type Platform,
  PLATFORMS,
} from '@siyu/shared/contracts/channels.limits';
import type { IMPORT_COLUMNS } from '@siyu/shared/contracts/imports.limits';
import { accountOwnerNames, platformNames } from '@siyu/shared/messages';
import { type ImportLine, readCode, readOptional } from '../../platform/imports/index.ts';
import { FIELD_MISSING, FIELD_UNEXPECTED, VALUE_INVALID } from './channels.errors.ts';

type Columns = (typeof IMPORT_COLUMNS)['channel_accounts'];
type Column = Columns['required'][number] | Columns['optional'][number];

/** An account as a line of the register tells it; whose it is still in words. */
export interface ToldAccount {
  readonly platform: Platform;
  readonly owner: AccountOwner;
  readonly name: string;
  readonly handle: string;
  readonly branch: string | null;
  readonly employee: string | null;
  /** A place where a code of it will hang. */
  readonly placement: string | null;
}

/** Why a line cannot be, and the column it is about where there is one. */
export interface LineFault {
  readonly code: string;
  readonly details?: Readonly<Record<string, string | number>>;
}

const WORD_MAX = 190;

/** Reads the cells of a line; the first one that cannot be is its fault. */
export function readToldAccount(cells: ImportLine['cells']): ToldAccount | LineFault {
  const cell = (column: Column): string => cells[column] ?? '';
  const optional = (column: Column, lengthMax: number) =>
    readOptional(cell(column), (text) => readCode(text, lengthMax));
  const platform = codeOf(PLATFORMS, platformNames, cell('platform'));
  const owner = codeOf(ACCOUNT_OWNERS, accountOwnerNames, cell('owner'));
  const name = readCode(cell('name'), ACCOUNT_NAME_MAX);
  const handle = readCode(cell('handle'), ACCOUNT_HANDLE_MAX);
  const branch = optional('branch', WORD_MAX);
  const employee = optional('employee', WORD_MAX);
  const placement = optional('placement', PLACEMENT_NAME_MAX);
  if (platform === undefined) return fault(VALUE_INVALID, 'platform');
  if (owner === undefined) return fault(VALUE_INVALID, 'owner');
  if (name === undefined) return fault(VALUE_INVALID, 'name');
  if (handle === undefined) return fault(VALUE_INVALID, 'handle');
  if (branch === undefined) return fault(VALUE_INVALID, 'branch');
  if (employee === undefined) return fault(VALUE_INVALID, 'employee');
  if (placement === undefined) return fault(VALUE_INVALID, 'placement');
  const told = { platform, owner, name, handle, branch, employee, placement };
  return ownerFault(told) ?? told;
}

/** The firm's own has nobody beside it; an employee may be told apart from others of the name by the branch. */
function ownerFault({ owner, branch, employee }: ToldAccount): LineFault | null {
  if (owner === 'FIRM' && branch !== null) return fault(FIELD_UNEXPECTED, 'branch');
  if (owner === 'BRANCH' && branch === null) return fault(FIELD_MISSING, 'branch');
  if (owner === 'EMPLOYEE') return employee === null ? fault(FIELD_MISSING, 'employee') : null;
  return employee === null ? null : fault(FIELD_UNEXPECTED, 'employee');
}

/** A code, or its name on the screen: people copy what they see there. */
function codeOf<Code extends string>(
  codes: readonly Code[],
  names: Readonly<Record<Code, string>>,
  cell: string,
): Code | undefined {
  return codes.find((code) => code === cell.toUpperCase() || names[code] === cell);
}

const fault = (code: string, field: Column): LineFault => ({ code, details: { field } });
