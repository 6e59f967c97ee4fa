import type {
  LiveCard,
  LiveCards,
  LiveChat,
  LiveChatQuery,
  LiveChats,
  LiveQuery,
  LiveRoom,
  LiveWatching,
  SendChat,
} from './live.ts';
import { defineRoute } from './route.ts';

interface OfLive {
  readonly params: { readonly liveId: string };
}

export const liveRoutes = {
  listLives: defineRoute<{ query: LiveQuery }, LiveCards>('live.listLives', 'member', 'GET', '/v1/lives'),
  getLive: defineRoute<OfLive, LiveRoom>('live.getLive', 'member', 'GET', '/v1/lives/:liveId'),
  /** Told again it changes nothing. */
  reserveLive: defineRoute<OfLive, LiveCard>(
    'live.reserveLive',
    'member',
    'PUT',
    '/v1/lives/:liveId/reservation',
  ),
  withdrawReservation: defineRoute<OfLive, LiveCard>(
    'live.withdrawReservation',
    'member',
    'DELETE',
    '/v1/lives/:liveId/reservation',
  ),
  /** Our own player plays: the first time is entering, the last one leaving. Time is the server's. */
  watchLive: defineRoute<OfLive, LiveWatching>(
    'live.watchLive',
    'member',
    'PUT',
    '/v1/lives/:liveId/viewing',
  ),
  listChats: defineRoute<OfLive & { query: LiveChatQuery }, LiveChats>(
    'live.listChats',
    'member',
    'GET',
    '/v1/lives/:liveId/chats',
  ),
  sendChat: defineRoute<OfLive & { body: SendChat }, LiveChat>(
    'live.sendChat',
    'member',
    'POST',
    '/v1/lives/:liveId/chats',
  ),
} as const;
