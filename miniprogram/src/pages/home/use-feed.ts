import { useCallback, useEffect, useRef, useState } from 'react';
import { useDidShow } from '@tarojs/taro';
import type { FeedPage } from '@siyu/shared/contracts/feed';
import { feedRoutes } from '@siyu/shared/contracts/feed.routes';
import { sentenceOfError } from '../../api/api-error';
import { call } from '../../api/call';
import { useStore } from '../../phone/store';
import { queueState } from '../../queues/queues';
import { type Loaded, useLoaded } from '../../reading/use-loaded';
import { session } from '../../session/session';

const PAGE_SIZE = 10;
const RELOAD_MAX = 50;
/** The server takes about a second from a finished lesson to a new order of cards. */
const AFTER_LEARNING_MS = [1_200, 3_000];

export interface Feed extends Loaded<FeedPage> {
  readonly isLoadingMore: boolean;
  readonly moreProblem: string | null;
  loadMore(): Promise<void>;
}

export function useFeed(): Feed {
  const { phase, member } = useStore(session);
  const { learnt } = useStore(queueState);
  const shown = useRef(PAGE_SIZE);
  // As many cards as are on the screen come back, so that a return to the page keeps its position.
  const feed = useLoaded<FeedPage>(
    `feed.${member?.isPersonalised === true ? 'personal' : 'dated'}`,
    () => call(feedRoutes.getFeed, { query: { limit: Math.min(shown.current, RELOAD_MAX) } }),
    phase === 'entered',
  );
  const { data, reload, change } = feed;
  shown.current = Math.max(PAGE_SIZE, data?.cards.length ?? 0);

  const isFirstShow = useRef(true);
  useDidShow(() => {
    if (!isFirstShow.current && session.get().phase === 'entered') void reload();
    isFirstShow.current = false;
  });

  useEffect(() => {
    if (learnt === 0) return;
    const timers = AFTER_LEARNING_MS.map((ms) => setTimeout(() => void reload(), ms));
    return () => {
      timers.forEach(clearTimeout);
    };
  }, [learnt, reload]);

  const [isLoadingMore, setLoadingMore] = useState(false);
  const [moreProblem, setMoreProblem] = useState<string | null>(null);
  const cursor = data?.nextCursor ?? null;
  const loadMore = useCallback(async () => {
    if (cursor === null || isLoadingMore) return;
    setLoadingMore(true);
    setMoreProblem(null);
    try {
      const page = await call(feedRoutes.getFeed, { query: { limit: PAGE_SIZE, cursor } });
      change((before) => {
        const known = new Set(before.cards.map(({ cardId }) => cardId));
        const added = page.cards.filter(({ cardId }) => !known.has(cardId));
        return { ...before, cards: [...before.cards, ...added], nextCursor: page.nextCursor };
      });
    } catch (error) {
      setMoreProblem(sentenceOfError(error));
    }
    setLoadingMore(false);
  }, [cursor, isLoadingMore, change]);

  return { ...feed, isLoadingMore, moreProblem, loadMore };
}
