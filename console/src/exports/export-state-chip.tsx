import type { ExportState } from '@siyu/shared/contracts/exports.limits';
import { exportStateNames } from '@siyu/shared/messages';

const tones = {
  IN_REVIEW: 'chip-warning',
  QUEUED: 'chip-quiet',
  RUNNING: '',
  DONE: 'chip-success',
  REFUSED: 'chip-error',
  CANCELLED: 'chip-quiet',
  FAILED: 'chip-error',
  PURGED: 'chip-quiet',
} as const satisfies Record<ExportState, string>;

export function ExportStateChip({ state }: { state: ExportState }) {
  return <span className={`chip ${tones[state]}`}>{exportStateNames[state]}</span>;
}
