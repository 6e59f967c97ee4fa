import { useMemo } from 'react';
import type { LessonComment, LessonComments } from '@siyu/shared/contracts/discussion';
import { discussionRoutes } from '@siyu/shared/contracts/discussion.routes';
import { call } from '../../api/call';
import { useStore } from '../../phone/store';
import { type PagedList, type Pages, usePages } from '../../reading/use-pages';
import { session } from '../../session/session';

const commentPages = (lessonId: string): PagedList<LessonComments> => ({
  load: (query) => call(discussionRoutes.listComments, { params: { lessonId }, query }),
  countOf: ({ comments }) => comments.length,
  join(before, next) {
    const known = new Set(before.comments.map(({ commentId }) => commentId));
    const added = next.comments.filter(({ commentId }) => !known.has(commentId));
    return { ...next, comments: [...before.comments, ...added] };
  },
});

export interface Discussion extends Pages<LessonComments> {
  /** One of the member's own that was just written stands first. */
  readonly add: (comment: LessonComment) => void;
  readonly remove: (commentId: string) => void;
}

/** What is said under a lesson, as far as it is loaded. */
export function useComments(lessonId: string): Discussion {
  const { phase } = useStore(session);
  const list = useMemo(() => commentPages(lessonId), [lessonId]);
  const pages = usePages<LessonComments>(`comments.${lessonId}`, list, phase === 'entered');
  const withoutOne = (page: LessonComments, gone: string): LessonComments => ({
    ...page,
    comments: page.comments.filter(({ commentId }) => commentId !== gone),
  });
  return {
    ...pages,
    add(comment) {
      pages.change((page) => ({
        ...page,
        comments: [comment, ...withoutOne(page, comment.commentId).comments],
      }));
    },
    remove(commentId) {
      pages.change((page) => withoutOne(page, commentId));
    },
  };
}
