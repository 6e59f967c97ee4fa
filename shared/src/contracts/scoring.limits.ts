/** Stages of the relation, shown to the member (初识·结识·熟悉·信任·共创). */
export const STAGES = ['STRANGER', 'WEAK_TIE', 'FAMILIAR', 'TRUSTING', 'CO_CREATING'] as const;
export type StageCode = (typeof STAGES)[number];
/** The four groups of the paper's figure 3; for staff only. */
export const GROUPS = ['KEY_GUIDE', 'KEY_DEVELOP', 'POTENTIAL', 'LONG_TAIL'] as const;
export type GroupCode = (typeof GROUPS)[number];
