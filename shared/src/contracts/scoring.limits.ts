/** Stages of the relation, shown to the member (初识·结识·熟悉·信任·共创). */
export const STAGES = ['STRANGER', 'WEAK_TIE', 'FAMILIAR', 'TRUSTING', 'CO_CREATING'] as const;
export type StageCode = (typeof STAGES)[number];
/** The four groups of the paper's figure 3; for staff only. */
export const GROUPS = ['KEY_GUIDE', 'KEY_DEVELOP', 'POTENTIAL', 'LONG_TAIL'] as const;
export type GroupCode = (typeof GROUPS)[number];
/**
 * How a replay stands to what was stored: the facts and day of a run that took place · facts that became known
 * later · fewer facts than that run had · no run for that day.
 */
export const REPLAY_LABELS = ['AS_STORED', 'RESTATED', 'EARLIER_KNOWLEDGE', 'NEVER_RUN'] as const;
export type ReplayLabel = (typeof REPLAY_LABELS)[number];
/** Where a member stands, as staff see it; a change of a model moves members along these. */
export const MOVE_AXES = [
  'group',
  'stage',
  'tieBand',
  'amountBand',
  'frequencyBand',
  'benefitBand',
  'recencyBand',
  'activityBand',
  'depthBand',
] as const;
export type MoveAxis = (typeof MOVE_AXES)[number];
/** So many would go from one code or band of an axis to another one. */
export interface Move {
  readonly axis: MoveAxis;
  readonly from: string;
  readonly to: string;
  readonly count: number;
}
/** What is kept of a member, model by model. */
export const KEPT_KINDS = ['score', 'rfe', 'tie', 'relation'] as const;
export type KeptKind = (typeof KEPT_KINDS)[number];
