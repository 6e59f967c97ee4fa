import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { Link } from 'react-router';
import { useStaff } from '../app/signed-in.tsx';
import { campaignPath } from '../campaigns/campaign-address.ts';
import { CampaignFacts } from '../campaigns/campaign-facts.tsx';
import { campaignQuery } from '../campaigns/campaign-queries.ts';
import { formatInstant } from '../format/moments.ts';
import { FailureState } from '../list/failure-state.tsx';
import { ListSkeleton } from '../list/list-skeleton.tsx';
import { decisionBlock } from './decision-block.ts';
import { DecisionForm } from './decision-form.tsx';
import type { ReviewedProps } from './link-review.tsx';

const CampaignPreview = lazy(() => import('../campaigns/campaign-preview.lazy.tsx'));

/** What would be sent, and the very preview that the sender looked at: both are decided on as one. */
export function CampaignReview({ review, onDecided }: ReviewedProps) {
  const staff = useStaff();
  const found = useQuery(campaignQuery(review.subjectId));
  if (!found.data)
    return found.error ? (
      <FailureState error={found.error} onRetry={() => void found.refetch()} />
    ) : (
      <ListSkeleton rows={5} />
    );
  const detail = found.data;
  const { campaignId, preview } = detail;
  const sha256 = detail.review?.sha256 ?? '';
  const block = decisionBlock({ review, staff, seenSha256: sha256 });
  return (
    <>
      <p className="say">
        通过后按约定的时间发给下面会收到的客户。发出前逐位再核对一次，条件变了的不发，也不会加进别人。
      </p>
      <p className="note">
        {review.requesterName}于 {formatInstant(review.requestedAt)} 提交第 {review.subjectVersion} 版 ·
        内容指纹 {review.subjectSha256.slice(0, 12)} · <Link to={campaignPath(campaignId)}>看这个计划</Link>
      </p>
      {block !== null && (
        <div className="notice" role="status">
          {block}
        </div>
      )}
      <div className="campaign-parts">
        <CampaignFacts detail={detail} />
        {preview !== null && (
          <Suspense fallback={<ListSkeleton rows={4} />}>
            <CampaignPreview key={preview.previewId} campaignId={campaignId} preview={preview} />
          </Suspense>
        )}
      </div>
      {block === null && (
        <DecisionForm reviewId={review.reviewId} seenSha256={sha256} onDecided={onDecided} />
      )}
    </>
  );
}
