import type { LessonRow } from '@siyu/shared/contracts/content';
import type { LessonState } from '@siyu/shared/contracts/content.limits';
import { lessonStateNames } from '@siyu/shared/messages';
import { formatShortInstant } from '../format/moments.ts';

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

/** The state as a list shows it, with the moment that a version waits for or missed. */
export function PublicationState({ row }: { row: Pick<LessonRow, 'state' | 'scheduledFor' | 'refusal'> }) {
  return (
    <>
      <StateChip state={row.state} />
      {row.scheduledFor !== null && <div className="note">{formatShortInstant(row.scheduledFor)} 发布</div>}
      {row.refusal !== null && <div className="note">到时没有发布</div>}
    </>
  );
}
