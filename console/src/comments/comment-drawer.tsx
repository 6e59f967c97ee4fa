import type { DeskComment } from '@siyu/shared/contracts/discussion-desk';
import { discussionDeskRoutes } from '@siyu/shared/contracts/discussion-desk.routes';
import { COMMENT_ANSWER_MAX } from '@siyu/shared/contracts/discussion.limits';
import { commentDoubtSentences, commentKindNames } from '@siyu/shared/messages';
import { useMutation } from '@tanstack/react-query';
import { call } from '../api/call.ts';
import { formatInstant } from '../format/moments.ts';
import { AnswerForm } from '../list/answer-form.tsx';
import { Facts } from '../list/facts.tsx';
import { RowDrawer } from '../list/row-drawer.tsx';
import { CommentChip, lessonInWords } from './comment-columns.tsx';
import { refreshComments } from './comment-queries.ts';
import { JudgeComment } from './judge-comment.tsx';

interface CommentDrawerProps {
  readonly comment: DeskComment | null;
  readonly mayJudge: boolean;
  readonly onClose: () => void;
}

/** One comment, and what may be done about it: each act once, by one person. */
export function CommentDrawer({ comment, mayJudge, onClose }: CommentDrawerProps) {
  return (
    <RowDrawer isOpen={comment !== null} onClose={onClose} width={640} title="课程下的评论与提问">
      {comment && (
        <div key={comment.commentId}>
          <CommentChip state={comment.state} />
          <p className="say">{comment.text}</p>
          <Facts facts={factsOf(comment)} />
          {comment.mayAnswer && <AnswerQuestion commentId={comment.commentId} />}
          {mayJudge && comment.state !== 'REFUSED' && <JudgeComment comment={comment} />}
        </div>
      )}
    </RowDrawer>
  );
}

type Fact = readonly [name: string, value: string];

function factsOf(comment: DeskComment): readonly Fact[] {
  const { kind, doubts, writtenAt, decidedAt, deciderName, refusedReason, answer } = comment;
  const decided: readonly Fact[] =
    decidedAt === null ? [] : [['审评', `${deciderName ?? '已离任'} · ${formatInstant(decidedAt)}`]];
  const refused: readonly Fact[] = refusedReason === null ? [] : [['未通过的原因', refusedReason]];
  const answered: readonly Fact[] =
    answer === null
      ? []
      : [
          ['回答', answer.text],
          ['回答人', `${answer.answererName} · ${formatInstant(answer.answeredAt)}`],
        ];
  return [
    ['类别', commentKindNames[kind]],
    ['课程', lessonInWords(comment)],
    ['提交时间', formatInstant(writtenAt)],
    ...doubts.map((doubt): Fact => ['为什么要看', commentDoubtSentences[doubt]]),
    ...decided,
    ...refused,
    ...answered,
  ];
}

function AnswerQuestion({ commentId }: { commentId: string }) {
  const answer = useMutation({
    mutationFn: (text: string) =>
      call(discussionDeskRoutes.answerComment, { params: { commentId }, body: { text } }),
    onSuccess: refreshComments,
  });
  return (
    <AnswerForm
      label="回答（读这一课的人都能看到，附您的姓名和登记编号）"
      maxLength={COMMENT_ANSWER_MAX}
      isPending={answer.isPending}
      error={answer.error}
      onAnswer={(text) => answer.mutate(text)}
    />
  );
}
