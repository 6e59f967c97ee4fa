import type { FeedPage } from './feed.ts';
import { defineRoute } from './route.ts';

export const feedRoutes = {
  getFeed: defineRoute<{ query: { limit?: number; cursor?: string } }, FeedPage>(
    'feed.getFeed',
    'member',
    'GET',
    '/v1/feed',
  ),
} as const;
