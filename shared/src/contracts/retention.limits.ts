/**
 * What is kept, put together by what it is kept for. `behaviour` is what a member did, entry by entry; `dayCounts`
 * are the sums of it by day that stay when the entries go.
 */
export const RETENTION_LINES = [
  'behaviour',
  'dayCounts',
  'account',
  'duties',
  'consents',
  'customers',
  'transactions',
  'conversations',
  'publications',
  'reports',
  'complaints',
  'points',
  'trail',
  'assessments',
  'passing',
  'house',
] as const;
export type RetentionLineCode = (typeof RETENTION_LINES)[number];

/**
 * What ends it. PURGE: the retention job, when the time is over. CLOSING: the member closes the account. PASSING: the
 * part that needs it, as soon as it has served. LAW: nothing of ours; a duty keeps it, and the job refuses it. NOBODY:
 * it is of no member.
 */
export const RETENTION_ENDS = ['PURGE', 'CLOSING', 'PASSING', 'LAW', 'NOBODY'] as const;
export type RetentionEnd = (typeof RETENTION_ENDS)[number];
