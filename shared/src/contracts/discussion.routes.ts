import type { LessonComment, LessonCommentQuery, LessonComments, WriteComment } from './discussion.ts';
import { defineRoute } from './route.ts';

interface OfLesson {
  readonly params: { readonly lessonId: string };
}
interface OfComment {
  readonly params: { readonly commentId: string };
}

export const discussionRoutes = {
  /** The last written first: those that have passed, and the member's own in any state. */
  listComments: defineRoute<OfLesson & { query: LessonCommentQuery }, LessonComments>(
    'discussion.listComments',
    'member',
    'GET',
    '/v1/lessons/:lessonId/comments',
  ),
  writeComment: defineRoute<OfLesson & { body: WriteComment }, LessonComment>(
    'discussion.writeComment',
    'member',
    'POST',
    '/v1/lessons/:lessonId/comments',
  ),
  /** One of the member's own; told again it changes nothing. */
  deleteComment: defineRoute<OfComment, void>(
    'discussion.deleteComment',
    'member',
    'DELETE',
    '/v1/comments/:commentId',
  ),
} as const;
