import { useDidHide, useUnload } from '@tarojs/taro';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { LiveNow } from '@siyu/shared/contracts/live';
import { LIVE_BEAT_MS } from '@siyu/shared/contracts/live.limits';
import { liveRoutes } from '@siyu/shared/contracts/live.routes';
import { call } from '../../api/call';

export interface Watching {
  /** Whole minutes that the server has counted; null until it has said so. */
  readonly minutes: number | null;
  /** The picture stands at this second: it has moved when that is another than before. */
  readonly moved: (second: number) => void;
  readonly stopped: () => void;
}

/**
 * Tells the server that our own player plays: when the picture first moves, at the pace the server asks for as long
 * as it has moved since, and once more when it stands still or the page is left. A player that waits tells nothing.
 */
export function useWatching(liveId: string, hear: (now: LiveNow) => void): Watching {
  const [minutes, setMinutes] = useState<number | null>(null);
  const at = useRef<number | null>(null);
  const hasMoved = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const beatMs = useRef(LIVE_BEAT_MS);

  const tell = useCallback(async () => {
    hasMoved.current = false;
    try {
      const { now, watchedSeconds, nextBeatMs } = await call(liveRoutes.watchLive, { params: { liveId } });
      beatMs.current = nextBeatMs;
      setMinutes(Math.floor(watchedSeconds / 60));
      hear(now);
    } catch {
      // The next beat tells it; over a longer silence the server counts nothing, and says of the live how it stands.
    }
  }, [liveId, hear]);

  const wait = useCallback(() => {
    timer.current = setTimeout(() => {
      timer.current = null;
      if (!hasMoved.current) return;
      void tell();
      wait();
    }, beatMs.current);
  }, [tell]);

  const moved = useCallback(
    (second: number) => {
      const isElsewhere = at.current !== null && second !== at.current;
      at.current = second;
      if (!isElsewhere) return;
      hasMoved.current = true;
      if (timer.current !== null) return;
      void tell();
      wait();
    },
    [tell, wait],
  );
  const stopped = useCallback(() => {
    if (timer.current === null) return;
    clearTimeout(timer.current);
    timer.current = null;
    if (hasMoved.current) void tell();
  }, [tell]);

  useDidHide(stopped);
  useUnload(stopped);
  // Gone from a page that stays: the live is over, and nothing more is told of it.
  useEffect(
    () => () => {
      if (timer.current !== null) clearTimeout(timer.current);
    },
    [],
  );
  return { minutes, moved, stopped };
}
