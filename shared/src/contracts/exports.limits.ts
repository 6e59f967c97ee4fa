/** Lists that can be taken out as a file. */
export const EXPORT_KINDS = ['members', 'audit', 'pointsClosings'] as const;
export type ExportKindCode = (typeof EXPORT_KINDS)[number];
/** What a row can be taken out with; the file has the chosen ones, in this order. */
export const EXPORT_COLUMNS = {
  members: [
    'memberId',
    'name',
    'stage',
    'score',
    'amountBand',
    'frequencyBand',
    'benefitBand',
    'group',
    'lessons',
    'lastActive',
    'adviser',
    'branch',
    'registered',
    'linked',
  ],
  audit: ['recordedAt', 'actor', 'action', 'subjectKind', 'subjectId', 'reason', 'inputs', 'sealed'],
  pointsClosings: [
    'month',
    'account',
    'openingPoints',
    'inPoints',
    'outPoints',
    'closingPoints',
    'openingYuan',
    'inYuan',
    'outYuan',
    'closingYuan',
  ],
} as const satisfies Record<ExportKindCode, readonly string[]>;
export const EXPORT_COLUMNS_MAX = 20;
/**
 * IN_REVIEW: a second person has to agree. QUEUED, RUNNING: the file is being written. DONE: it can be fetched until
 * it is deleted (PURGED). REFUSED: the second person did not agree. CANCELLED: its asker took it back.
 */
export const EXPORT_STATES = [
  'IN_REVIEW',
  'QUEUED',
  'RUNNING',
  'DONE',
  'REFUSED',
  'CANCELLED',
  'FAILED',
  'PURGED',
] as const;
export type ExportState = (typeof EXPORT_STATES)[number];
export const EXPORT_ROWS_MAX = 20_000;
export const EXPORT_KEPT_DAYS = 7;
export const EXPORT_REASON_MIN = 5;
export const EXPORT_REASON_MAX = 200;
/** Of one person, not ended. */
export const EXPORTS_OPEN_MAX = 5;
