import type { LiveCourse as Course } from '@siyu/shared/contracts/live-desk';
import { useQuery } from '@tanstack/react-query';
import { CourseFigure } from '../course/course-figure.tsx';
import { highestLevel } from '../course/course-line.ts';
import { CourseRows } from '../course/course-rows.tsx';
import { formatCount } from '../format/figures.ts';
import { formatClock, formatInstant } from '../format/moments.ts';
import { FailureState } from '../list/failure-state.tsx';
import { ListSkeleton } from '../list/list-skeleton.tsx';
import { courseSentence, viewerLevels } from './course-sentence.ts';
import { liveCourseQuery } from './live-queries.ts';

/** How many watched, from the beginning on. */
export function LiveCourse({ liveId, isOnAir }: { readonly liveId: string; readonly isOnAir: boolean }) {
  const course = useQuery(liveCourseQuery(liveId, isOnAir));
  return (
    <section className="card" aria-label="在看人数">
      <h2>在看人数</h2>
      {course.data ? (
        <Shown course={course.data} />
      ) : course.error ? (
        <FailureState error={course.error} onRetry={() => void course.refetch()} />
      ) : (
        <ListSkeleton rows={3} />
      )}
    </section>
  );
}

function Shown({ course }: { course: Course }) {
  const { stepMinutes, points } = course;
  const sentence = courseSentence(course);
  const levels = viewerLevels(points);
  const busiest = highestLevel(levels);
  return (
    <>
      <p>{sentence}</p>
      {busiest !== null && (
        <>
          <CourseFigure
            levels={levels}
            until={levels.length}
            marked={busiest}
            mark={`${formatCount(busiest.value)} 人`}
            ends={[formatClock(points[0]?.at ?? ''), formatClock(points.at(-1)?.at ?? '')]}
            sentence={sentence}
            caption="播放器在播放才算在看；同一位客户在一段里只算一次。"
          />
          <CourseRows
            title="逐段人数"
            columns={[stepMinutes === 1 ? '每分钟' : `每 ${stepMinutes} 分钟`, '在看']}
            rows={points.map(({ at, viewers }) => [`${formatInstant(at)} 起`, `${formatCount(viewers)} 人`])}
          />
        </>
      )}
    </>
  );
}
