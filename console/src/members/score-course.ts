import type { MemberPanorama } from '@siyu/shared/contracts/panorama';

type Kept = Pick<MemberPanorama['scores'][number], 'fromAsOf' | 'toAsOf' | 'scoreHundredths'>;

/** Bands go from 1 to 6, and so does their mean. */
const LOWEST = 100;
const HIGHEST = 600;
const DAY_MS = 86_400_000;
const dayOf = (civilDay: string): number => Date.parse(`${civilDay}T00:00:00Z`) / DAY_MS;

export interface CoursePoint {
  readonly x: number;
  readonly y: number;
  readonly scoreHundredths: number;
}
interface Box {
  readonly width: number;
  readonly height: number;
}

/**
 * The course of a score as level lines between day boundaries: two points for each interval, from left to right.
 * @param scores kept intervals, the latest first
 * @param until day up to which the open interval is drawn
 */
export function scoreCourse(scores: readonly Kept[], until: string, box: Box): readonly CoursePoint[] {
  const [last] = scores;
  const first = scores.at(-1);
  if (last === undefined || first === undefined) return [];
  const begin = dayOf(first.fromAsOf);
  const end = Math.max(dayOf(last.toAsOf ?? until), dayOf(last.fromAsOf), begin + 1);
  const x = (day: number) => (Math.min(Math.max(day, begin), end) - begin) * (box.width / (end - begin));
  const y = (score: number) => box.height - ((score - LOWEST) / (HIGHEST - LOWEST)) * box.height;
  return [...scores].reverse().flatMap(({ fromAsOf, toAsOf, scoreHundredths }) => {
    const level = { y: y(scoreHundredths), scoreHundredths };
    return [
      { x: x(dayOf(fromAsOf)), ...level },
      { x: x(toAsOf === null ? end : dayOf(toAsOf)), ...level },
    ];
  });
}
