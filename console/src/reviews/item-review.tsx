import { useQuery } from '@tanstack/react-query';
import { useStaff } from '../app/signed-in.tsx';
import { itemQuery } from '../catalogue/catalogue-queries.ts';
import { ItemFacts } from '../catalogue/item-facts.tsx';
import { formatInstant } from '../format/moments.ts';
import { FailureState } from '../list/failure-state.tsx';
import { ListSkeleton } from '../list/list-skeleton.tsx';
import { decisionBlock } from './decision-block.ts';
import type { ReviewedProps } from './link-review.tsx';
import { SecondLooks } from './second-looks.tsx';

/** An item that members can exchange points for as soon as it is approved. */
export function ItemReview({ review, onDecided }: ReviewedProps) {
  const staff = useStaff();
  const found = useQuery(itemQuery(review.subjectId));
  if (!found.data)
    return found.error ? (
      <FailureState error={found.error} onRetry={() => void found.refetch()} />
    ) : (
      <ListSkeleton rows={5} />
    );
  const row = found.data;
  const block = decisionBlock({ review, staff, seenSha256: row.sha256 });
  return (
    <>
      <p className="say">通过后马上上架，客户在兑换时间内可以用积分兑换。</p>
      <p className="note">
        {review.requesterName}于 {formatInstant(review.requestedAt)} 提交第 {review.subjectVersion} 版 ·
        内容指纹 {row.sha256.slice(0, 12)}
      </p>
      {block !== null && (
        <div className="notice" role="status">
          {block}
        </div>
      )}
      <ItemFacts row={row} />
      {block === null && (
        <SecondLooks
          texts={[{ path: 'text', text: `${row.draft.title}\n${row.draft.summary}`, isMarkedWrong: false }]}
          nameOf={() => '名称和说明'}
          reviewId={review.reviewId}
          seenSha256={row.sha256}
          onDecided={onDecided}
        />
      )}
    </>
  );
}
