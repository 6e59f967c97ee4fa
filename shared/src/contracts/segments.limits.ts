import { GROUPS, STAGES } from './scoring.limits.ts';

/** 大众 · 富裕 · 高净值, by what a customer holds at the firm; the cuts are configuration. */
export const TIERS = ['MASS', 'AFFLUENT', 'HIGH_NET_WORTH'] as const;
export type TierCode = (typeof TIERS)[number];
/** Ways to divide the members; a member is in one segment of each at most. */
export const SEGMENT_KINDS = ['group', 'stage', 'tier', 'amount', 'frequency', 'benefit'] as const;
export type SegmentKind = (typeof SEGMENT_KINDS)[number];
const BANDS = ['1', '2', '3', '4', '5', '6'] as const;
const CODES = {
  group: GROUPS,
  stage: STAGES,
  tier: TIERS,
  amount: BANDS,
  frequency: BANDS,
  benefit: BANDS,
} as const satisfies Record<SegmentKind, readonly string[]>;

export interface BuiltInSegment {
  /** `kind.code`, such as `group.KEY_GUIDE`, `tier.AFFLUENT`, `amount.3`. */
  readonly key: string;
  readonly kind: SegmentKind;
  readonly code: string;
}

/** The segments that are there without anybody defining them, kind by kind. */
export const BUILT_IN_SEGMENTS: readonly BuiltInSegment[] = SEGMENT_KINDS.flatMap((kind) =>
  CODES[kind].map((code) => ({ key: `${kind}.${code}`, kind, code })),
);
export const SEGMENT_KEY_MAX = 32;
/** How far back the movements of a segment are shown at first. */
export const MOVEMENT_DAYS = 30;
