import { z } from 'zod';
import { queryOf, readBody, type WecomApi, type WecomCall } from './api.ts';
import type { Customer, Follow } from './customers.ts';
import { WecomRefusal } from './refusal.ts';
import type { WecomWorld } from './wecom-world.ts';

const seconds = (ms: number): number => Math.floor(ms / 1000);

function personOf(customer: Customer): object {
  return {
    external_userid: customer.externalUserId,
    name: customer.name,
    type: 1,
    avatar: '',
    gender: 0,
    unionid: customer.unionid,
  };
}

function keptBy(follow: Follow): object {
  return {
    userid: follow.userid,
    remark: follow.remark,
    description: follow.description,
    createtime: seconds(follow.createdAt),
    state: follow.state,
    add_way: follow.addWay,
    oper_userid: follow.userid,
    remark_mobiles: [],
  };
}

/** An employee the app may see and who has customer contact. */
export function contactEmployee(wecom: WecomWorld, call: WecomCall, userid: string): void {
  const employee = wecom.corp.employees.find((each) => each.userid === userid);
  if (employee === undefined || wecom.left.has(userid)) throw new WecomRefusal(40003, userid);
  if (call.app.visible !== null && !call.app.visible.includes(userid)) throw new WecomRefusal(60011, userid);
  if (!employee.hasCustomerContact) throw new WecomRefusal(84074, userid);
}

const Batch = z.object({
  userid_list: z.array(z.string()).min(1).max(100),
  cursor: z.string().default(''),
  limit: z.int().min(1).max(100).default(50),
});

const Remark = z.object({
  userid: z.string(),
  external_userid: z.string(),
  remark: z.string().max(20).optional(),
  description: z.string().max(150).optional(),
});

/** Customers of the firm: who follows whom, what is known of one, a page of all. */
export function contactApis(wecom: WecomWorld): readonly WecomApi[] {
  return [
    {
      path: 'externalcontact/get_follow_user_list',
      method: 'GET',
      needs: 'contact',
      handle: ({ app }) => ({
        follow_user: wecom.corp.employees
          .filter(({ hasCustomerContact }) => hasCustomerContact)
          .map(({ userid }) => userid)
          .filter((userid) => !wecom.left.has(userid))
          .filter((userid) => app.visible === null || app.visible.includes(userid)),
      }),
    },
    {
      path: 'externalcontact/list',
      method: 'GET',
      needs: 'contact',
      handle: (call) => {
        const userid = queryOf(call, 'userid', 40003);
        contactEmployee(wecom, call, userid);
        const followed = wecom.customers.of(userid);
        if (followed.length === 0) throw new WecomRefusal(84061);
        return { external_userid: followed.map(({ externalUserId }) => externalUserId) };
      },
    },
    {
      path: 'externalcontact/get',
      method: 'GET',
      needs: 'contact',
      handle: (call) => {
        const customer = wecom.customers.get(queryOf(call, 'external_userid', 40096));
        return {
          external_contact: personOf(customer),
          follow_user: [...customer.follows.values()].map((follow) => ({
            ...keptBy(follow),
            tags: wecom.tags.describe(follow.tagIds),
          })),
        };
      },
    },
    {
      path: 'externalcontact/batch/get_by_user',
      method: 'POST',
      needs: 'contact',
      handle: (call) => {
        const { userid_list: userids, cursor, limit } = readBody(Batch, call.body);
        for (const userid of userids) contactEmployee(wecom, call, userid);
        const pairs = userids.flatMap((userid) =>
          wecom.customers.of(userid).map((customer) => ({ customer, follow: customer.follows.get(userid) })),
        );
        const from = wecom.cursors.positionOf(cursor);
        return {
          external_contact_list: pairs.slice(from, from + limit).map(({ customer, follow }) => ({
            external_contact: personOf(customer),
            follow_info: follow && { ...keptBy(follow), tag_id: [...follow.tagIds] },
          })),
          next_cursor: wecom.cursors.next(from + limit, pairs.length),
        };
      },
    },
    {
      path: 'externalcontact/remark',
      method: 'POST',
      needs: 'contact',
      handle: (call) => {
        const given = readBody(Remark, call.body);
        contactEmployee(wecom, call, given.userid);
        const follow = wecom.customers.followOf(given.external_userid, given.userid);
        follow.remark = given.remark ?? follow.remark;
        follow.description = given.description ?? follow.description;
        return {};
      },
    },
  ];
}
