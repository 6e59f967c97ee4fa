import type { ImportRow } from '@siyu/shared/contracts/imports';
import type { ImportState } from '@siyu/shared/contracts/imports.limits';
import { importStateNames } from '@siyu/shared/messages';
import { isUnderway } from './import-progress.ts';

const tones = {
  QUEUED: 'chip-quiet',
  RUNNING: '',
  DONE: 'chip-success',
  CANCELLED: 'chip-quiet',
  FAILED: 'chip-error',
} as const satisfies Record<ImportState, string>;

export function ImportStateChip({ row }: { row: Pick<ImportRow, 'state' | 'isCancelWanted'> }) {
  const isCancelling = isUnderway(row) && row.isCancelWanted;
  return (
    <span className={`chip ${isCancelling ? 'chip-warning' : tones[row.state]}`}>
      {isCancelling ? '正在取消' : importStateNames[row.state]}
    </span>
  );
}
