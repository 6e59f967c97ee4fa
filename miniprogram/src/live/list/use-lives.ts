import type { LIVE_LISTS, LiveCards } from '@siyu/shared/contracts/live';
import { liveRoutes } from '@siyu/shared/contracts/live.routes';
import { call } from '../../api/call';
import { useStore } from '../../phone/store';
import { type PagedList, type Pages, usePages } from '../../reading/use-pages';
import { session } from '../../session/session';

export type LiveList = (typeof LIVE_LISTS)[number];

const paged = (list: LiveList): PagedList<LiveCards> => ({
  load: (query) => call(liveRoutes.listLives, { query: { ...query, list } }),
  countOf: ({ lives }) => lives.length,
  join(before, next) {
    const known = new Set(before.lives.map(({ liveId }) => liveId));
    return { ...next, lives: [...before.lives, ...next.lives.filter(({ liveId }) => !known.has(liveId))] };
  },
});
const lists = { COMING: paged('COMING'), PAST: paged('PAST') };

/** Lives that come, or those of the member's that are over. */
export function useLives(list: LiveList): Pages<LiveCards> {
  const { phase } = useStore(session);
  return usePages(`lives.${list}`, lists[list], phase === 'entered');
}
