/**
 * FAILED: the last run failed and is tried again by itself. STOPPED: a person stopped it; it goes on at its place
 * when asked to. RUNNING: a long piece of work is in hand. OVERDUE: no process did it in time. WAITING: for its next
 * turn.
 */
export const JOB_STATES = ['WAITING', 'RUNNING', 'FAILED', 'STOPPED', 'OVERDUE'] as const;
export type JobState = (typeof JOB_STATES)[number];
/** What is noted of good runs may be a minute old; three are no delay of the writing any more. */
export const JOB_OVERDUE_MS = 180_000;
