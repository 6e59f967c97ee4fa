import Taro from '@tarojs/taro';
import { useRef, useState } from 'react';
import type { GroupQuestion } from '@siyu/shared/contracts/communities';
import { communitiesRoutes } from '@siyu/shared/contracts/communities.routes';
import { ApiError, sentenceOfError } from '../../api/api-error';
import { call } from '../../api/call';
import {
  dropQuestionDraft,
  findQuestionDraft,
  keepQuestionDraft,
  type QuestionDraft,
} from '../../queues/question-drafts';
import { makeDeedId } from '../../queues/queues';
import { recordableMember } from '../../session/session';
import { say } from '../../words/say';

export interface Asking {
  readonly text: string;
  readonly isBusy: boolean;
  readonly problem: string | null;
  readonly write: (text: string) => void;
  readonly send: () => Promise<void>;
}

/** A question to a group, kept on the phone from its first letter until the server has it. */
export function useAsking(groupId: string, onAsked: (question: GroupQuestion) => void): Asking {
  const [memberId] = useState(recordableMember);
  const draft = useRef<QuestionDraft | null>(null);
  const [text, setText] = useState(() => {
    draft.current = memberId === null ? null : findQuestionDraft(memberId, groupId);
    return draft.current?.text ?? '';
  });
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const write = (written: string): void => {
    setText(written);
    setProblem(null);
    if (memberId === null) return;
    // Other words after an attempt are another question: the first may have arrived.
    const questionId =
      draft.current === null || draft.current.isSent ? makeDeedId() : draft.current.questionId;
    draft.current = { memberId, groupId, questionId, text: written, isSent: false };
    keepQuestionDraft(draft.current);
  };
  const send = async (): Promise<void> => {
    const sent = draft.current;
    if (sent === null) return;
    setBusy(true);
    setProblem(null);
    draft.current = { ...sent, isSent: true };
    keepQuestionDraft(draft.current);
    try {
      const { questionId, text: asked } = sent;
      onAsked(await call(communitiesRoutes.ask, { params: { groupId }, body: { questionId, text: asked } }));
      dropQuestionDraft(sent.memberId, groupId);
      draft.current = null;
      setText('');
      void Taro.showToast({ title: say('group.ask.done'), icon: 'none' });
    } catch (error) {
      const reason = sentenceOfError(error);
      const isKept = error instanceof ApiError && error.isPassing;
      setProblem(isKept ? say('group.ask.kept', { reason }) : reason);
    }
    setBusy(false);
  };
  return { text, isBusy, problem, write, send };
}
