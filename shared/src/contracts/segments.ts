import { z } from 'zod';
import { CivilDay, Cursor, FenAmount, PublicId } from './primitives.ts';
import { OWN_SEGMENT_KEY } from './segment-definitions.limits.ts';
import { BUILT_IN_SEGMENTS, MOVEMENT_DAYS, SEGMENT_KINDS } from './segments.limits.ts';

const BuiltInKey = z.enum(BUILT_IN_SEGMENTS.map(({ key }) => key));
/** Key of a built-in segment, or of one that somebody defined. */
export const SegmentKey = z.union([BuiltInKey, z.string().regex(OWN_SEGMENT_KEY)]);

export const SegmentRow = z
  .object({
    key: BuiltInKey,
    kind: z.enum(SEGMENT_KINDS),
    code: z.string(),
    members: z.number().int(),
    /** Who came and who went within the days asked for; somebody who did both counts in both. */
    entered: z.number().int(),
    left: z.number().int(),
  })
  .meta({ id: 'SegmentRow' });
export type SegmentRow = z.infer<typeof SegmentRow>;

export const SegmentListQuery = z.object({
  /** Exclusive day boundary; today's and later facts count when it is absent. */
  asOf: CivilDay.optional(),
  days: z.coerce.number().int().min(1).max(366).default(MOVEMENT_DAYS),
});
export type SegmentListQuery = z.input<typeof SegmentListQuery>;

export const SegmentRows = z
  .object({
    rows: z.array(SegmentRow),
    asOf: CivilDay,
    days: z.number().int(),
    /** Where the tiers begin, in fen of holdings, and the version of the configuration that says so. */
    tiers: z.object({
      affluentFromFen: FenAmount,
      highNetWorthFromFen: FenAmount,
      version: z.number().int(),
    }),
  })
  .meta({ id: 'SegmentRows' });
export type SegmentRows = z.infer<typeof SegmentRows>;

export const SegmentMembersQuery = SegmentListQuery.extend({
  limit: z.coerce.number().int().min(1).max(50).default(50),
  cursor: Cursor.optional(),
  /** Those in it as of the day, or those who came or went in the days before. */
  which: z.enum(['present', 'entered', 'left']).default('present'),
});
export type SegmentMembersQuery = z.input<typeof SegmentMembersQuery>;

/** One stay of a member in a segment. */
export const SegmentStay = z
  .object({
    memberId: PublicId,
    /** Masked. */
    displayName: z.string(),
    /** Days (Shanghai) whose facts brought the member in and took them out. */
    enteredOn: CivilDay,
    leftOn: CivilDay.nullable(),
  })
  .meta({ id: 'SegmentStay' });
export type SegmentStay = z.infer<typeof SegmentStay>;
export const SegmentStays = z
  .object({ rows: z.array(SegmentStay), total: z.number().int(), nextCursor: Cursor.nullable() })
  .meta({ id: 'SegmentStays' });
export type SegmentStays = z.infer<typeof SegmentStays>;

/** What happened in a segment on one day, and how many were in it when the day was over. */
export const SegmentDay = z
  .object({
    day: CivilDay,
    members: z.number().int(),
    entered: z.number().int(),
    left: z.number().int(),
  })
  .meta({ id: 'SegmentDay' });
export type SegmentDay = z.infer<typeof SegmentDay>;
/** The days before a day boundary, the earliest first. */
export const SegmentHistory = z
  .object({ days: z.array(SegmentDay), asOf: CivilDay })
  .meta({ id: 'SegmentHistory' });
export type SegmentHistory = z.infer<typeof SegmentHistory>;
