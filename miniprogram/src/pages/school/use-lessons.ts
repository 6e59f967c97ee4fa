import { useEffect } from 'react';
import type { LessonCard, LessonPage } from '@siyu/shared/contracts/content';
import { contentRoutes } from '@siyu/shared/contracts/content.routes';
import { call } from '../../api/call';
import { useStore } from '../../phone/store';
import { queueState } from '../../queues/queues';
import { type PagedList, type Pages, usePages } from '../../reading/use-pages';
import { session } from '../../session/session';
import { pathInWords } from '../../reading/place-in-words';

const lessonList: PagedList<LessonPage> = {
  load: (query) => call(contentRoutes.listLessons, { query }),
  countOf: ({ lessons }) => lessons.length,
  join(before, next) {
    const known = new Set(before.lessons.map(({ lessonId }) => lessonId));
    const counted = new Set(next.paths.map(({ pathCode }) => pathCode));
    return {
      ...next,
      lessons: [...before.lessons, ...next.lessons.filter(({ lessonId }) => !known.has(lessonId))],
      paths: [...before.paths.filter(({ pathCode }) => !counted.has(pathCode)), ...next.paths],
    };
  },
};

export type Lessons = Pages<LessonPage>;

export function useLessons(): Lessons {
  const { phase } = useStore(session);
  const { learnt } = useStore(queueState);
  const lessons = usePages('school', lessonList, phase === 'entered');
  const { reload } = lessons;
  useEffect(() => {
    if (learnt > 0) void reload();
  }, [learnt, reload]);
  return lessons;
}

export interface LearningPath {
  readonly code: string;
  readonly title: string;
  /** Those that have been loaded; what is counted is counted over the whole path. */
  readonly lessons: readonly LessonCard[];
  readonly completed: number;
  readonly total: number;
  /** What the path says of itself; empty when it says nothing. */
  readonly summary: string;
  /** Its named parts, each under the first of its lessons. */
  readonly courses: ReadonlyMap<string, Course>;
}
type Course = LessonPage['paths'][number]['courses'][number];

/** Lessons by path, paths in the order of their first appearance, lessons by position. */
export function pathsOf({ lessons, paths }: LessonPage): readonly LearningPath[] {
  const byCode = new Map<string, LessonCard[]>();
  for (const lesson of lessons) byCode.set(lesson.pathCode, [...(byCode.get(lesson.pathCode) ?? []), lesson]);
  const counted = new Map(paths.map((path) => [path.pathCode, path]));
  return [...byCode.entries()].map(([code, inPath]) => ({
    code,
    title: pathInWords(inPath[0]?.pathTitle ?? code),
    lessons: [...inPath].sort((a, b) => a.position - b.position),
    completed: counted.get(code)?.completed ?? 0,
    total: counted.get(code)?.total ?? inPath.length,
    summary: counted.get(code)?.summary ?? '',
    courses: new Map((counted.get(code)?.courses ?? []).map((course) => [course.lessonIds[0] ?? '', course])),
  }));
}
