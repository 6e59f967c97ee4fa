/** Characters of a segment's name, and of what its author says it is for. */
export const SEGMENT_NAME_MAX = 30;
export const SEGMENT_PURPOSE_MAX = 200;
/** Segments that are not retired; more nobody keeps apart. */
export const SEGMENT_DEFINITIONS_MAX = 200;
/** A segment that holds back more than half of its members is not used. */
export const HOLDOUT_PERCENT_MAX = 50;
/** Members shown of a rule that is being drawn. */
export const SEGMENT_SAMPLE = 10;
/** Versions shown of a segment, the latest first. */
export const SEGMENT_VERSIONS_SHOWN = 20;
/** A draft that was never live, one that has a live version (and perhaps a draft beside it), one that is over. */
export const DEFINITION_STATES = ['DRAFT', 'LIVE', 'RETIRED'] as const;
export type DefinitionState = (typeof DEFINITION_STATES)[number];
/** Key of a segment that somebody defined, such as `rule.12`; beside those of `BUILT_IN_SEGMENTS`. */
export const OWN_SEGMENT_KEY = /^rule\.[1-9]\d{0,8}$/;
