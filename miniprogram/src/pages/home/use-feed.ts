import { useEffect } from 'react';
import type { FeedPage } from '@siyu/shared/contracts/feed';
import { feedRoutes } from '@siyu/shared/contracts/feed.routes';
import { call } from '../../api/call';
import { useStore } from '../../phone/store';
import { queueState } from '../../queues/queues';
import { type PagedList, type Pages, usePages } from '../../reading/use-pages';
import { session } from '../../session/session';

/** The server takes about a second from a finished lesson to a new order of cards. */
const AFTER_LEARNING_MS = [1_200, 3_000];

const feedList: PagedList<FeedPage> = {
  load: (query) => call(feedRoutes.getFeed, { query }),
  countOf: ({ cards }) => cards.length,
  join(before, next) {
    const known = new Set(before.cards.map(({ cardId }) => cardId));
    const added = next.cards.filter(({ cardId }) => !known.has(cardId));
    return { ...before, cards: [...before.cards, ...added], nextCursor: next.nextCursor };
  },
};

export type Feed = Pages<FeedPage>;

export function useFeed(): Feed {
  const { phase, member } = useStore(session);
  const { learnt } = useStore(queueState);
  // Another name than the pages that knew lessons only: what a phone kept of those is not shown.
  const name = `cards.${member?.isPersonalised === true ? 'personal' : 'dated'}`;
  const feed = usePages(name, feedList, phase === 'entered');
  const { reload } = feed;
  useEffect(() => {
    if (learnt === 0) return;
    const timers = AFTER_LEARNING_MS.map((ms) => setTimeout(() => void reload(), ms));
    return () => {
      timers.forEach(clearTimeout);
    };
  }, [learnt, reload]);
  return feed;
}
