export const VERIFICATION_STATES = ['QUEUED', 'RUNNING', 'DONE', 'FAILED'] as const;
/** How the trail can turn out to have been changed behind its seals. */
export const TRAIL_BREAKS = [
  'row_altered',
  'row_missing',
  'row_inserted',
  'seal_altered',
  'seal_missing',
] as const;
export type TrailBreak = (typeof TRAIL_BREAKS)[number];
/** A row waits this long for its seal at most; one that waits longer says that sealing stands still. */
export const SEAL_WITHIN_MS = 2_000;
/** More rows than these are not counted, only said to be more. */
export const TRAIL_COUNT_MAX = 10_000;
