import type { LessonDetail } from '@siyu/shared/contracts/content';
import type { ReviewRow } from '@siyu/shared/contracts/reviews';
import { useQuery } from '@tanstack/react-query';
import { useStaff } from '../app/signed-in.tsx';
import { formatInstant } from '../format/moments.ts';
import { LessonPreview } from '../lessons/lesson-preview.tsx';
import { lessonQuery } from '../lessons/lesson-queries.ts';
import { FailureState } from '../list/failure-state.tsx';
import { ListSkeleton } from '../list/list-skeleton.tsx';
import { RowDrawer } from '../list/row-drawer.tsx';
import { DecisionForm } from './decision-form.tsx';
import { decisionBlock } from './decision-block.ts';

export function ReviewDrawer({ review, onClose }: { review: ReviewRow | null; onClose: () => void }) {
  const lesson = useQuery({ ...lessonQuery(review?.subjectId ?? ''), enabled: review !== null });
  return (
    <RowDrawer isOpen={review !== null} onClose={onClose} width={720} title={review?.subjectTitle ?? '复核'}>
      {review &&
        (lesson.data ? (
          <ReviewedLesson review={review} detail={lesson.data} onDecided={onClose} />
        ) : lesson.error ? (
          <FailureState error={lesson.error} onRetry={() => void lesson.refetch()} />
        ) : (
          <ListSkeleton rows={5} />
        ))}
    </RowDrawer>
  );
}

interface ReviewedLessonProps {
  readonly review: ReviewRow;
  readonly detail: LessonDetail;
  readonly onDecided: () => void;
}

function ReviewedLesson({ review, detail, onDecided }: ReviewedLessonProps) {
  const staff = useStaff();
  const seenSha256 = detail.row.contentSha256;
  const block = decisionBlock({ review, staff, seenSha256 });
  return (
    <>
      <p className="note">
        {review.requesterName}于 {formatInstant(review.requestedAt)} 提交第 {review.subjectVersion} 版 ·
        内容指纹 {seenSha256.slice(0, 12)}
      </p>
      {block !== null && (
        <div className="notice" role="status">
          {block}
        </div>
      )}
      <LessonPreview draft={detail.draft} />
      {block === null && (
        <DecisionForm reviewId={review.reviewId} seenSha256={seenSha256} onDecided={onDecided} />
      )}
    </>
  );
}
