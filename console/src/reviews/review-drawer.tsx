import { BRAKE_SUBJECT } from '@siyu/shared/contracts/brakes.limits';
import type { LessonDetail } from '@siyu/shared/contracts/content';
import { GROUP_NOTICE_SUBJECT } from '@siyu/shared/contracts/communities-desk.limits';
import { textsOfContent } from '@siyu/shared/contracts/content.texts';
import { LIVE_FILING_SUBJECT, LIVE_SUBJECT } from '@siyu/shared/contracts/live.limits';
import { PATH_SUBJECT } from '@siyu/shared/contracts/paths.limits';
import type { ReviewRow } from '@siyu/shared/contracts/reviews';
import { useQuery } from '@tanstack/react-query';
import { useStaff } from '../app/signed-in.tsx';
import { formatInstant } from '../format/moments.ts';
import { DraftPreview } from '../lessons/lesson-preview.tsx';
import { LessonReachFigures } from '../lessons/lesson-reach.tsx';
import { lessonQuery } from '../lessons/lesson-queries.ts';
import { placeName } from '../lessons/place-name.ts';
import { FailureState } from '../list/failure-state.tsx';
import { ListSkeleton } from '../list/list-skeleton.tsx';
import { RowDrawer } from '../list/row-drawer.tsx';
import { BrakeReview } from './brake-review.tsx';
import { ConfigurationReview } from './configuration-review.tsx';
import { ExportReview } from './export-review.tsx';
import { LiveFilingReview } from './live-filing-review.tsx';
import { LiveReview } from './live-review.tsx';
import { LinkReview, type ReviewedProps } from './link-review.tsx';
import { NoticeReview } from './notice-review.tsx';
import { PathReview } from './path-review.tsx';
import { RoleReview } from './role-review.tsx';
import { SecondLooks } from './second-looks.tsx';
import { subjectTitle } from './subject-title.ts';
import { decisionBlock } from './decision-block.ts';

export function ReviewDrawer({ review, onClose }: { review: ReviewRow | null; onClose: () => void }) {
  return (
    <RowDrawer
      isOpen={review !== null}
      onClose={onClose}
      width={720}
      title={review ? subjectTitle(review) : '复核'}
    >
      {review && <Subject review={review} onDecided={onClose} />}
    </RowDrawer>
  );
}

/** What is to be decided, by its kind. */
function Subject({ review, onDecided }: ReviewedProps) {
  switch (review.subjectKind) {
    case 'lesson':
      return <LessonReview review={review} onDecided={onDecided} />;
    case PATH_SUBJECT:
      return <PathReview review={review} onDecided={onDecided} />;
    case GROUP_NOTICE_SUBJECT:
      return <NoticeReview review={review} onDecided={onDecided} />;
    case LIVE_SUBJECT:
      return <LiveReview review={review} onDecided={onDecided} />;
    case LIVE_FILING_SUBJECT:
      return <LiveFilingReview review={review} onDecided={onDecided} />;
    case 'member_link':
      return <LinkReview review={review} onDecided={onDecided} />;
    case 'configuration':
      return <ConfigurationReview review={review} onDecided={onDecided} />;
    case 'staff_roles':
      return <RoleReview review={review} onDecided={onDecided} />;
    case 'export':
      return <ExportReview review={review} onDecided={onDecided} />;
    case BRAKE_SUBJECT:
      return <BrakeReview review={review} onDecided={onDecided} />;
    default:
      return (
        <div className="notice" role="status">
          这份复核的内容不能在这里展开，所以也不能在这里决定。
        </div>
      );
  }
}

function LessonReview({ review, onDecided }: ReviewedProps) {
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
