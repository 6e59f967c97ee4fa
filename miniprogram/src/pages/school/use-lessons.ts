import { useCallback, useEffect, useRef, useState } from 'react';
import { useDidShow } from '@tarojs/taro';
import type { LessonCard, LessonPage } from '@siyu/shared/contracts/content';
import { contentRoutes } from '@siyu/shared/contracts/content.routes';
import { sentenceOfError } from '../../api/api-error';
import { call } from '../../api/call';
import { useStore } from '../../phone/store';
import { queueState } from '../../queues/queues';
import { type Loaded, useLoaded } from '../../reading/use-loaded';
import { session } from '../../session/session';

const PAGE_SIZE = 50;

export interface Lessons extends Loaded<LessonPage> {
  readonly moreProblem: string | null;
  loadMore(): Promise<void>;
}

export function useLessons(): Lessons {
  const { phase } = useStore(session);
  const { learnt } = useStore(queueState);
  const lessons = useLoaded<LessonPage>(
    'lessons',
    () => call(contentRoutes.listLessons, { query: { limit: PAGE_SIZE } }),
    phase === 'entered',
  );
  const { data, reload, change } = lessons;
  const [moreProblem, setMoreProblem] = useState<string | null>(null);

  const isFirstShow = useRef(true);
  useDidShow(() => {
    if (!isFirstShow.current && session.get().phase === 'entered') void reload();
    isFirstShow.current = false;
  });
  useEffect(() => {
    if (learnt > 0) void reload();
  }, [learnt, reload]);

  const cursor = data?.nextCursor ?? null;
  const loadMore = useCallback(async () => {
    if (cursor === null) return;
    setMoreProblem(null);
    try {
      const page = await call(contentRoutes.listLessons, { query: { limit: PAGE_SIZE, cursor } });
      change((before) =>
        before.nextCursor === cursor
          ? { lessons: [...before.lessons, ...page.lessons], nextCursor: page.nextCursor }
          : before,
      );
    } catch (error) {
      setMoreProblem(sentenceOfError(error));
    }
  }, [cursor, change]);
  return { ...lessons, moreProblem, loadMore };
}

export interface LearningPath {
  readonly code: string;
  readonly title: string;
  readonly lessons: readonly LessonCard[];
  readonly completed: number;
}

/** Lessons by path, paths in the order of their first appearance, lessons by position. */
export function pathsOf(lessons: readonly LessonCard[]): readonly LearningPath[] {
  const byCode = new Map<string, LessonCard[]>();
  for (const lesson of lessons) byCode.set(lesson.pathCode, [...(byCode.get(lesson.pathCode) ?? []), lesson]);
  return [...byCode.entries()].map(([code, inPath]) => ({
    code,
    title: inPath[0]?.pathTitle ?? code,
    lessons: [...inPath].sort((a, b) => a.position - b.position),
    completed: inPath.filter(({ isCompleted }) => isCompleted).length,
  }));
}
