import type { Placement } from '@siyu/shared/contracts/channels';

/** @example leadInWords({ lessonId: null, lessonTitle: null }) // => '首页' */
export function leadInWords({ lessonId, lessonTitle }: Pick<Placement, 'lessonId' | 'lessonTitle'>): string {
  if (lessonId === null) return '首页';
  return lessonTitle === null ? '首页（原来的课程已不能学）' : `课程《${lessonTitle}》`;
}
