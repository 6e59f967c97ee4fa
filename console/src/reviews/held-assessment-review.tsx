import type { HeldAssessment } from '@siyu/shared/contracts/suitability';
import { investorLevelNames } from '@siyu/shared/messages';
import { useQuery } from '@tanstack/react-query';
import { Table } from 'antd';
import { useStaff } from '../app/signed-in.tsx';
import { formatInstant } from '../format/moments.ts';
import { Named } from '../identity/named.tsx';
import { Facts } from '../list/facts.tsx';
import { FailureState } from '../list/failure-state.tsx';
import { ListSkeleton } from '../list/list-skeleton.tsx';
import { heldAssessmentQuery } from '../suitability/suitability-queries.ts';
import { decisionBlock } from './decision-block.ts';
import { DecisionForm } from './decision-form.tsx';
import type { ReviewedProps } from './link-review.tsx';

type Answer = HeldAssessment['answers'][number];
const inWords = (chosen: readonly string[] | null): string =>
  chosen === null ? '没有问过' : chosen.join('、');

/** A risk assessment that rose far within days: its answers beside those of the time before. */
export function HeldAssessmentReview({ review, onDecided }: ReviewedProps) {
  const staff = useStaff();
  const maySee = staff.roles.includes('compliance');
  const found = useQuery({ ...heldAssessmentQuery(review.subjectId), enabled: maySee });
  if (!maySee)
    return (
      <div className="notice" role="status">
        风险测评的内容只给合规看，您可以在列表里看到进展。
      </div>
    );
  if (!found.data)
    return found.error ? (
      <FailureState error={found.error} onRetry={() => void found.refetch()} />
    ) : (
      <ListSkeleton rows={6} />
    );
  const { memberId, memberName, level, score, takenAt, sha256, answers, earlier } = found.data;
  const [before] = earlier;
  const block = decisionBlock({ review, staff, seenSha256: sha256 });
  return (
    <>
      <p className="say">
        这次的等级比不久前高了两级以上。请先向客户核实变化是否属实，再决定：通过后按新的等级匹配产品，退回后仍按原来的等级。客户会收到通知。
      </p>
      {block !== null && (
        <div className="notice" role="status">
          {block}
        </div>
      )}
      <Facts
        facts={[
          ['客户', <Named memberId={memberId} displayName={memberName} />],
          ['这次', <b>{`${investorLevelNames[level]}（${score} 分）`}</b>],
          [
            '上一次',
            before === undefined ? '—' : `${investorLevelNames[before.level]}（${before.score} 分）`,
          ],
          ['测评时间', formatInstant(takenAt)],
          ['内容指纹', sha256.slice(0, 12)],
        ]}
      />
      <Table<Answer>
        size="small"
        rowKey="question"
        pagination={false}
        dataSource={answers}
        columns={[
          { key: 'question', title: '题目', dataIndex: 'question' },
          { key: 'before', title: '上一次', render: (_, row) => inWords(row.before) },
          {
            key: 'now',
            title: '这次',
            render: (_, { chosen, before: earlierChosen }) =>
              inWords(chosen) === inWords(earlierChosen) ? inWords(chosen) : <b>{inWords(chosen)}</b>,
          },
        ]}
      />
      {block === null && (
        <DecisionForm reviewId={review.reviewId} seenSha256={sha256} onDecided={onDecided} />
      )}
    </>
  );
}
