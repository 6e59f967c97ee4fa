import type { LiveCourse } from '@siyu/shared/contracts/live-desk';
import { formatCount } from '../format/figures.ts';
import { formatClock } from '../format/moments.ts';

interface Box {
  readonly width: number;
  readonly height: number;
}
interface CoursePoint {
  readonly x: number;
  readonly y: number;
}

/** The first of the steps with the most viewers; null where nobody watched. */
export function busiestStep(
  points: LiveCourse['points'],
): { readonly step: number; readonly viewers: number } | null {
  const viewers = Math.max(0, ...points.map((point) => point.viewers));
  return viewers === 0 ? null : { step: points.findIndex((point) => point.viewers === viewers), viewers };
}

/** A level line for each step, from left to right; the busiest reaches the top. */
export function courseLine(points: LiveCourse['points'], { width, height }: Box): readonly CoursePoint[] {
  const most = busiestStep(points)?.viewers ?? 1;
  const step = width / Math.max(1, points.length);
  return points.flatMap(({ viewers }, at) => {
    const y = height - (viewers / most) * height;
    return [
      { x: at * step, y },
      { x: (at + 1) * step, y },
    ];
  });
}

/**
 * What the line shows, computed from the same steps.
 * @example courseSentence({ stepMinutes: 1, points: [{ at: '2026-11-23T06:05:00Z', viewers: 2 }] })
 * // => '按每分钟算，14:05 起人最多，有 2 人在看；最后一段有 2 人。'
 */
export function courseSentence({ stepMinutes, points }: LiveCourse): string {
  const busiest = busiestStep(points);
  const begun = points[busiest?.step ?? 0];
  const last = points.at(-1);
  if (busiest === null || begun === undefined || last === undefined) return '没有客户看过。';
  const step = stepMinutes === 1 ? '每分钟' : `每 ${stepMinutes} 分钟`;
  return `按${step}算，${formatClock(begun.at)} 起人最多，有 ${formatCount(busiest.viewers)} 人在看；最后一段有 ${formatCount(last.viewers)} 人。`;
}
