import { z } from 'zod';
import { CONCLUSIONS } from './identity.limits.ts';
import { CivilDay, Cursor, Instant, PublicId } from './primitives.ts';
import { GROUPS, STAGES } from './scoring.limits.ts';
import { SegmentKey } from './segments.ts';

/**
 * The least addition that reaches a higher band, and which one: in fen, or for the frequency in purchases of the
 * window. What a client would have to buy: nobody who speaks with clients may see it (Securities Law 57).
 */
const ScoreStep = z.object({ step: z.number().int().positive(), band: z.number().int().min(2).max(6) });

/**
 * One measure of a score with everything that decided its band. Amounts in fen, the frequency and its bounds in
 * purchases per `frequencyPerDays` days.
 */
export const ScoreAxis = z.object({
  axis: z.enum(['amount', 'frequency', 'benefit']),
  raw: z.number(),
  band: z.number().int().min(1).max(6),
  lowerBound: z.number().nullable(),
  upperBound: z.number().nullable(),
  /** Parts of `weightSum`. */
  weight: z.number().int(),
  /** Of the three axes they add up to `scoreHundredths`. */
  contributionHundredths: z.number().int(),
  /** Null in the highest band. Absent but for analysts and compliance who open one member. */
  toNextBand: ScoreStep.nullable().optional(),
});
export const MemberScore = z
  .object({
    modelId: z.string(),
    /** Set of cuts that scored, and its version. */
    preset: z.string(),
    modelVersion: z.number().int(),
    /** Exclusive day boundary: facts before 00:00 of this day count. */
    asOf: CivilDay,
    windowDays: z.number().int(),
    frequencyPerDays: z.number().int(),
    weightSum: z.number().int(),
    axes: z.array(ScoreAxis),
    purchases: z.number().int(),
    lastPurchaseOn: CivilDay.nullable(),
    /** Weighted mean of the three bands, times 100, as an integer. */
    scoreHundredths: z.number().int(),
    group: z.enum(GROUPS),
    /** Which row of the decision table matched, from 1, and its values; staff wording is made from it. */
    reason: z.object({ row: z.number().int(), code: z.string(), params: z.record(z.string(), z.string()) }),
  })
  .meta({ id: 'MemberScore' });
export type MemberScore = z.infer<typeof MemberScore>;

export const MemberRow = z
  .object({
    memberId: PublicId,
    /** Masked unless the caller's role may read it. */
    displayName: z.string(),
    branchName: z.string().nullable(),
    adviserName: z.string().nullable(),
    registeredOn: CivilDay,
    /** Null when the member does not want it used. */
    stage: z.enum(STAGES).nullable(),
    /** Conclusions that the member refuses: what they say is not there. */
    refused: z.array(z.enum(CONCLUSIONS)),
    lessonsCompleted: z.number().int(),
    lastActiveAt: Instant.nullable(),
    isAccountLinked: z.boolean(),
    /** Null before an account is linked or when profiling is not permitted. */
    score: MemberScore.nullable(),
  })
  .meta({ id: 'MemberRow' });
export type MemberRow = z.infer<typeof MemberRow>;
export const MemberListQuery = z.object({
  limit: z.coerce.number().int().min(1).max(50).default(50),
  cursor: Cursor.optional(),
  stage: z.enum(STAGES).optional(),
  group: z.enum(GROUPS).optional(),
  /** Those who are in this segment now. */
  segment: SegmentKey.optional(),
  search: z.string().max(40).optional(),
  sort: z.enum(['registered', 'score', 'lastActive']).default('lastActive'),
});
export type MemberListQuery = z.input<typeof MemberListQuery>;
export const MemberRows = z
  .object({ rows: z.array(MemberRow), total: z.number().int(), nextCursor: Cursor.nullable() })
  .meta({ id: 'MemberRows' });
export type MemberRows = z.infer<typeof MemberRows>;
