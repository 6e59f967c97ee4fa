import { useRef, useState } from 'react';
import type { FoundLesson } from '@siyu/shared/contracts/lesson-search';
import { lessonSearchRoutes } from '@siyu/shared/contracts/lesson-search.routes';
import { sentenceOfError } from '../../api/api-error';
import { call } from '../../api/call';

interface Found {
  /** What was looked for. */
  readonly text: string;
  readonly lessons: readonly FoundLesson[];
  readonly nextCursor: string | null;
}

export interface Search {
  readonly found: Found | null;
  readonly isBusy: boolean;
  readonly problem: string | null;
  readonly isLoadingMore: boolean;
  readonly moreProblem: string | null;
  readonly look: (text: string) => Promise<void>;
  readonly loadMore: () => Promise<void>;
}

/** Lessons by their words, page by page; of two searches the later one counts. */
export function useSearch(): Search {
  const [found, setFound] = useState<Found | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [isLoadingMore, setLoadingMore] = useState(false);
  const [moreProblem, setMoreProblem] = useState<string | null>(null);
  const turn = useRef(0);

  const look = async (text: string): Promise<void> => {
    const mine = ++turn.current;
    setBusy(true);
    setProblem(null);
    setMoreProblem(null);
    try {
      const page = await call(lessonSearchRoutes.searchLessons, { query: { text } });
      if (mine === turn.current) setFound({ text, ...page });
    } catch (error) {
      if (mine === turn.current) setProblem(sentenceOfError(error));
    }
    if (mine === turn.current) setBusy(false);
  };
  const loadMore = async (): Promise<void> => {
    if (found === null || found.nextCursor === null || isLoadingMore) return;
    const mine = turn.current;
    setLoadingMore(true);
    setMoreProblem(null);
    try {
      const query = { text: found.text, cursor: found.nextCursor };
      const next = await call(lessonSearchRoutes.searchLessons, { query });
      if (mine === turn.current)
        setFound({ ...found, lessons: [...found.lessons, ...next.lessons], nextCursor: next.nextCursor });
    } catch (error) {
      if (mine === turn.current) setMoreProblem(sentenceOfError(error));
    }
    setLoadingMore(false);
  };
  return { found, isBusy, problem, isLoadingMore, moreProblem, look, loadMore };
}
