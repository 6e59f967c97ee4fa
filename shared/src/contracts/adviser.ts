import { z } from 'zod';
import { ADVISED_ROWS_MAX, BOOK_PAGE_MAX, BOOK_SEARCH_MAX } from './adviser.limits.ts';
import { CONSENT_PURPOSES } from './identity.limits.ts';
import { ASSESSMENT_STANDINGS } from './member-suitability.limits.ts';
import { MemberSuitability } from './member-suitability.ts';
import { WITHHELD } from './panorama.limits.ts';
import { CivilDay, Cursor, Instant, PublicId } from './primitives.ts';
import { STAGES } from './scoring.limits.ts';
import { INVESTOR_LEVELS } from '../suitability/index.ts';

const Stage = z.enum(STAGES).nullable();
const few = <Row extends z.ZodType>(row: Row) => z.array(row).max(ADVISED_ROWS_MAX);

export const BookQuery = z.object({
  limit: z.coerce.number().int().min(1).max(BOOK_PAGE_MAX).default(20),
  cursor: Cursor.optional(),
  /** Part of a name. */
  search: z.string().trim().max(BOOK_SEARCH_MAX).optional(),
  stage: z.enum(STAGES).optional(),
});
export type BookQuery = z.input<typeof BookQuery>;

/** A member of the own book, as one line: the name masked, since a list is read over shoulders. */
export const BookRow = z
  .object({
    memberId: PublicId,
    displayName: z.string(),
    stage: Stage,
    /** Null, as the level: the member has not agreed that it is used, or is restricted. */
    standing: z.enum(ASSESSMENT_STANDINGS).nullable(),
    level: z.enum(INVESTOR_LEVELS).nullable(),
    validUntil: CivilDay.nullable(),
    /** An advisory contract is in force. */
    isAdvised: z.boolean(),
    lastActiveAt: Instant.nullable(),
  })
  .meta({ id: 'BookRow' });
export type BookRow = z.infer<typeof BookRow>;
/** The last active first. */
export const Book = z
  .object({ rows: z.array(BookRow), total: z.number().int(), nextCursor: Cursor.nullable() })
  .meta({ id: 'Book' });
export type Book = z.infer<typeof Book>;

/** One member of the own book as the phone shows them: less than the desk does, and nothing that the desk does not. */
export const AdvisedMember = z
  .object({
    memberId: PublicId,
    displayName: z.string(),
    registeredOn: CivilDay,
    stage: Stage,
    isAccountLinked: z.boolean(),
    lastActiveAt: Instant.nullable(),
    /** Why a part is not shown; null: it is. */
    withheld: z.object({
      events: z.enum(WITHHELD).nullable(),
      scores: z.enum(WITHHELD).nullable(),
    }),
    isRestricted: z.boolean(),
    /** The bands of the score, 1 to 6; neither the money behind them nor the group: a phone is read over shoulders. */
    score: z
      .object({
        scoreHundredths: z.number().int(),
        amountBand: z.number().int(),
        frequencyBand: z.number().int(),
        benefitBand: z.number().int(),
        fromDay: CivilDay,
      })
      .nullable(),
    suitability: MemberSuitability.nullable(),
    /** Agreed to in the words that are in force. */
    consents: z.array(z.enum(CONSENT_PURPOSES)),
    /** What they do most lately, counted by kind. */
    engagement: few(z.object({ type: z.string(), count: z.number().int(), lastAt: Instant })),
    learning: few(z.object({ title: z.string(), readPercent: z.number().int(), at: Instant })),
    /** Asked in a group of the caller's and not answered yet, who waits longest first. */
    questions: few(z.object({ text: z.string(), askedAt: Instant })),
  })
  .meta({ id: 'AdvisedMember' });
export type AdvisedMember = z.infer<typeof AdvisedMember>;
