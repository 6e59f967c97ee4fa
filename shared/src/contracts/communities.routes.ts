import type { AskGroup, EnterGroup, GroupEntry, GroupQuestion, MyGroups } from './communities.ts';
import { defineRoute } from './route.ts';

export const communitiesRoutes = {
  /** Ties the member to the group whose card opened the app; told again it changes nothing. */
  enterGroup: defineRoute<{ body: EnterGroup }, GroupEntry>(
    'communities.enterGroup',
    'member',
    'POST',
    '/v1/group-entries',
  ),
  listMyGroups: defineRoute<{}, MyGroups>('communities.listMyGroups', 'member', 'GET', '/v1/groups'),
  ask: defineRoute<{ params: { groupId: string }; body: AskGroup }, GroupQuestion>(
    'communities.ask',
    'member',
    'POST',
    '/v1/groups/:groupId/questions',
  ),
} as const;
