import type { BacktestReport } from '@siyu/shared/contracts/backtests';

type Day = BacktestReport['days'][number];

interface Box {
  readonly width: number;
  readonly height: number;
}
interface BurnLines {
  /** Points of a polyline: what the draft gives by day, and what was really given. */
  readonly draft: string;
  readonly really: string;
  /** The middle of the day on which the budget ends; null when it does not. */
  readonly endX: number | null;
  /** The most of one day on either line, in fen. */
  readonly mostFen: number;
}

const place = (value: number): string => value.toFixed(1);

/**
 * What a draft costs by day, beside what the rule really cost, on one scale.
 * @param endsOn day on which the draft's budget ends
 */
export function burnLines(days: readonly Day[], endsOn: string | null, { width, height }: Box): BurnLines {
  const mostFen = Math.max(0, ...days.flatMap(({ valueFen, reallyValueFen }) => [valueFen, reallyValueFen]));
  const step = width / Math.max(1, days.length);
  const x = (at: number): number => (at + 0.5) * step;
  const line = (fenOf: (day: Day) => number): string =>
    days
      .map(
        (day, at) =>
          `${place(x(at))},${place(height - (mostFen === 0 ? 0 : (fenOf(day) / mostFen) * height))}`,
      )
      .join(' ');
  const end = days.findIndex(({ day }) => day === endsOn);
  return {
    draft: line(({ valueFen }) => valueFen),
    really: line(({ reallyValueFen }) => reallyValueFen),
    endX: end === -1 ? null : x(end),
    mostFen,
  };
}
