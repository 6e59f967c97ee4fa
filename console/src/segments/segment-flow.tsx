import type { SegmentDay } from '@siyu/shared/contracts/segments';
import { segmentsRoutes } from '@siyu/shared/contracts/segments.routes';
import { useQuery } from '@tanstack/react-query';
import { call } from '../api/call.ts';
import { formatCount } from '../format/figures.ts';
import { formatCivilDay } from '../format/moments.ts';
import { flowBars } from '../groups/flow-bars.ts';
import { FailureState } from '../list/failure-state.tsx';
import { ListSkeleton } from '../list/list-skeleton.tsx';
import { flowWords } from './flow-words.ts';
import { boundaryAfter } from './boundary-after.ts';

const BOX = { width: 640, height: 96 };

interface SegmentFlowProps {
  readonly segmentKey: string;
  readonly days: number;
  /** The last day that is shown; null: today. */
  readonly endOf: string | null;
}

/** Who came into a segment and who left it, day by day: came above the line, left below it. */
export function SegmentFlow({ segmentKey, days, endOf }: SegmentFlowProps) {
  const asOf = boundaryAfter(endOf);
  const history = useQuery({
    queryKey: ['segments', 'history', segmentKey, days, asOf],
    queryFn: ({ signal }) =>
      call(
        segmentsRoutes.getSegmentHistory,
        { params: { segmentKey }, query: { days, ...(asOf !== null && { asOf }) } },
        signal,
      ),
  });
  if (history.data) return <Flow days={history.data.days} />;
  if (history.error) return <FailureState error={history.error} onRetry={() => void history.refetch()} />;
  return <ListSkeleton rows={3} />;
}

function Flow({ days }: { days: readonly SegmentDay[] }) {
  const first = days[0];
  const last = days.at(-1);
  if (first === undefined || last === undefined) return null;
  const sentence = flowWords(days);
  const { bars, middle, most } = flowBars(
    days.map(({ day, entered, left }) => ({ day, joins: entered, leaves: left })),
    BOX,
  );
  return (
    <>
      <p>{sentence}</p>
      {most > 0 && (
        <figure className="group-flow">
          <svg viewBox={`0 -4 ${BOX.width} ${BOX.height + 28}`} role="img" aria-label={sentence}>
            {bars.map(({ day, x, width, up, down }) => (
              <g key={day}>
                <rect className="group-flow-up" x={x} y={middle - up} width={width} height={up} />
                <rect className="group-flow-down" x={x} y={middle} width={width} height={down} />
              </g>
            ))}
            <line className="score-course-grid" x1={0} x2={BOX.width} y1={middle} y2={middle} />
            <text x={0} y={BOX.height + 18}>
              {formatCivilDay(first.day)}
            </text>
            <text x={BOX.width} y={BOX.height + 18} textAnchor="end">
              {formatCivilDay(last.day)}
            </text>
          </svg>
          <figcaption className="note">线上是进入，线下是离开；一天最多 {formatCount(most)} 位。</figcaption>
        </figure>
      )}
    </>
  );
}
