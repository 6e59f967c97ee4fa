import { useQuery } from '@tanstack/react-query';
import { useStaff } from '../app/signed-in.tsx';
import { ExportFacts } from '../exports/export-facts.tsx';
import { exportQuery } from '../exports/export-queries.ts';
import { FailureState } from '../list/failure-state.tsx';
import { ListSkeleton } from '../list/list-skeleton.tsx';
import { decisionBlock } from './decision-block.ts';
import { DecisionForm } from './decision-form.tsx';
import type { ReviewedProps } from './link-review.tsx';

/** A file that leaves the house: what, how much, for what. */
export function ExportReview({ review, onDecided }: ReviewedProps) {
  const staff = useStaff();
  const maySee = staff.roles.includes('compliance') || review.requesterId === staff.staffId;
  const found = useQuery({ ...exportQuery(review.subjectId), enabled: maySee });
  if (!maySee)
    return (
      <div className="notice" role="status">
        导出申请的内容只给合规和申请人看，您可以在列表里看到进展。
      </div>
    );
  if (!found.data)
    return found.error ? (
      <FailureState error={found.error} onRetry={() => void found.refetch()} />
    ) : (
      <ListSkeleton rows={5} />
    );
  const { sha256 } = found.data;
  const block = decisionBlock({ review, staff, seenSha256: sha256 });
  return (
    <>
      <p className="say">通过后生成一份带水印的文件，只有申请人可以下载，每次下载都会留痕。</p>
      {block !== null && (
        <div className="notice" role="status">
          {block}
        </div>
      )}
      <ExportFacts row={found.data} />
      {block === null && (
        <DecisionForm reviewId={review.reviewId} seenSha256={sha256} onDecided={onDecided} />
      )}
    </>
  );
}
