import { useMemo } from 'react';
import type { GroupQuestion } from '@siyu/shared/contracts/communities';
import type { GroupPage } from '@siyu/shared/contracts/group-page';
import { groupPageRoutes } from '@siyu/shared/contracts/group-page.routes';
import { call } from '../../api/call';
import { useStore } from '../../phone/store';
import { groupEntry } from '../../queues/group-entry';
import { findCardCode } from '../../reading/card-code';
import { type PagedList, type Pages, usePages } from '../../reading/use-pages';
import { session } from '../../session/session';

/** The page of a group as far as its questions are loaded, with the code under its card. */
interface GroupLoaded {
  readonly page: GroupPage;
  readonly code: string | null;
  readonly nextCursor: string | null;
}

const groupPages = (groupId: string): PagedList<GroupLoaded> => ({
  async load({ cursor }) {
    const query = cursor === undefined ? {} : { questionsCursor: cursor };
    const [page, code] = await Promise.all([
      call(groupPageRoutes.getGroupPage, { params: { groupId }, query }),
      cursor === undefined ? findCardCode('group', groupId) : null,
    ]);
    return { page, code, nextCursor: page.nextQuestionsCursor };
  },
  countOf: ({ page }) => page.questions.length,
  join(before, { page, nextCursor }) {
    const known = new Set(before.page.questions.map(({ questionId }) => questionId));
    const added = page.questions.filter(({ questionId }) => !known.has(questionId));
    return {
      ...before,
      nextCursor,
      page: { ...before.page, questions: [...before.page.questions, ...added] },
    };
  },
});

export interface Group extends Pages<GroupLoaded> {
  /** A question of the member's own that was just asked stands first. */
  readonly addQuestion: (question: GroupQuestion) => void;
}

/** The page of a group; who has just come from it is tied to it first. */
export function useGroup(groupId: string): Group {
  const { phase } = useStore(session);
  const { isUntold } = useStore(groupEntry);
  const list = useMemo(() => groupPages(groupId), [groupId]);
  const isReady = phase === 'entered' && !isUntold && groupId !== '';
  const pages = usePages<GroupLoaded>(`group.${groupId}`, list, isReady);
  return {
    ...pages,
    addQuestion(question) {
      pages.change((before) => {
        const others = before.page.questions.filter(({ questionId }) => questionId !== question.questionId);
        return { ...before, page: { ...before.page, questions: [question, ...others] } };
      });
    },
  };
}
