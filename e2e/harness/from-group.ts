import { communitiesRoutes } from '@siyu/shared/contracts/communities.routes';
import { z } from 'zod';
import type { MemberClient } from './client.ts';
import type { Whole } from './whole.ts';

/** A group of the demo firm in the box, where half of the demo investors sit. */
export const DEMO_GROUP = '思语投教一群';

const GroupData = z.object({ encryptedData: z.string(), iv: z.string() });

/** Ties a member to the group, as a card that is opened there does. @returns the id of the group */
export async function enterFromGroup(whole: Whole, member: MemberClient): Promise<string> {
  const answer = await fetch(`${whole.sandboxUrl}/__phone/group-enter-info`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ account: member.account, group: DEMO_GROUP }),
  });
  const body = GroupData.parse(await answer.json());
  const { group } = await member.call(communitiesRoutes.enterGroup, { body });
  if (group === null) throw new Error(`${DEMO_GROUP} is none of the firm's`);
  return group.groupId;
}
