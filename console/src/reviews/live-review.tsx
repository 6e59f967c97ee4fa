import { useQuery } from '@tanstack/react-query';
import { useStaff } from '../app/signed-in.tsx';
import { formatInstant } from '../format/moments.ts';
import { FailureState } from '../list/failure-state.tsx';
import { ListSkeleton } from '../list/list-skeleton.tsx';
import { liveQuery } from '../lives/live-queries.ts';
import { planPlaceName, textsOfPlan } from '../lives/plan-draft.ts';
import { PlanPreview } from '../lives/plan-preview.tsx';
import { decisionBlock } from './decision-block.ts';
import type { ReviewedProps } from './link-review.tsx';
import { SecondLooks } from './second-looks.tsx';

/** The plan of a live with its script. */
export function LiveReview({ review, onDecided }: ReviewedProps) {
  const staff = useStaff();
  const found = useQuery(liveQuery(review.subjectId));
  if (!found.data)
    return found.error ? (
      <FailureState error={found.error} onRetry={() => void found.refetch()} />
    ) : (
      <ListSkeleton rows={5} />
    );
  const { row, plan, planSha256, hostRegistrationNo } = found.data;
  const block = decisionBlock({ review, staff, seenSha256: planSha256 });
  return (
    <>
      <p className="say">通过后，再有核对过的备案，运营才能发布预告。</p>
      <p className="note">
        {review.requesterName}于 {formatInstant(review.requestedAt)} 提交第 {review.subjectVersion} 版 ·
        内容指纹 {planSha256.slice(0, 12)}
      </p>
      {block !== null && (
        <div className="notice" role="status">
          {block}
        </div>
      )}
      <PlanPreview plan={plan} hostName={row.hostName} hostRegistrationNo={hostRegistrationNo} />
      {block === null && (
        <SecondLooks
          texts={textsOfPlan(plan)}
          label={plan.label}
          nameOf={planPlaceName}
          reviewId={review.reviewId}
          seenSha256={planSha256}
          onDecided={onDecided}
        />
      )}
    </>
  );
}
