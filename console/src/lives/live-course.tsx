import type { LiveCourse as Course } from '@siyu/shared/contracts/live-desk';
import { useQuery } from '@tanstack/react-query';
import { formatCount } from '../format/figures.ts';
import { formatClock, formatInstant } from '../format/moments.ts';
import { FailureState } from '../list/failure-state.tsx';
import { ListSkeleton } from '../list/list-skeleton.tsx';
import { busiestStep, courseLine, courseSentence } from './course-line.ts';
import { liveCourseQuery } from './live-queries.ts';

/** About as wide as the card, so that its words are as large as those beside it. */
const BOX = { width: 880, height: 120 };

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
  const { points } = course;
  const sentence = courseSentence(course);
  const busiest = busiestStep(points);
  return (
    <>
      <p>{sentence}</p>
      {busiest !== null && (
        <>
          <Line points={points} busiest={busiest} sentence={sentence} />
          <Steps course={course} />
        </>
      )}
    </>
  );
}

interface LineProps {
  readonly points: Course['points'];
  readonly busiest: NonNullable<ReturnType<typeof busiestStep>>;
  readonly sentence: string;
}

function Line({ points, busiest, sentence }: LineProps) {
  const first = points[0];
  const last = points.at(-1);
  if (first === undefined || last === undefined) return null;
  const line = courseLine(points, BOX);
  const peak = ((busiest.step + 0.5) / points.length) * BOX.width;
  const anchor = peak < BOX.width / 3 ? 'start' : peak > (BOX.width * 2) / 3 ? 'end' : 'middle';
  return (
    <figure className="score-course">
      <svg viewBox={`-4 -24 ${BOX.width + 8} ${BOX.height + 48}`} role="img" aria-label={sentence}>
        <line className="score-course-grid" x1={0} x2={BOX.width} y1={0} y2={0} />
        <line className="score-course-grid" x1={0} x2={BOX.width} y1={BOX.height} y2={BOX.height} />
        <polyline className="score-course-line" points={line.map(({ x, y }) => `${x},${y}`).join(' ')} />
        <circle className="score-course-end" cx={peak} cy={0} r={4} />
        <text x={peak} y={-10} textAnchor={anchor}>
          {formatCount(busiest.viewers)} 人
        </text>
        <text x={0} y={BOX.height + 18}>
          {formatClock(first.at)}
        </text>
        {points.length > 1 && (
          <text x={BOX.width} y={BOX.height + 18} textAnchor="end">
            {formatClock(last.at)}
          </text>
        )}
      </svg>
      <figcaption className="note">播放器在播放才算在看；同一位客户在一段里只算一次。</figcaption>
    </figure>
  );
}

/** The same figures to be read one by one. */
function Steps({ course: { stepMinutes, points } }: { course: Course }) {
  return (
    <details className="live-course">
      <summary>逐段人数</summary>
      <div role="group" aria-label="逐段人数" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{stepMinutes === 1 ? '每分钟' : `每 ${stepMinutes} 分钟`}</th>
              <th scope="col">在看</th>
            </tr>
          </thead>
          <tbody>
            {points.map(({ at, viewers }) => (
              <tr key={at}>
                <th scope="row">{formatInstant(at)} 起</th>
                <td>{formatCount(viewers)} 人</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
