import { z } from 'zod';
import { ACCOUNT_PATTERN } from '../phone-accounts.ts';
import type { Room } from './conversations.ts';
import { externalUserIdOf } from './customers.ts';
import { WecomRefusal } from './refusal.ts';
import type { WecomWorld } from './wecom-world.ts';

/** A chat on an employee's screen: with a person, or a group. */
export const Where = z.object({
  userid: z.string().max(64),
  account: z.string().regex(ACCOUNT_PATTERN).optional(),
  chatId: z.string().max(64).optional(),
});

/** The room behind a chat; refuses when the employee is not in it. */
export function roomOf(wecom: WecomWorld, where: z.infer<typeof Where>): Room {
  if (where.chatId !== undefined) {
    if (!wecom.groups.get(where.chatId).staff.has(where.userid)) throw new WecomRefusal(60011);
    return { kind: 'group', chatId: where.chatId };
  }
  const externalUserId = externalUserIdOf(where.account ?? '');
  wecom.customers.followOf(externalUserId, where.userid);
  return { kind: 'single', userid: where.userid, externalUserId };
}
