import type { CampaignDetail } from '@siyu/shared/contracts/campaigns';
import { formatInstant } from '../format/moments.ts';

/** What compliance said of it last. */
export function LastReview({ detail: { lastReview } }: { detail: Pick<CampaignDetail, 'lastReview'> }) {
  if (lastReview === null) return null;
  const { isApproved, comment, reviewerName, decidedAt } = lastReview;
  return (
    <div className={`notice ${isApproved ? 'notice-success' : 'notice-warning'}`}>
      {`${reviewerName}于 ${formatInstant(decidedAt)} ${isApproved ? '通过' : '退回'}`}
      {comment !== '' && `：${comment}`}
    </div>
  );
}
