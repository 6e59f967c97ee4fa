import { z } from 'zod';
import { ContentCard, LessonCard } from './content.ts';
import { Cursor } from './primitives.ts';

/** Why a card is here; the words are in the message catalogue under `feed.reason.<code>`. */
export const FEED_REASONS = [
  'continues_path',
  'suits_stage',
  'suits_activity',
  'new_lesson',
  'new_article',
  'new_card',
  'from_adviser',
  'by_date',
] as const;
export const FeedCard = z
  .object({
    cardId: z.string(),
    content: ContentCard,
    reason: z.object({
      code: z.enum(FEED_REASONS),
      /** For continues_path: the title of the finished lesson; for suits_stage: the stage code; for from_adviser: name and number. */
      params: z.record(z.string(), z.string()),
    }),
  })
  .meta({ id: 'FeedCard' });
export type FeedCard = z.infer<typeof FeedCard>;
export const FeedPage = z
  .object({
    cards: z.array(FeedCard),
    nextCursor: Cursor.nullable(),
    /** The lesson begun last and not finished. */
    continueLesson: LessonCard.nullable(),
    isPersonalised: z.boolean(),
    /** There are lessons, and all of them are stopped for now. */
    isPaused: z.boolean(),
    /** Corrections of lessons the member read, not seen yet. */
    unseenCorrections: z.number().int(),
  })
  .meta({ id: 'FeedPage' });
export type FeedPage = z.infer<typeof FeedPage>;
