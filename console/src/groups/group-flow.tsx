import type { GroupDay } from '@siyu/shared/contracts/communities-desk';
import { formatCount } from '../format/figures.ts';
import { formatCivilDay } from '../format/moments.ts';
import { flowBars, flowSentence } from './flow-bars.ts';

const BOX = { width: 640, height: 96 };

/** Who came and who left, day by day: came above the line, left below it. */
export function GroupFlow({ days }: { days: readonly GroupDay[] }) {
  const first = days[0];
  const last = days.at(-1);
  const sentence = flowSentence(days);
  if (first === undefined || last === undefined) return null;
  const { bars, middle, most } = flowBars(days, BOX);
  return (
    <section aria-label="进群与退群">
      <h2>进群与退群</h2>
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
          <figcaption className="note">线上是进群，线下是退群；一天最多 {formatCount(most)} 人。</figcaption>
        </figure>
      )}
    </section>
  );
}
