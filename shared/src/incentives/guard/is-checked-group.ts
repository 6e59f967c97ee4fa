import { isParts, type CheckedGroup } from '../../rules/index.ts';

/** Whether something is a rule that was checked; trees of a builder are not. */
export const isCheckedGroup = (value: unknown): value is CheckedGroup =>
  isParts(value) && (value['kind'] === 'all' || value['kind'] === 'any') && Array.isArray(value['parts']);
