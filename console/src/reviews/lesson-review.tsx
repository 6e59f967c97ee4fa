import type { LessonDetail } from '@siyu/shared/contracts/content';
import { textsOfContent } from '@siyu/shared/contracts/content.texts';
import { useQuery } from '@tanstack/react-query';
import { useStaff } from '../app/signed-in.tsx';
import { formatInstant } from '../format/moments.ts';
import { lessonQuery } from '../lessons/lesson-queries.ts';
import { DraftPreview } from '../lessons/lesson-preview.tsx';
import { LessonReachFigures } from '../lessons/lesson-reach.tsx';
import { placeName } from '../lessons/place-name.ts';
import { FailureState } from '../list/failure-state.tsx';
import { ListSkeleton } from '../list/list-skeleton.tsx';
import { decisionBlock } from './decision-block.ts';
import type { ReviewedProps } from './link-review.tsx';
import { SecondLooks } from './second-looks.tsx';

/** A text as members will read it, and whom it reaches. */
export function LessonReview({ review, onDecided }: ReviewedProps) {
  const lesson = useQuery(lessonQuery(review.subjectId));
  if (lesson.data) return <ReviewedLesson review={review} detail={lesson.data} onDecided={onDecided} />;
  if (lesson.error) return <FailureState error={lesson.error} onRetry={() => void lesson.refetch()} />;
  return <ListSkeleton rows={5} />;
}

interface ReviewedLessonProps extends ReviewedProps {
  readonly detail: LessonDetail;
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
      {review.state === 'OPEN' && detail.draft.label === 'education' && (
        <LessonReachFigures lessonId={detail.row.lessonId} draft={detail.draft} />
      )}
      <DraftPreview draft={detail.draft} />
      {block === null && (
        <SecondLooks
          texts={textsOfContent(detail.draft)}
          label={detail.draft.label}
          nameOf={placeName}
          reviewId={review.reviewId}
          seenSha256={seenSha256}
          onDecided={onDecided}
        />
      )}
    </>
  );
}
