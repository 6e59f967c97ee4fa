import { KINDS_KEPT_BY_LAW, RECORDED_KIND_OF } from '@siyu/shared/contracts/privacy.limits';

/** Types of events that a duty to keep rests on: they outlive the account, and no purge takes them. */
export const TYPES_KEPT_BY_LAW: readonly string[] = Object.entries(RECORDED_KIND_OF).flatMap(([type, kind]) =>
  KINDS_KEPT_BY_LAW.includes(kind) ? [type] : [],
);
