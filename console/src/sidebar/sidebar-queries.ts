import type { ChatAddress } from '@siyu/shared/contracts/sidebar';
import { sidebarRoutes } from '@siyu/shared/contracts/sidebar.routes';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../api/call.ts';
import { connectToWecom } from './wecom-client.ts';

const LOOK_AGAIN_MS = 2_000;
const LOOKS_MAX = 5;

/** Once for the life of the page: another chat is another page. */
export const clientQuery = queryOptions({
  queryKey: ['sidebar', 'client'],
  queryFn: async ({ signal }) => {
    const [url = ''] = window.location.href.split('#');
    return connectToWecom(await call(sidebarRoutes.getPageConfig, { query: { url } }, signal));
  },
  staleTime: Infinity,
  gcTime: Infinity,
  retry: false,
});

export const chatQuery = (chat: ChatAddress) =>
  queryOptions({
    queryKey: ['sidebar', 'chat', chat],
    queryFn: ({ signal }) => call(sidebarRoutes.openChat, { body: chat }, signal),
    // WeCom is being asked who that is, and mostly says so in a moment.
    refetchInterval: ({ state: { data, dataUpdateCount } }) =>
      data?.standing === 'NOT_LINKED' && dataUpdateCount < LOOKS_MAX ? LOOK_AGAIN_MS : false,
  });
