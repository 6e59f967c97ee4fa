import type {
  AnswerComment,
  DeskComment,
  DeskCommentQuery,
  DeskComments,
  RefuseComment,
} from './discussion-desk.ts';
import { defineRoute } from './route.ts';

interface OfComment {
  readonly params: { readonly commentId: string };
}

export const discussionDeskRoutes = {
  listComments: defineRoute<{ query: DeskCommentQuery }, DeskComments>(
    'discussion.listDeskComments',
    'staff',
    'GET',
    '/v1/console/lesson-comments',
  ),
  passComment: defineRoute<OfComment, DeskComment>(
    'discussion.passComment',
    'staff',
    'PUT',
    '/v1/console/lesson-comments/:commentId/passing',
  ),
  /** One that waits, or one that is shown and should not be. */
  refuseComment: defineRoute<OfComment & { body: RefuseComment }, DeskComment>(
    'discussion.refuseComment',
    'staff',
    'PUT',
    '/v1/console/lesson-comments/:commentId/refusal',
  ),
  answerComment: defineRoute<OfComment & { body: AnswerComment }, DeskComment>(
    'discussion.answerComment',
    'staff',
    'POST',
    '/v1/console/lesson-comments/:commentId/answer',
  ),
} as const;
