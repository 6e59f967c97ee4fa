import type { PathDraft } from '@siyu/shared/contracts/paths';
import { groupNames, stageNames } from '@siyu/shared/messages';

/** A part in which two texts of a path differ, in words. */
export interface PathChange {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

/** Whom a path is meant for first, in words. */
export function audienceInWords({ stages, groups }: Pick<PathDraft, 'stages' | 'groups'>): string {
  const names = [...stages.map((stage) => stageNames[stage]), ...groups.map((group) => groupNames[group])];
  return names.length === 0 ? '所有客户' : names.join('、');
}

/**
 * What differs between two texts of a path, lessons by their titles.
 * @example pathChanges(live, { ...live, title: '新名称' }, titleOf) // => [{ name: '名称', before: '旧名称', after: '新名称' }]
 */
export function pathChanges(
  before: PathDraft,
  after: PathDraft,
  titleOf: (lessonId: string) => string,
): PathChange[] {
  const told: [string, (draft: PathDraft) => string][] = [
    ['名称', ({ title }) => title],
    ['简介', ({ summary }) => summary],
    ['先推给', audienceInWords],
    ['课程编排', ({ courses }) => coursesInWords(courses, titleOf)],
    ['移出的课', ({ leftOut }) => leftOut.map(titleOf).join('、')],
  ];
  return told.flatMap(([name, say]) => {
    const [was, is] = [say(before), say(after)];
    return was === is ? [] : [{ name, before: was || '无', after: is || '无' }];
  });
}

function coursesInWords(courses: PathDraft['courses'], titleOf: (lessonId: string) => string): string {
  return courses
    .map(({ title, lessonIds }) => {
      const lessons = lessonIds.map((lessonId, at) => `${at + 1} ${titleOf(lessonId)}`).join('，');
      return courses.length > 1 ? `【${title}】${lessons}` : lessons;
    })
    .join('；');
}
