import { z } from 'zod';
import { readBody, type WecomApi, type WecomCall } from './api.ts';
import { versionText, type CustomerGroup, type Membership } from './customer-groups.ts';
import { externalUserIdOf } from './customers.ts';
import { WecomRefusal } from './refusal.ts';
import type { WecomWorld } from './wecom-world.ts';

/** Beyond this many employees in sight, groups are listed by owner only. */
const OWNERS_MAX = 1000;

const Listing = z.object({
  status_filter: z.int().min(0).max(3).default(0),
  owner_filter: z.object({ userid_list: z.array(z.string()).min(1).max(100) }).optional(),
  cursor: z.string().default(''),
  limit: z.int().min(1).max(1000),
});
const Getting = z.object({
  chat_id: z.string(),
  need_name: z.union([z.literal(0), z.literal(1)]).default(0),
});
const Translating = z.object({ opengid: z.string().min(1) });

const seconds = (ms: number): number => Math.floor(ms / 1000);
const isSeen = (call: WecomCall, userid: string): boolean =>
  call.app.visible === null || call.app.visible.includes(userid);

/** A group whose owner the app may see. */
function groupInSight(wecom: WecomWorld, call: WecomCall, chatId: string): CustomerGroup {
  const group = wecom.groups.get(chatId);
  if (!isSeen(call, group.owner)) throw new WecomRefusal(60011, group.owner);
  return group;
}

function cameBy(group: CustomerGroup, id: string): object {
  const way: Membership | undefined = group.memberships.get(id);
  return {
    join_time: seconds(way?.joinedAt ?? group.createdAt),
    join_scene: way?.scene ?? 1,
    ...(way === undefined || way.scene === 3 ? {} : { invitor: { userid: way.invitor ?? group.owner } }),
    group_nickname: '',
    ...(way === undefined || way.state === '' ? {} : { state: way.state }),
  };
}

function membersOf(wecom: WecomWorld, group: CustomerGroup, isNamed: boolean): readonly object[] {
  const staff = [...group.staff].map((userid) => ({
    userid,
    type: 1,
    ...cameBy(group, userid),
    ...(isNamed ? { name: wecom.corp.employees.find((each) => each.userid === userid)?.name ?? userid } : {}),
  }));
  const customers = wecom.groups.accountsOf(group.chatId).map((account) => {
    const { name, unionid } = wecom.customers.ofAccount(account);
    const userid = externalUserIdOf(account);
    return { userid, type: 2, unionid, ...cameBy(group, userid), ...(isNamed ? { name } : {}) };
  });
  return [...staff, ...customers];
}

/** Customer groups: which there are, who sits in one, which one a mini-program's opengid stands for. */
export function groupApis(wecom: WecomWorld): readonly WecomApi[] {
  // 1: its owner has left, and it waits for an heir.
  const statusOf = (owner: string): 0 | 1 => (wecom.left.has(owner) ? 1 : 0);
  return [
    {
      path: 'externalcontact/groupchat/list',
      method: 'POST',
      needs: 'contact',
      handle: (call) => {
        const given = readBody(Listing, call.body);
        const owners = given.owner_filter?.userid_list;
        const inSight = wecom.corp.employees.filter(({ userid }) => isSeen(call, userid)).length;
        if (owners === undefined && inSight > OWNERS_MAX) throw new WecomRefusal(81017);
        const groups = wecom.groups
          .list()
          .filter(({ owner }) => isSeen(call, owner) && (owners === undefined || owners.includes(owner)))
          .filter(({ owner }) => given.status_filter === 0 || given.status_filter === statusOf(owner));
        const from = wecom.cursors.positionOf(given.cursor);
        const next = wecom.cursors.next(from + given.limit, groups.length);
        return {
          group_chat_list: groups
            .slice(from, from + given.limit)
            .map(({ chatId, owner }) => ({ chat_id: chatId, status: statusOf(owner) })),
          ...(next === '' ? {} : { next_cursor: next }),
        };
      },
    },
    {
      path: 'externalcontact/groupchat/get',
      method: 'POST',
      needs: 'contact',
      handle: (call) => {
        const given = readBody(Getting, call.body);
        const group = groupInSight(wecom, call, given.chat_id);
        return {
          group_chat: {
            chat_id: group.chatId,
            name: group.name,
            owner: group.owner,
            create_time: seconds(group.createdAt),
            notice: group.notice,
            member_list: membersOf(wecom, group, given.need_name === 1),
            admin_list: [...group.admins].map((userid) => ({ userid })),
            member_version: versionText(group.version),
          },
        };
      },
    },
    {
      path: 'externalcontact/opengid_to_chatid',
      method: 'POST',
      needs: 'contact',
      handle: (call) => {
        const group = wecom.groups.ofOpengid(readBody(Translating, call.body).opengid);
        return { chat_id: groupInSight(wecom, call, group.chatId).chatId };
      },
    },
  ];
}
