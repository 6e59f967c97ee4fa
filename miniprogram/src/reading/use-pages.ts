import { useCallback, useEffect, useRef, useState } from 'react';
import { useDidShow } from '@tarojs/taro';
import { sentenceOfError } from '../api/api-error';
import { session } from '../session/session';
import { type Loaded, useLoaded } from './use-loaded';

const PAGE_SIZE = 10;
/** What the server gives at most in one answer. */
const ANSWER_MAX = 50;

interface Cursored {
  readonly nextCursor: string | null;
}

/** A list that comes in pages; declared outside of the component, so that it stays the same one. */
export interface PagedList<Page extends Cursored> {
  /** Items of a page; ten unless told otherwise. */
  readonly pageSize?: number;
  readonly load: (query: { readonly limit: number; readonly cursor?: string }) => Promise<Page>;
  readonly countOf: (page: Page) => number;
  /** The two as one page, each item once. */
  readonly join: (before: Page, next: Page) => Page;
}

export interface Pages<Page> extends Loaded<Page> {
  readonly isLoadingMore: boolean;
  readonly moreProblem: string | null;
  readonly loadMore: () => Promise<void>;
}

/**
 * A list in pages. Whoever comes back to it finds as much of it as there was, however far that is, so
 * that the place is kept; what is shown stays in view meanwhile.
 * @param name null: nothing of it may stay on the phone
 */
export function usePages<Page extends Cursored>(
  name: string | null,
  list: PagedList<Page>,
  isReady: boolean,
): Pages<Page> {
  const pageSize = list.pageSize ?? PAGE_SIZE;
  const shown = useRef(pageSize);
  const feed = useLoaded<Page>(name, () => loadAsFarAs(list, () => shown.current), isReady);
  const { data, reload, change } = feed;
  shown.current = Math.max(pageSize, data === null ? 0 : list.countOf(data));

  const isFirstShow = useRef(true);
  useDidShow(() => {
    if (!isFirstShow.current && session.get().phase === 'entered') void reload();
    isFirstShow.current = false;
  });

  const [isLoadingMore, setLoadingMore] = useState(false);
  const [moreProblem, setMoreProblem] = useState<string | null>(null);
  useEffect(() => {
    setMoreProblem(null);
  }, [data]);
  const cursor = data?.nextCursor ?? null;
  const loadMore = useCallback(async () => {
    if (cursor === null || isLoadingMore) return;
    setLoadingMore(true);
    setMoreProblem(null);
    try {
      const next = await list.load({ limit: pageSize, cursor });
      change((before) => list.join(before, next));
    } catch (error) {
      setMoreProblem(sentenceOfError(error));
    }
    setLoadingMore(false);
  }, [list, pageSize, cursor, isLoadingMore, change]);

  return { ...feed, isLoadingMore, moreProblem, loadMore };
}

/** As many items as are on the screen, in as few answers as the server allows; asked anew after each, since the list may grow meanwhile. */
async function loadAsFarAs<Page extends Cursored>(
  { load, countOf, join }: PagedList<Page>,
  wanted: () => number,
): Promise<Page> {
  let page = await load({ limit: Math.min(wanted(), ANSWER_MAX) });
  for (;;) {
    const missing = wanted() - countOf(page);
    if (missing <= 0 || page.nextCursor === null) return page;
    page = join(page, await load({ limit: Math.min(missing, ANSWER_MAX), cursor: page.nextCursor }));
  }
}
