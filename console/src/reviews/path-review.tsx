import { textsOfPath } from '@siyu/shared/contracts/paths.texts';
import { useQuery } from '@tanstack/react-query';
import { useStaff } from '../app/signed-in.tsx';
import { formatInstant } from '../format/moments.ts';
import { Facts } from '../list/facts.tsx';
import { FailureState } from '../list/failure-state.tsx';
import { ListSkeleton } from '../list/list-skeleton.tsx';
import { audienceInWords } from '../paths/path-changes.ts';
import { PathDifferences } from '../paths/path-differences.tsx';
import { pathPlace } from '../paths/path-place.ts';
import { PathPreview } from '../paths/path-preview.tsx';
import { pathQuery } from '../paths/path-queries.ts';
import { decisionBlock } from './decision-block.ts';
import type { ReviewedProps } from './link-review.tsx';
import { SecondLooks } from './second-looks.tsx';

/** A path as members would find it, beside what they find now. */
export function PathReview({ review, onDecided }: ReviewedProps) {
  const staff = useStaff();
  const found = useQuery(pathQuery(review.subjectId));
  if (!found.data)
    return found.error ? (
      <FailureState error={found.error} onRetry={() => void found.refetch()} />
    ) : (
      <ListSkeleton rows={5} />
    );
  const { row, draft } = found.data;
  const lessons = new Map(found.data.lessons.map((lesson) => [lesson.lessonId, lesson]));
  const titleOf = (lessonId: string) => lessons.get(lessonId)?.title ?? '已删除的课';
  const block = decisionBlock({ review, staff, seenSha256: row.contentSha256 });
  return (
    <>
      <p className="say">通过后由运营发布，客户在学堂看到这样的编排；课程的正文各自复核过，这里不变。</p>
      {block !== null && (
        <div className="notice" role="status">
          {block}
        </div>
      )}
      <Facts
        facts={[
          ['先推给', audienceInWords(draft)],
          [
            '提交',
            `${review.requesterName} · 第 ${review.subjectVersion} 版 · ${formatInstant(review.requestedAt)}`,
          ],
          ['内容指纹', row.contentSha256.slice(0, 12)],
        ]}
      />
      <PathDifferences detail={found.data} draft={draft} titleOf={titleOf} />
      <PathPreview draft={draft} lessons={lessons} />
      {block === null && (
        <SecondLooks
          texts={textsOfPath(draft)}
          label="education"
          nameOf={pathPlace}
          reviewId={review.reviewId}
          seenSha256={row.contentSha256}
          onDecided={onDecided}
        />
      )}
    </>
  );
}
