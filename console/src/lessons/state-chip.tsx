import type { LessonState } from '@siyu/shared/contracts/content.limits';
import { lessonStateNames } from '@siyu/shared/messages';

const tones = {
  DRAFT: '',
  IN_REVIEW: 'chip-warning',
  APPROVED: 'chip-gold',
  SCHEDULED: 'chip-gold',
  PUBLISHED: 'chip-success',
  RETIRED: 'chip-quiet',
  WITHDRAWN: 'chip-error',
} as const satisfies Record<LessonState, string>;

export function StateChip({ state }: { state: LessonState }) {
  return <span className={`chip ${tones[state]}`}>{lessonStateNames[state]}</span>;
}
