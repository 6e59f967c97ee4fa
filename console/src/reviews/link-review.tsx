import type { ReviewRow } from '@siyu/shared/contracts/reviews';
import { useQuery } from '@tanstack/react-query';
import { useStaff } from '../app/signed-in.tsx';
import { formatInstant } from '../format/moments.ts';
import { memberLinkQuery } from '../identity/identity-queries.ts';
import { LinkImpactFigures } from '../identity/link-impact.tsx';
import { Named } from '../identity/named.tsx';
import { Facts } from '../list/facts.tsx';
import { FailureState } from '../list/failure-state.tsx';
import { ListSkeleton } from '../list/list-skeleton.tsx';
import { decisionBlock } from './decision-block.ts';
import { DecisionForm } from './decision-form.tsx';

export interface ReviewedProps {
  readonly review: ReviewRow;
  readonly onDecided: () => void;
}

/** Two registrations that are to become one person, or two again. */
export function LinkReview({ review, onDecided }: ReviewedProps) {
  const staff = useStaff();
  const { subjectId: memberId, subjectVersion } = review;
  const link = useQuery(memberLinkQuery(memberId, String(subjectVersion)));
  if (!link.data)
    return link.error ? (
      <FailureState error={link.error} onRetry={() => void link.refetch()} />
    ) : (
      <ListSkeleton rows={5} />
    );
  const { kind, member, into, reason, sha256 } = link.data;
  const block = decisionBlock({ review, staff, seenSha256: sha256 });
  return (
    <>
      <p className="say">
        {kind === 'MERGE'
          ? `通过后，${member.displayName} 的记录会当作 ${into.displayName} 的记录来读；两边的原始记录都不改，随时可以拆开。`
          : `通过后，${member.displayName} 和 ${into.displayName} 各自恢复合并前的记录。`}
      </p>
      {block !== null && (
        <div className="notice" role="status">
          {block}
        </div>
      )}
      <Facts
        facts={[
          [kind === 'MERGE' ? '并入的登记' : '拆出的登记', <Named {...member} />],
          [kind === 'MERGE' ? '保留的登记' : '原来的登记', <Named {...into} />],
          ['理由', reason],
          ['提交', `${review.requesterName} · ${formatInstant(review.requestedAt)}`],
          ['内容指纹', sha256.slice(0, 12)],
        ]}
      />
      {review.state === 'OPEN' && <LinkImpactFigures kind={kind} member={member} into={into} />}
      {block === null && (
        <DecisionForm reviewId={review.reviewId} seenSha256={sha256} onDecided={onDecided} />
      )}
    </>
  );
}
