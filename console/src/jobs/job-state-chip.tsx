import type { JobState } from '@siyu/shared/contracts/jobs.limits';
import { jobStateNames } from '@siyu/shared/messages';

const tones = {
  WAITING: 'chip-success',
  RUNNING: '',
  FAILED: 'chip-error',
  STOPPED: 'chip-warning',
  OVERDUE: 'chip-error',
} as const satisfies Record<JobState, string>;

export function JobStateChip({ state }: { state: JobState }) {
  return <span className={`chip ${tones[state]}`}>{jobStateNames[state]}</span>;
}
