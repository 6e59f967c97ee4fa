import type { LiveState } from '@siyu/shared/contracts/live.limits';
import { liveStateNames } from '@siyu/shared/messages';

const tones = {
  DRAFT: '',
  IN_REVIEW: 'chip-warning',
  APPROVED: 'chip-gold',
  ANNOUNCED: 'chip-gold',
  ON_AIR: 'chip-success',
  STOPPED: 'chip-error',
  ENDED: '',
  ARCHIVED: 'chip-quiet',
  CANCELLED: 'chip-quiet',
} as const satisfies Record<LiveState, string>;

export function LiveChip({ state }: { state: LiveState }) {
  return <span className={`chip ${tones[state]}`}>{liveStateNames[state]}</span>;
}
