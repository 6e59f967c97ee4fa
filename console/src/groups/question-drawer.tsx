import type { DeskQuestion } from '@siyu/shared/contracts/communities-desk';
import { communitiesDeskRoutes } from '@siyu/shared/contracts/communities-desk.routes';
import { GROUP_ANSWER_MAX } from '@siyu/shared/contracts/communities.limits';
import type { Role } from '@siyu/shared/contracts/identity.limits';
import { useMutation } from '@tanstack/react-query';
import { call } from '../api/call.ts';
import { useStaff } from '../app/signed-in.tsx';
import { formatInstant } from '../format/moments.ts';
import { AnswerForm } from '../list/answer-form.tsx';
import { AskReason } from '../list/ask-reason.tsx';
import { Facts } from '../list/facts.tsx';
import { RowDrawer } from '../list/row-drawer.tsx';
import { refreshGroups } from './group-queries.ts';
import { QuestionChip } from './question-columns.tsx';

const DECLINERS: readonly Role[] = ['adviser', 'branchHead'];

interface QuestionDrawerProps {
  readonly question: DeskQuestion | null;
  readonly mayAnswer: boolean;
  readonly onClose: () => void;
}

/** One question, and what may be done about it: once, by one person. */
export function QuestionDrawer({ question, mayAnswer, onClose }: QuestionDrawerProps) {
  const mayDecline = useStaff().roles.some((role) => DECLINERS.includes(role));
  return (
    <RowDrawer isOpen={question !== null} onClose={onClose} width={640} title="群里的提问">
      {question && (
        <div key={question.questionId}>
          <QuestionChip state={question.state} />
          <p className="say">{question.text}</p>
          <Facts facts={factsOf(question)} />
          {question.state === 'OPEN' && mayAnswer && <AnswerQuestion questionId={question.questionId} />}
          {question.state === 'OPEN' && !mayAnswer && (
            <p className="note">提问由登记在案的投资顾问回答，您可以在这里看到进展。</p>
          )}
          {question.state === 'OPEN' && mayDecline && <DeclineQuestion questionId={question.questionId} />}
        </div>
      )}
    </RowDrawer>
  );
}

function factsOf({ groupName, askedAt, decidedAt, deciderName, state, reply }: DeskQuestion) {
  const facts: [string, string][] = [
    ['社群', groupName],
    ['提问时间', formatInstant(askedAt)],
  ];
  if (decidedAt === null) return facts;
  return [
    ...facts,
    ['处理', `${deciderName ?? '已离任'} · ${formatInstant(decidedAt)}`] as const,
    [state === 'ANSWERED' ? '回答' : '不回答的原因', reply ?? ''] as const,
  ];
}

function AnswerQuestion({ questionId }: { questionId: string }) {
  const answer = useMutation({
    mutationFn: (text: string) =>
      call(communitiesDeskRoutes.answerQuestion, { params: { questionId }, body: { text } }),
    onSuccess: refreshGroups,
  });
  return (
    <AnswerForm
      label="回答（群成员都能看到，附您的姓名和登记编号）"
      maxLength={GROUP_ANSWER_MAX}
      isPending={answer.isPending}
      error={answer.error}
      onAnswer={(text) => answer.mutate(text)}
    />
  );
}

function DeclineQuestion({ questionId }: { questionId: string }) {
  const decline = useMutation({
    mutationFn: (reason: string) =>
      call(communitiesDeskRoutes.declineQuestion, { params: { questionId }, body: { reason } }),
    onSuccess: refreshGroups,
  });
  return (
    <div className="actions row-acts">
      <AskReason
        act="不在群里回答"
        title="为什么不在群里回答"
        label="原因（只有提问的人看得到）"
        isPending={decline.isPending}
        error={decline.error}
        onReason={(reason) => decline.mutate(reason)}
      >
        <p>例如：涉及个人账户的问题不在群里回答，可以拨打营业部电话。提问不会出现在群里。</p>
      </AskReason>
    </div>
  );
}
