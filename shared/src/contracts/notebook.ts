import { z } from 'zod';
import { NOTE_MAX, NOTEBOOK_KINDS } from './notebook.limits.ts';
import { ContentId, Cursor, Instant, PageQuery } from './primitives.ts';

/** What a member keeps beside a lesson; nobody else reads it. */
export const LessonKeepsakes = z
  .object({ isFavourite: z.boolean(), note: z.string().nullable() })
  .meta({ id: 'LessonKeepsakes' });
export type LessonKeepsakes = z.infer<typeof LessonKeepsakes>;

export const SetFavourite = z.object({ isFavourite: z.boolean() }).meta({ id: 'SetFavourite' });
export type SetFavourite = z.infer<typeof SetFavourite>;
/** An empty text takes the note away. */
export const WriteNote = z.object({ text: z.string().trim().max(NOTE_MAX) }).meta({ id: 'WriteNote' });
export type WriteNote = z.infer<typeof WriteNote>;

export const NotebookEntry = z.object({
  lessonId: ContentId,
  /** Null once the lesson can be read no more. */
  title: z.string().nullable(),
  /** Of a note. */
  text: z.string().nullable(),
  at: Instant,
});
export type NotebookEntry = z.infer<typeof NotebookEntry>;
export const NotebookPage = z
  .object({ entries: z.array(NotebookEntry), nextCursor: Cursor.nullable() })
  .meta({ id: 'NotebookPage' });
export type NotebookPage = z.infer<typeof NotebookPage>;
export const NotebookQuery = PageQuery.extend({ kind: z.enum(NOTEBOOK_KINDS).default('FAVOURITE') });
export type NotebookQuery = z.input<typeof NotebookQuery>;
