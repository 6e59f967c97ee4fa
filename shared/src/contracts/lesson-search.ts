import { z } from 'zod';
import { SEARCH_MAX, SEARCH_PAGE_MAX } from './lesson-search.limits.ts';
import { ContentId, Cursor } from './primitives.ts';

/** A lesson or an article in which every word of the search stands, with a piece of the text around the first of them. */
export const FoundLesson = z
  .object({
    lessonId: ContentId,
    kind: z.enum(['lesson', 'article']),
    /** Empty for an article. */
    pathTitle: z.string(),
    title: z.string(),
    minutes: z.number().int(),
    excerpt: z.string(),
  })
  .meta({ id: 'FoundLesson' });
export type FoundLesson = z.infer<typeof FoundLesson>;
export const FoundLessons = z
  .object({ lessons: z.array(FoundLesson), nextCursor: Cursor.nullable() })
  .meta({ id: 'FoundLessons' });
export type FoundLessons = z.infer<typeof FoundLessons>;
export const LessonSearchQuery = z.object({
  text: z.string().trim().min(1).max(SEARCH_MAX),
  limit: z.coerce.number().int().min(1).max(SEARCH_PAGE_MAX).default(10),
  cursor: Cursor.optional(),
});
export type LessonSearchQuery = z.input<typeof LessonSearchQuery>;
