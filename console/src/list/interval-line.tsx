import { type Interval, intervalPlaces } from './interval-places.ts';
import '../styles/interval.css';

const WIDTH = 480;

interface IntervalLineProps {
  readonly interval: Interval;
  /** Intervals that are drawn on the same scale, such as those of the rows beside it. */
  readonly beside?: readonly Interval[];
  /** The same in words. */
  readonly label: string;
  readonly height?: number;
}

/** A difference as a dot, its interval as a thick line, beside a broken line for no difference. */
export function IntervalLine({ interval, beside, label, height = 40 }: IntervalLineProps) {
  const { none, low, share, high } = intervalPlaces(interval, WIDTH, beside);
  const middle = height / 2;
  return (
    <svg className="interval" viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-label={label}>
      <line className="interval-line" x1={0} x2={WIDTH} y1={middle} y2={middle} />
      <line className="interval-none" x1={none} x2={none} y1={0} y2={height} />
      <line className="interval-span" x1={low} x2={high} y1={middle} y2={middle} />
      <circle className="interval-share" cx={share} cy={middle} r={7} />
    </svg>
  );
}
