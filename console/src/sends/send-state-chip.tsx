import type { SendState } from '@siyu/shared/contracts/platform-sends.limits';
import { sendStateNames } from '@siyu/shared/messages';

const tones = {
  PLANNED: '',
  SENDING: '',
  SENT: 'chip-success',
  FAILED: 'chip-error',
  UNKNOWN: 'chip-warning',
  WITHHELD: '',
} as const satisfies Record<SendState, string>;

export function SendStateChip({ state }: { state: SendState }) {
  return <span className={`chip ${tones[state]}`}>{sendStateNames[state]}</span>;
}
