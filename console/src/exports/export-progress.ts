import type { ExportRow } from '@siyu/shared/contracts/exports';

type Underway = Pick<ExportRow, 'state'>;
const WRITING_MS = 2_000;
const REVIEW_MS = 15_000;

/** Whether its file is being written or waits for that. */
export const isWriting = ({ state }: Underway): boolean => state === 'QUEUED' || state === 'RUNNING';
/** Whether its asker can still take it back. */
export const isOpen = (row: Underway): boolean => row.state === 'IN_REVIEW' || isWriting(row);

/**
 * How soon to ask again, ms: a person decides more slowly than a file is written.
 * @example pollEvery([{ state: 'DONE' }]) // => false
 */
export function pollEvery(rows: readonly Underway[]): number | false {
  if (rows.some(isWriting)) return WRITING_MS;
  return rows.some(isOpen) ? REVIEW_MS : false;
}

/**
 * Whole percent of the rows, 99 at most until the file is there: the list may have grown meanwhile.
 * @example percentWritten({ state: 'RUNNING', rowsDone: 5, rowsExpected: 10 }) // => 50
 */
export function percentWritten({
  state,
  rowsDone,
  rowsExpected,
}: Pick<ExportRow, 'state' | 'rowsDone' | 'rowsExpected'>): number {
  if (state === 'DONE') return 100;
  if (rowsExpected === 0) return 0;
  return Math.min(99, Math.floor((100 * rowsDone) / rowsExpected));
}
