import type { LiveCourse } from '@siyu/shared/contracts/live-desk';
import { highestLevel, type Level } from '../course/course-line.ts';
import { formatCount } from '../format/figures.ts';
import { formatClock } from '../format/moments.ts';

/** The steps of a live, counted from its beginning, as levels of a line. */
export const viewerLevels = (points: LiveCourse['points']): readonly Level[] =>
  points.map(({ viewers }, from) => ({ from, value: viewers }));

/**
 * What the line shows, computed from the same steps.
 * @example courseSentence({ stepMinutes: 1, points: [{ at: '2026-11-23T06:05:00Z', viewers: 2 }] })
 * // => '按每分钟算，14:05 起人最多，有 2 人在看；最后一段有 2 人。'
 */
export function courseSentence({ stepMinutes, points }: LiveCourse): string {
  const busiest = highestLevel(viewerLevels(points));
  const begun = points[busiest?.from ?? 0];
  const last = points.at(-1);
  if (busiest === null || begun === undefined || last === undefined) return '没有客户看过。';
  const step = stepMinutes === 1 ? '每分钟' : `每 ${stepMinutes} 分钟`;
  return `按${step}算，${formatClock(begun.at)} 起人最多，有 ${formatCount(busiest.value)} 人在看；最后一段有 ${formatCount(last.viewers)} 人。`;
}
