import { useQuery } from '@tanstack/react-query';
import { useStaff } from '../app/signed-in.tsx';
import { FailureState } from '../list/failure-state.tsx';
import { ListSkeleton } from '../list/list-skeleton.tsx';
import { ApplicationFacts } from '../suitability/application-facts.tsx';
import { applicationQuery } from '../suitability/suitability-queries.ts';
import { decisionBlock } from './decision-block.ts';
import { DecisionForm } from './decision-form.tsx';
import type { ReviewedProps } from './link-review.tsx';

/** A client who is a professional investor as soon as the second person agrees. */
export function ProfessionalReview({ review, onDecided }: ReviewedProps) {
  const staff = useStaff();
  const found = useQuery(applicationQuery(review.subjectId));
  if (!found.data)
    return found.error ? (
      <FailureState error={found.error} onRetry={() => void found.refetch()} />
    ) : (
      <ListSkeleton rows={5} />
    );
  const application = found.data;
  const block = decisionBlock({ review, staff, seenSha256: application.sha256 });
  return (
    <>
      <p className="say">
        通过后即按专业投资者对待，不再逐项匹配产品。请重新对照每一张材料；退回的意见客户看得到。
      </p>
      {block !== null && (
        <div className="notice" role="status">
          {block}
        </div>
      )}
      <ApplicationFacts application={application} />
      {block === null && (
        <DecisionForm reviewId={review.reviewId} seenSha256={application.sha256} onDecided={onDecided} />
      )}
    </>
  );
}
