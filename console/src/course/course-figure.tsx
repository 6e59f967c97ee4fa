import { courseLine, type Level } from './course-line.ts';

/** About as wide as the card, so that its words are as large as those beside it. */
const BOX = { width: 880, height: 120 };

interface CourseFigureProps {
  readonly levels: readonly Level[];
  /** Where the last level ends. */
  readonly until: number;
  /** The level that has its figure written over it. */
  readonly marked: Level;
  readonly mark: string;
  /** What stands under both ends; the last is left out where there is but one level. */
  readonly ends: readonly [string, string];
  /** What the line shows, for those who do not see it. */
  readonly sentence: string;
  readonly caption: string;
}

/** How a figure went, as a line of levels. */
export function CourseFigure({ levels, until, marked, mark, ends, sentence, caption }: CourseFigureProps) {
  const line = courseLine(levels, until, BOX);
  const at = levels.indexOf(marked);
  const [begin, end] = [line[2 * at], line[2 * at + 1]];
  if (begin === undefined || end === undefined) return null;
  const x = (begin.x + end.x) / 2;
  const anchor = x < BOX.width / 3 ? 'start' : x > (BOX.width * 2) / 3 ? 'end' : 'middle';
  return (
    <figure className="score-course">
      <svg viewBox={`-4 -24 ${BOX.width + 8} ${BOX.height + 48}`} role="img" aria-label={sentence}>
        <line className="score-course-grid" x1={0} x2={BOX.width} y1={0} y2={0} />
        <line className="score-course-grid" x1={0} x2={BOX.width} y1={BOX.height} y2={BOX.height} />
        <polyline
          className="score-course-line"
          points={line.map((point) => `${point.x},${point.y}`).join(' ')}
        />
        <circle className="score-course-end" cx={x} cy={begin.y} r={4} />
        <text x={x} y={begin.y - 10} textAnchor={anchor}>
          {mark}
        </text>
        <text x={0} y={BOX.height + 18}>
          {ends[0]}
        </text>
        {levels.length > 1 && (
          <text x={BOX.width} y={BOX.height + 18} textAnchor="end">
            {ends[1]}
          </text>
        )}
      </svg>
      <figcaption className="note">{caption}</figcaption>
    </figure>
  );
}
