import { useDidShow } from '@tarojs/taro';
import { useRef } from 'react';
import type { LiveCard, LiveCards } from '@siyu/shared/contracts/live';
import { liveRoutes } from '@siyu/shared/contracts/live.routes';
import { call } from '../../api/call';
import { useStore } from '../../phone/store';
import { useLoaded } from '../../reading/use-loaded';
import { session } from '../../session/session';

/** The live that is on air, or else the next one; asked for beside the feed, so that both come to the screen at once. */
export function useNextLive(): LiveCard | null {
  const { phase } = useStore(session);
  const { data, reload } = useLoaded<LiveCards>(
    'home.live',
    () => call(liveRoutes.listLives, { query: { limit: 1, list: 'COMING' } }),
    phase === 'entered',
  );
  const isFirstShow = useRef(true);
  useDidShow(() => {
    if (!isFirstShow.current && session.get().phase === 'entered') void reload();
    isFirstShow.current = false;
  });
  return data?.lives[0] ?? null;
}
