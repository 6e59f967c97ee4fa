import type { PointRule } from '../decay/daily-points.ts';

/** One part of the strength: the points of its rules, and the most it adds to the whole. */
export interface TiePartModel {
  readonly rules: readonly PointRule[];
  /** Hundredths of a point. */
  readonly cap: number;
}

/** Parameters of the strength of a tie. */
export interface TieStrengthModel {
  readonly id: 'tie-strength';
  readonly version: number;
  /** After so many days a fact weighs half; a divisor of 90. */
  readonly halfLifeDays: number;
  /** Time: points for each day with contact, whatever its kind and number. */
  readonly contact: {
    readonly types: readonly string[];
    readonly pointsPerDay: number;
    readonly cap: number;
  };
  /** Intensity: what was done with each other. */
  readonly intensity: TiePartModel;
  /** Reciprocity: replies of both sides; what only one side sends counts nothing. */
  readonly replies: TiePartModel;
  /** Commitment: contracts, and every day of purchase after the first. */
  readonly commitment: TiePartModel & { readonly repeatedType: string };
  /** Hundredths of a point: lower bounds, inclusive; n cuts make n + 1 bands, 1 lowest. */
  readonly cuts: readonly number[];
}

/**
 * Strength of a tie, 0–100, after Granovetter's time, intensity and reciprocity (the paper §4.2.1-3); the
 * numbers are ours (domain.md §1.6). For staff only. A complaint, upheld or not, lowers nothing, nor does the
 * value of a rating. Only what the server has seen counts, nothing a phone could tell.
 *
 * @example
 * tieStrength.halfLifeDays // => 90
 */
export const tieStrength: TieStrengthModel = {
  id: 'tie-strength',
  version: 1,
  halfLifeDays: 90,
  contact: {
    types: [
      'lesson_completed',
      'quiz_submitted',
      'live_attended',
      'group_replied',
      'consultation_requested',
      'consultation_replied',
      'consultation_closed',
      'consultation_rated',
      'callback_done',
    ],
    pointsPerDay: 100,
    cap: 2500,
  },
  intensity: {
    rules: [
      { type: 'consultation_closed', points: 400, dailyCap: 800 },
      { type: 'live_attended', points: 200, dailyCap: 400 },
      { type: 'lesson_completed', points: 100, dailyCap: 300 },
      { type: 'quiz_submitted', points: 100, dailyCap: 200 },
      { type: 'group_replied', points: 50, dailyCap: 150 },
      { type: 'callback_done', points: 100, dailyCap: 100 },
    ],
    cap: 2500,
  },
  replies: { rules: [{ type: 'consultation_replied', points: 100, dailyCap: 200 }], cap: 2500 },
  commitment: {
    rules: [
      { type: 'advisory_contract_signed', points: 1000, dailyCap: 1000 },
      { type: 'purchase_confirmed', points: 200, dailyCap: 200 },
    ],
    repeatedType: 'purchase_confirmed',
    cap: 2500,
  },
  cuts: [2000, 4000, 6000, 8000],
};
