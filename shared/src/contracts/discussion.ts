import { z } from 'zod';
import { COMMENT_KINDS, COMMENT_MAX, COMMENT_MIN, COMMENT_STATES } from './discussion.limits.ts';
import { Cursor, Instant, PublicId } from './primitives.ts';

/** The id is made on the phone: told again it is the same comment. */
export const WriteComment = z
  .object({
    commentId: PublicId,
    kind: z.enum(COMMENT_KINDS),
    text: z.string().trim().min(COMMENT_MIN).max(COMMENT_MAX),
  })
  .meta({ id: 'WriteComment' });
export type WriteComment = z.infer<typeof WriteComment>;

/** Something said under a lesson. Others' are shown once they have passed, under the first character of a name. */
export const LessonComment = z
  .object({
    commentId: PublicId,
    kind: z.enum(COMMENT_KINDS),
    text: z.string(),
    isMine: z.boolean(),
    maskedName: z.string(),
    state: z.enum(COMMENT_STATES),
    writtenAt: Instant,
    /** Why it is not shown; to its writer only. */
    refusedReason: z.string().nullable(),
    answer: z
      .object({
        text: z.string(),
        answererName: z.string(),
        answererRegistrationNo: z.string().nullable(),
        answeredAt: Instant,
      })
      .nullable(),
  })
  .meta({ id: 'LessonComment' });
export type LessonComment = z.infer<typeof LessonComment>;

export const LessonComments = z
  .object({ comments: z.array(LessonComment), nextCursor: Cursor.nullable() })
  .meta({ id: 'LessonComments' });
export type LessonComments = z.infer<typeof LessonComments>;
export const LessonCommentQuery = z.object({
  limit: z.coerce.number().int().min(1).max(50).default(10),
  cursor: Cursor.optional(),
});
export type LessonCommentQuery = z.input<typeof LessonCommentQuery>;
