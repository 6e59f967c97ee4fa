import { useQuery } from '@tanstack/react-query';
import { useStaff } from '../app/signed-in.tsx';
import { AssessmentFacts } from '../assessments/assessment-facts.tsx';
import { assessmentQuery } from '../assessments/assessment-queries.ts';
import { FailureState } from '../list/failure-state.tsx';
import { ListSkeleton } from '../list/list-skeleton.tsx';
import { decisionBlock } from './decision-block.ts';
import { DecisionForm } from './decision-form.tsx';
import type { ReviewedProps } from './link-review.tsx';

/** One version of an impact assessment, as it was handed in. */
export function AssessmentReview({ review, onDecided }: ReviewedProps) {
  const staff = useStaff();
  const found = useQuery(assessmentQuery(review.subjectId));
  if (!found.data)
    return found.error ? (
      <FailureState error={found.error} onRetry={() => void found.refetch()} />
    ) : (
      <ListSkeleton rows={5} />
    );
  const { versions, row } = found.data;
  const version = versions.find((each) => each.version === review.subjectVersion) ?? row.latest;
  const block = decisionBlock({ review, staff, seenSha256: version.sha256 });
  return (
    <>
      <p className="say">通过后这一版在有效期内算数，不能再改；退回后由提交人写新版本。</p>
      {block !== null && (
        <div className="notice" role="status">
          {block}
        </div>
      )}
      <AssessmentFacts version={version} />
      {block === null && (
        <DecisionForm reviewId={review.reviewId} seenSha256={version.sha256} onDecided={onDecided} />
      )}
    </>
  );
}
