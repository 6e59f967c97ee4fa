import type { EpochDay } from '../../time/index.ts';

/** Something a member did, or was done with a member, as the event log has it (domain.md §4.1). */
export interface EngagementFact {
  /** Id of the event; the same id counts once. */
  readonly factId: string;
  /** Event type such as `lesson_completed`. One the model does not know counts nothing. */
  readonly type: string;
  /** Day (Asia/Shanghai) on which it happened; for a suspect clock the day on which it was recorded. */
  readonly on: EpochDay;
  /** What the type measures, such as seconds of reading for `content_dwelled`; 0 when absent. */
  readonly value?: number | null;
  /** The phone's clock was off, so the day is the server's. */
  readonly isClockSuspect?: boolean;
  /** Whose act it was; the member's own unless said. */
  readonly by?: 'member' | 'adviser';
}
