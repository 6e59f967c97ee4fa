import type { MemberRecord } from './member-record.ts';

/** The columns that are null together while no score is kept. */
const SCORE_COLUMNS = [
  'asOf',
  'modelId',
  'preset',
  'modelVersion',
  'configVersion',
  'windowDays',
  'purchases',
  'amountFen',
  'benefitFen',
  'amountBand',
  'frequencyBand',
  'benefitBand',
  'scoreHundredths',
  'groupCode',
  'groupRow',
] as const satisfies readonly (keyof MemberRecord)[];
type ScoreColumn = (typeof SCORE_COLUMNS)[number];

/** A row of a member who has a score. */
export type KeptScoreRecord = MemberRecord & {
  readonly [Column in ScoreColumn]: NonNullable<MemberRecord[Column]>;
};

/** Tells whether a score is kept for the member: none is before an account is linked, or without consent. */
export function isScored(record: MemberRecord): record is KeptScoreRecord {
  return SCORE_COLUMNS.every((column) => record[column] !== null);
}
