import { useQuery } from '@tanstack/react-query';
import { useStaff } from '../app/signed-in.tsx';
import { BrakeFacts } from '../brakes/brake-facts.tsx';
import { brakeQuery } from '../brakes/brake-queries.ts';
import { FailureState } from '../list/failure-state.tsx';
import { ListSkeleton } from '../list/list-skeleton.tsx';
import { decisionBlock } from './decision-block.ts';
import { DecisionForm } from './decision-form.tsx';
import type { ReviewedProps } from './link-review.tsx';

/** Something that was stopped, and that somebody wants to let go again. */
export function BrakeReview({ review, onDecided }: ReviewedProps) {
  const staff = useStaff();
  const found = useQuery(brakeQuery(review.subjectId));
  if (!found.data)
    return found.error ? (
      <FailureState error={found.error} onRetry={() => void found.refetch()} />
    ) : (
      <ListSkeleton rows={5} />
    );
  const brake = found.data;
  const seenSha256 = brake.asked?.sha256 ?? '';
  const block = decisionBlock({ review, staff, seenSha256 });
  return (
    <>
      <p className="say">通过后立即恢复，拦下的消息开始发送；退回后继续停发。</p>
      {block !== null && (
        <div className="notice" role="status">
          {block}
        </div>
      )}
      <BrakeFacts brake={brake} />
      {block === null && (
        <DecisionForm reviewId={review.reviewId} seenSha256={seenSha256} onDecided={onDecided} />
      )}
    </>
  );
}
