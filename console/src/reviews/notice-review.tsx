import { useQuery } from '@tanstack/react-query';
import { useStaff } from '../app/signed-in.tsx';
import { formatInstant } from '../format/moments.ts';
import { groupNoticeQuery } from '../groups/group-queries.ts';
import { Facts } from '../list/facts.tsx';
import { FailureState } from '../list/failure-state.tsx';
import { ListSkeleton } from '../list/list-skeleton.tsx';
import { decisionBlock } from './decision-block.ts';
import type { ReviewedProps } from './link-review.tsx';
import { SecondLooks } from './second-looks.tsx';

/** A notice that a whole group will read as soon as it is approved. */
export function NoticeReview({ review, onDecided }: ReviewedProps) {
  const staff = useStaff();
  const notice = useQuery(groupNoticeQuery(review.subjectId));
  if (!notice.data)
    return notice.error ? (
      <FailureState error={notice.error} onRetry={() => void notice.refetch()} />
    ) : (
      <ListSkeleton rows={4} />
    );
  const { text, groupName, authorName, sha256, version } = notice.data;
  const block = decisionBlock({ review, staff, seenSha256: sha256 });
  return (
    <>
      <p className="say">通过后群成员马上能在群页面看到。</p>
      <Facts
        facts={[
          ['社群', groupName],
          ['作者', authorName],
          ['提交', `${review.requesterName} · 第 ${version} 版 · ${formatInstant(review.requestedAt)}`],
          ['内容指纹', sha256.slice(0, 12)],
        ]}
      />
      {block !== null && (
        <div className="notice" role="status">
          {block}
        </div>
      )}
      <h3>公告</h3>
      <p className="group-notice">{text}</p>
      {block === null && (
        <SecondLooks
          texts={[{ path: 'text', text, isMarkedWrong: false }]}
          nameOf={() => '公告'}
          reviewId={review.reviewId}
          seenSha256={sha256}
          onDecided={onDecided}
        />
      )}
    </>
  );
}
