import { useCallback, useEffect, useRef, useState } from 'react';
import type { LiveChat, LiveNow } from '@siyu/shared/contracts/live';
import { LIVE_POLL_MS } from '@siyu/shared/contracts/live.limits';
import { liveRoutes } from '@siyu/shared/contracts/live.routes';
import { call } from '../../api/call';
import { joinChats } from './join-chats';
import { usePolled } from './use-polled';

export interface Chat {
  /** The last said first. */
  readonly chats: readonly LiveChat[] | null;
  /** The last attempt to hear what is new has failed. */
  readonly isAway: boolean;
  readonly add: (chat: LiveChat) => void;
}

/** What is said in a live, asked for every few seconds while the room is looked at. */
export function useChat(liveId: string, isInView: boolean, hear: (now: LiveNow) => void): Chat {
  const [chats, setChats] = useState<readonly LiveChat[] | null>(null);
  const [isAway, setAway] = useState(false);
  const after = useRef<number | null>(null);

  const listen = useCallback(async () => {
    const query = after.current === null ? {} : { after: after.current };
    try {
      const heard = await call(liveRoutes.listChats, { params: { liveId }, query });
      after.current = heard.lastSeq;
      setChats((before) => joinChats(before, heard.chats));
      setAway(false);
      hear(heard.now);
    } catch {
      setAway(true);
    }
  }, [liveId, hear]);

  const latest = useRef(listen);
  latest.current = listen;
  useEffect(() => {
    if (isInView) void latest.current();
  }, [isInView]);
  usePolled(listen, LIVE_POLL_MS, isInView);
  const add = useCallback((chat: LiveChat) => {
    setChats((before) => joinChats(before, [chat]));
  }, []);
  return { chats, isAway, add };
}
