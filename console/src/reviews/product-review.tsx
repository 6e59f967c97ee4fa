import { useQuery } from '@tanstack/react-query';
import { useStaff } from '../app/signed-in.tsx';
import { formatInstant } from '../format/moments.ts';
import { FailureState } from '../list/failure-state.tsx';
import { ListSkeleton } from '../list/list-skeleton.tsx';
import { ProductFacts } from '../products/product-facts.tsx';
import { productQuery } from '../products/product-queries.ts';
import { decisionBlock } from './decision-block.ts';
import { DecisionForm } from './decision-form.tsx';
import type { ReviewedProps } from './link-review.tsx';

/** A product that is on sale with this level as soon as it is approved. */
export function ProductReview({ review, onDecided }: ReviewedProps) {
  const staff = useStaff();
  const found = useQuery(productQuery(review.subjectId));
  if (!found.data)
    return found.error ? (
      <FailureState error={found.error} onRetry={() => void found.refetch()} />
    ) : (
      <ListSkeleton rows={5} />
    );
  const product = found.data;
  const block = decisionBlock({ review, staff, seenSha256: product.sha256 });
  return (
    <>
      <p className="say">通过后马上在售，并按这个风险等级与客户匹配。请对照评级文件核对等级和有效期。</p>
      <p className="note">
        {review.requesterName}于 {formatInstant(review.requestedAt)} 提交第 {review.subjectVersion} 版 ·
        内容指纹 {product.sha256.slice(0, 12)}
      </p>
      {block !== null && (
        <div className="notice" role="status">
          {block}
        </div>
      )}
      <ProductFacts product={product} />
      {block === null && (
        <DecisionForm reviewId={review.reviewId} seenSha256={product.sha256} onDecided={onDecided} />
      )}
    </>
  );
}
