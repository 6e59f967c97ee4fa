import { useDidShow } from '@tarojs/taro';
import { useRef } from 'react';
import type { LiveCard, LiveCards } from '@siyu/shared/contracts/live';
import { liveRoutes } from '@siyu/shared/contracts/live.routes';
import { call } from '../../api/call';
import { useStore } from '../../phone/store';
import { useLoaded } from '../../reading/use-loaded';
import { session } from '../../session/session';

interface NextLive {
  readonly live: LiveCard | null;
  /** Whether it is known by now; an answer that failed is one. */
  readonly isSettled: boolean;
}

/** The live that is on air, or else the next one; asked for beside the feed, so that both come to the screen at once. */
export function useNextLive(): NextLive {
  const { phase } = useStore(session);
  const { data, problem, reload } = useLoaded<LiveCards>(
    'home.live',
    () => call(liveRoutes.listLives, { query: { limit: 1, list: 'COMING' } }),
    phase === 'entered',
  );
  const isFirstShow = useRef(true);
  useDidShow(() => {
    if (!isFirstShow.current && session.get().phase === 'entered') void reload();
    isFirstShow.current = false;
  });
  return { live: data?.lives[0] ?? null, isSettled: data !== null || problem !== null };
}
