import type { PointRule } from '../decay/daily-points.ts';

/** Parameters of the engagement model. Bands run from 1 (lowest) to one more than there are cuts. */
export interface RfeModel {
  readonly id: 'rfe';
  readonly version: number;
  /** Most days since the last active day, from the best band downwards: n cuts make n + 1 bands. */
  readonly recencyCuts: readonly number[];
  /** Window in which active days are counted, civil days. */
  readonly windowDays: number;
  /** Active days in the window: lower bounds, inclusive. */
  readonly frequencyCuts: readonly number[];
  /** After so many days a fact weighs half; a divisor of 90. */
  readonly halfLifeDays: number;
  /** Decayed points, in hundredths: lower bounds, inclusive. */
  readonly depthCuts: readonly number[];
  readonly rules: readonly PointRule[];
}

/**
 * RFE: how recently, how often and how deeply a member takes part, for members who have not bought yet too; never
 * mixed into the bands of 数量–质量–效益. Variant and all numbers are ours (domain.md §1.5): depth is
 * E = Σ points(type) · 2^(−age / 30 days), capped per event type and day. Purchases, holdings, contracts,
 * referrals, complaints and the value of a rating earn nothing; a share counts little, since only the intent is
 * known.
 *
 * @example
 * rfe.halfLifeDays // => 30
 */
export const rfe: RfeModel = {
  id: 'rfe',
  version: 1,
  recencyCuts: [3, 7, 14, 30, 60],
  windowDays: 30,
  frequencyCuts: [2, 4, 8, 12, 20],
  halfLifeDays: 30,
  depthCuts: [500, 2000, 5000, 10_000, 20_000],
  rules: [
    { type: 'content_viewed', points: 100, dailyCap: 500 },
    { type: 'content_dwelled', points: 100, perValue: 300, dailyCap: 600 },
    { type: 'content_shared', points: 100, dailyCap: 200 },
    { type: 'lesson_completed', points: 500, dailyCap: 1500 },
    { type: 'quiz_submitted', points: 400, dailyCap: 1200 },
    { type: 'live_reserved', points: 200, dailyCap: 400 },
    { type: 'live_attended', points: 800, dailyCap: 1600 },
    { type: 'live_replayed', points: 300, dailyCap: 600 },
    { type: 'group_joined', points: 300, dailyCap: 300 },
    { type: 'group_replied', points: 200, dailyCap: 1000 },
    { type: 'checked_in', points: 100, dailyCap: 100 },
    { type: 'consultation_requested', points: 600, dailyCap: 1200 },
    { type: 'consultation_replied', points: 200, dailyCap: 1000 },
    { type: 'consultation_rated', points: 300, dailyCap: 600 },
    { type: 'adviser_bound', points: 500, dailyCap: 500 },
    { type: 'callback_done', points: 300, dailyCap: 300 },
    { type: 'kyc_updated', points: 300, dailyCap: 300 },
    { type: 'risk_assessed', points: 500, dailyCap: 500 },
    { type: 'product_viewed', points: 100, dailyCap: 300 },
    { type: 'product_favourited', points: 100, dailyCap: 200 },
    { type: 'disclosure_read', points: 200, dailyCap: 400 },
    { type: 'push_opened', points: 100, dailyCap: 200 },
  ],
};
