import { useQuery } from '@tanstack/react-query';
import { useStaff } from '../app/signed-in.tsx';
import { formatCivilDay, formatInstant } from '../format/moments.ts';
import { Facts } from '../list/facts.tsx';
import { FailureState } from '../list/failure-state.tsx';
import { ListSkeleton } from '../list/list-skeleton.tsx';
import { liveQuery } from '../lives/live-queries.ts';
import { OpenLiveFile } from '../lives/open-live-file.tsx';
import { decisionBlock } from './decision-block.ts';
import { DecisionForm } from './decision-form.tsx';
import type { ReviewedProps } from './link-review.tsx';

/** Whether a live was filed as it was entered: the proof beside what somebody copied from it. */
export function LiveFilingReview({ review, onDecided }: ReviewedProps) {
  const staff = useStaff();
  const found = useQuery(liveQuery(review.subjectId));
  if (!found.data)
    return found.error ? (
      <FailureState error={found.error} onRetry={() => void found.refetch()} />
    ) : (
      <ListSkeleton rows={5} />
    );
  const { row, filing } = found.data;
  if (filing === null) return <p className="note">这份备案已经不在了。</p>;
  const seenSha256 = filing.review?.sha256 ?? '';
  const block = decisionBlock({ review, staff, seenSha256 });
  return (
    <>
      <p className="say">请打开凭证，对照编号、日期和机关；对得上再通过。</p>
      {block !== null && (
        <div className="notice" role="status">
          {block}
        </div>
      )}
      <Facts
        facts={[
          ['直播', row.title],
          ['开播', formatInstant(row.startsAt)],
          ['主讲人', row.hostName],
          ['备案编号', filing.filingNo],
          ['备案日期', formatCivilDay(filing.filedOn)],
          ['备案机关', filing.filedWith],
          ['登记', `${filing.enteredByName} · ${formatInstant(filing.enteredAt)}`],
        ]}
      />
      <OpenLiveFile liveId={row.liveId} fileId={filing.fileId} text="查看备案凭证" />
      {block === null && (
        <DecisionForm reviewId={review.reviewId} seenSha256={seenSha256} onDecided={onDecided} />
      )}
    </>
  );
}
