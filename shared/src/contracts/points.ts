import { z } from 'zod';
import { POINT_ACCOUNTS, POINT_POSTINGS } from './points.limits.ts';
import { CivilDay, Cursor, FenAmount, Instant, PageQuery, PublicId } from './primitives.ts';

const Whole = z.int();

/** What a member has. */
export const PointsSummary = z
  .object({
    available: Whole.min(0),
    /** Become available later. */
    pending: Whole.min(0),
    /** What expires first, and the last day on which it can be used; null: nothing does. */
    expiring: z.object({ points: Whole.min(1), until: CivilDay }).nullable(),
  })
  .meta({ id: 'PointsSummary' });
export type PointsSummary = z.infer<typeof PointsSummary>;

/** A line of a statement: what, why, when, and the balance after it. */
export const PointsPostingRow = z.object({
  postingNo: Whole.min(1),
  kind: z.enum(POINT_POSTINGS),
  /** What the member has more, with a minus less. */
  change: Whole,
  /** Points that moved without being more or less: pending ones that became available. */
  moved: Whole.min(0),
  /** What it was for, and why; null where the kind says it all. */
  what: z.string().nullable(),
  why: z.string().nullable(),
  availableAfter: Whole.min(0),
  pendingAfter: Whole.min(0),
  at: Instant,
});
export type PointsPostingRow = z.infer<typeof PointsPostingRow>;

export const PointsStatement = z
  .object({ rows: z.array(PointsPostingRow), total: Whole.min(0), nextCursor: Cursor.nullable() })
  .meta({ id: 'PointsStatement' });
export type PointsStatement = z.infer<typeof PointsStatement>;

export const PointsQuery = PageQuery;
export type PointsQuery = z.input<typeof PointsQuery>;

/** A member's points as staff see them. */
export const MemberPoints = z
  .object({ memberId: PublicId, displayName: z.string(), summary: PointsSummary })
  .meta({ id: 'MemberPoints' });
export type MemberPoints = z.infer<typeof MemberPoints>;

const Holding = z.object({ points: Whole, fen: FenAmount });
export const PointsTotals = z
  .object({
    /** The business day that is open; null: nobody has had a point yet. */
    businessOn: CivilDay.nullable(),
    /** The day of the server's clock, where it waits for a person. */
    waitingOn: CivilDay.nullable(),
    /** What is owed to members: pending and available, at the end of the last day that was summed up. */
    outstanding: Holding.extend({ on: CivilDay }).nullable(),
    /** What was owed at the end of the last days on which points moved, oldest first. */
    days: z.array(Holding.extend({ on: CivilDay })),
  })
  .meta({ id: 'PointsTotals' });
export type PointsTotals = z.infer<typeof PointsTotals>;

export const OpenPointsDay = z.object({ day: CivilDay }).meta({ id: 'OpenPointsDay' });
export type OpenPointsDay = z.infer<typeof OpenPointsDay>;

const Month = z.string().regex(/^[0-9]{4}-[0-9]{2}$/);
export const PointsClosingLineRow = z.object({
  account: z.enum(POINT_ACCOUNTS),
  openingPoints: Whole,
  inPoints: Whole,
  outPoints: Whole,
  closingPoints: Whole,
  openingFen: FenAmount,
  inFen: FenAmount,
  outFen: FenAmount,
  closingFen: FenAmount,
});
export type PointsClosingLineRow = z.infer<typeof PointsClosingLineRow>;
export const PointsClosingRow = z.object({
  month: Month,
  closedAt: Instant,
  postings: Whole.min(0),
  writtenOffPoints: Whole,
  outstandingPoints: Whole.min(0),
  outstandingFen: FenAmount,
  sha256: z.string(),
  lines: z.array(PointsClosingLineRow),
});
export type PointsClosingRow = z.infer<typeof PointsClosingRow>;
export const PointsClosingRows = z
  .object({ rows: z.array(PointsClosingRow), total: Whole.min(0), nextCursor: Cursor.nullable() })
  .meta({ id: 'PointsClosingRows' });
export type PointsClosingRows = z.infer<typeof PointsClosingRows>;
