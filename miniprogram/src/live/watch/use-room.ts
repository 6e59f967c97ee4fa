import { useDidShow } from '@tarojs/taro';
import { useCallback, useRef } from 'react';
import type { LiveCard, LiveNow, LiveRoom } from '@siyu/shared/contracts/live';
import { liveRoutes } from '@siyu/shared/contracts/live.routes';
import { call } from '../../api/call';
import { useStore } from '../../phone/store';
import { type Loaded, useLoaded } from '../../reading/use-loaded';
import { session } from '../../session/session';
import { useInView, usePolled } from './use-polled';

/** Before it is on air, and where nothing is said in it, the room is asked for at this pace. */
const QUIET_POLL_MS = 20_000;

export interface Room extends Loaded<LiveRoom> {
  readonly isInView: boolean;
  /** Takes what an answer of the room says of this moment; another state brings the whole room anew. */
  readonly hear: (now: LiveNow) => void;
  readonly takeCard: (card: LiveCard) => void;
}

/** The room of a live, kept up to date while it is looked at. */
export function useRoom(liveId: string): Room {
  const { phase } = useStore(session);
  const isReady = phase === 'entered' && liveId !== '';
  const loaded = useLoaded<LiveRoom>(
    `live.${liveId}`,
    () => call(liveRoutes.getLive, { params: { liveId } }),
    isReady,
  );
  const { data: room, reload, change } = loaded;
  const isInView = useInView();
  const isFirstShow = useRef(true);
  useDidShow(() => {
    if (!isFirstShow.current && session.get().phase === 'entered') void reload();
    isFirstShow.current = false;
  });
  const isQuiet =
    room !== null &&
    (room.now.state === 'ANNOUNCED' || (room.now.state === 'ON_AIR' && room.channels !== null));
  usePolled(reload, QUIET_POLL_MS, isInView && isQuiet);

  const state = room?.now.state ?? null;
  const hear = useCallback(
    (now: LiveNow) => {
      if (now.state !== state) return void reload();
      change((before) =>
        before.now.isMuted === now.isMuted && before.now.notice === now.notice ? before : { ...before, now },
      );
    },
    [state, reload, change],
  );
  const takeCard = useCallback(
    (card: LiveCard) => {
      change((before) => ({ ...before, card }));
    },
    [change],
  );
  return { ...loaded, isInView, hear, takeCard };
}
