import type { ImportRow } from '@siyu/shared/contracts/imports';

type Underway = Pick<ImportRow, 'state'>;
const POLL_MS = 2_000;

/** Whether an import waits or runs, so that its figures may still change. */
export const isUnderway = ({ state }: Underway): boolean => state === 'QUEUED' || state === 'RUNNING';

/**
 * How soon to ask again, ms; false when nothing that is shown can change any more.
 * @example pollEvery([{ state: 'DONE' }]) // => false
 */
export const pollEvery = (rows: readonly Underway[]): number | false =>
  rows.some(isUnderway) ? POLL_MS : false;

/**
 * Whole percent of the file that has been dealt with. Rounded down, and 99 at most until the import is over: the
 * rejected lines are still to be written then.
 * @example percentDone({ state: 'RUNNING', bytesDone: 999, bytesTotal: 1000 }) // => 99
 */
export function percentDone({
  state,
  bytesDone,
  bytesTotal,
}: Pick<ImportRow, 'state' | 'bytesDone' | 'bytesTotal'>): number {
  if (state === 'DONE') return 100;
  // The header is dealt with at the door; an import that waits has not begun.
  if (state === 'QUEUED' || bytesTotal === 0) return 0;
  return Math.min(99, Math.floor((100 * bytesDone) / bytesTotal));
}
