import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { Link } from 'react-router';
import { useStaff } from '../app/signed-in.tsx';
import { formatInstant } from '../format/moments.ts';
import { incentivePath } from '../incentives/incentive-address.ts';
import { incentiveQuery } from '../incentives/incentive-queries.ts';
import { FailureState } from '../list/failure-state.tsx';
import { ListSkeleton } from '../list/list-skeleton.tsx';
import { decisionBlock } from './decision-block.ts';
import { DecisionForm } from './decision-form.tsx';
import type { ReviewedProps } from './link-review.tsx';

const IncentiveSaid = lazy(() => import('../incentives/incentive-said.lazy.tsx'));
const GuardVerdict = lazy(() => import('../incentives/guard-verdict.lazy.tsx'));
const DraftBacktest = lazy(() =>
  import('../incentives/backtest/backtests.lazy.ts').then((of) => ({ default: of.DraftBacktest })),
);

/** What members would be thanked for, in words, with what the law has against it now. */
export function IncentiveReview({ review, onDecided }: ReviewedProps) {
  const staff = useStaff();
  const found = useQuery(incentiveQuery(review.subjectId));
  if (!found.data)
    return found.error ? (
      <FailureState error={found.error} onRetry={() => void found.refetch()} />
    ) : (
      <ListSkeleton rows={5} />
    );
  const { draft, versions, ruleId } = found.data;
  const sha256 = found.data.review?.sha256 ?? '';
  const approved = versions.find((version) => version.sha256 === review.subjectSha256);
  const isOpen = review.state === 'OPEN';
  const shown = isOpen ? draft : (approved?.written ?? null);
  const block = decisionBlock({ review, staff, seenSha256: sha256 });
  return (
    <>
      <p className="say">
        通过后按有效期送出，直到到期、暂停，或预算、库存用完。通过的版本不能再改，修改要另外复核。
      </p>
      <p className="note">
        {review.requesterName}于 {formatInstant(review.requestedAt)} 提交第 {review.subjectVersion} 版 ·
        内容指纹 {review.subjectSha256.slice(0, 12)} · <Link to={incentivePath(ruleId)}>看这条规则</Link>
      </p>
      {block !== null && (
        <div className="notice" role="status">
          {block}
        </div>
      )}
      {shown === null ? (
        <p className="note">这一版没有通过，作者后来又改过，可以在规则里看到现在的样子。</p>
      ) : (
        <Suspense fallback={<ListSkeleton rows={2} />}>
          <IncentiveSaid draft={shown} />
        </Suspense>
      )}
      {isOpen && draft !== null && (
        <>
          <Suspense fallback={<ListSkeleton rows={4} />}>
            <GuardVerdict draft={draft} isComplete />
            <DraftBacktest ruleId={ruleId} />
          </Suspense>
        </>
      )}
      {block === null && (
        <DecisionForm reviewId={review.reviewId} seenSha256={sha256} onDecided={onDecided} />
      )}
    </>
  );
}
