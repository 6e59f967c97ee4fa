import type { GroupPage, GroupPageQuery } from './group-page.ts';
import { defineRoute } from './route.ts';

export const groupPageRoutes = {
  getGroupPage: defineRoute<{ params: { groupId: string }; query: GroupPageQuery }, GroupPage>(
    'feed.getGroupPage',
    'member',
    'GET',
    '/v1/groups/:groupId',
  ),
} as const;
