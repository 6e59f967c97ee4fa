import { z } from 'zod';
import {
  COMMENT_ANSWER_MAX,
  COMMENT_DOUBTS,
  COMMENT_KINDS,
  COMMENT_QUEUES,
  COMMENT_REASON_MAX,
  COMMENT_STATES,
} from './discussion.limits.ts';
import { ContentId, Cursor, Instant, PublicId } from './primitives.ts';

/** A comment at the desk; who wrote it is not needed to judge it. */
export const DeskComment = z
  .object({
    commentId: PublicId,
    lessonId: ContentId,
    /** Null once the lesson can be read no more. */
    lessonTitle: z.string().nullable(),
    kind: z.enum(COMMENT_KINDS),
    text: z.string(),
    state: z.enum(COMMENT_STATES),
    writtenAt: Instant,
    /** Why it had to wait; empty where nothing was in doubt. */
    doubts: z.array(z.enum(COMMENT_DOUBTS)),
    decidedAt: Instant.nullable(),
    deciderName: z.string().nullable(),
    refusedReason: z.string().nullable(),
    answer: z.object({ text: z.string(), answererName: z.string(), answeredAt: Instant }).nullable(),
    /** Whether the caller may answer it: registered, and an adviser or the author of the lesson. */
    mayAnswer: z.boolean(),
  })
  .meta({ id: 'DeskComment' });
export type DeskComment = z.infer<typeof DeskComment>;

export const DeskCommentQuery = z.object({
  limit: z.coerce.number().int().min(1).max(50).default(50),
  cursor: Cursor.optional(),
  queue: z.enum(COMMENT_QUEUES).default('UNANSWERED'),
});
export type DeskCommentQuery = z.input<typeof DeskCommentQuery>;
export const DeskComments = z
  .object({ rows: z.array(DeskComment), total: z.number().int().min(0), nextCursor: Cursor.nullable() })
  .meta({ id: 'DeskComments' });
export type DeskComments = z.infer<typeof DeskComments>;

export const RefuseComment = z
  .object({ reason: z.string().trim().min(1).max(COMMENT_REASON_MAX) })
  .meta({ id: 'RefuseComment' });
export type RefuseComment = z.infer<typeof RefuseComment>;
export const AnswerComment = z
  .object({ text: z.string().trim().min(1).max(COMMENT_ANSWER_MAX) })
  .meta({ id: 'AnswerComment' });
export type AnswerComment = z.infer<typeof AnswerComment>;
