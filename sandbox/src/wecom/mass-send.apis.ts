import { z } from 'zod';
import { readBody, type WecomApi, type WecomCall } from './api.ts';
import { contentsOf, MessageFields } from './attachments.ts';
import { contactEmployee } from './contact.apis.ts';
import type { Customer } from './customers.ts';
import { WecomRefusal } from './refusal.ts';
import type { WecomWorld } from './wecom-world.ts';

const Adding = z.object({
  chat_type: z.enum(['single', 'group']).default('single'),
  external_userid: z.array(z.string()).max(10_000).default([]),
  chat_id_list: z.array(z.string()).max(2_000).default([]),
  tag_filter: z
    .object({ group_list: z.array(z.object({ tag_list: z.array(z.string()).min(1).max(100) })).min(1) })
    .optional(),
  sender: z.string().optional(),
  allow_select: z.boolean().default(false),
  ...MessageFields,
});
const Naming = z.object({ msgid: z.string() });
const Paging = z.object({
  msgid: z.string(),
  limit: z.int().min(1).max(1000).default(500),
  cursor: z.string().default(''),
});
const Results = Paging.extend({ userid: z.string() });
const Listing = z.object({
  chat_type: z.enum(['single', 'group']).default('single'),
  start_time: z.int(),
  end_time: z.int(),
  creator: z.string().optional(),
  limit: z.int().min(1).max(100).default(50),
  cursor: z.string().default(''),
});
const MONTH_SECONDS = 31 * 86_400;
const seconds = (ms: number): number => Math.floor(ms / 1000);

/** Who is to send to whom, and whom nobody can. */
interface Plan {
  readonly byEmployee: Map<string, string[]>;
  readonly failed: string[];
}

function assign(plan: Plan, userid: string, id: string): void {
  plan.byEmployee.set(userid, [...(plan.byEmployee.get(userid) ?? []), id]);
}

/** The employee who spoke with the customer last; who has added them last when nobody spoke. */
function closestTo(wecom: WecomWorld, customer: Customer, call: WecomCall): string | null {
  const follows = [...customer.follows.values()].filter(
    ({ userid, isDroppedByCustomer }) =>
      !isDroppedByCustomer && (call.app.visible === null || call.app.visible.includes(userid)),
  );
  const spoke = (userid: string): number =>
    wecom.conversations.lastWordAt(userid, customer.externalUserId) ?? -1;
  follows.sort((a, b) => spoke(b.userid) - spoke(a.userid) || b.createdAt - a.createdAt);
  return follows[0]?.userid ?? null;
}

function toCustomers(wecom: WecomWorld, call: WecomCall, given: z.infer<typeof Adding>): Plan {
  const plan: Plan = { byEmployee: new Map(), failed: [] };
  const { sender } = given;
  if (sender !== undefined) contactEmployee(wecom, call, sender);
  else if (given.external_userid.length === 0 && given.tag_filter === undefined)
    throw new WecomRefusal(40058, 'external_userid, sender, tag_filter: nobody');
  const pool =
    given.external_userid.length > 0
      ? given.external_userid
      : (sender === undefined ? wecom.customers.all() : wecom.customers.of(sender)).map(
          ({ externalUserId }) => externalUserId,
        );
  for (const id of new Set(pool)) {
    const customer = wecom.customers.find(id);
    const follow = sender === undefined ? undefined : customer?.follows.get(sender);
    const isReached = sender === undefined || follow?.isDroppedByCustomer === false;
    const userid = customer === null || !isReached ? null : (sender ?? closestTo(wecom, customer, call));
    const tagIds = userid === null ? undefined : customer?.follows.get(userid)?.tagIds;
    // Tags narrow; only whom they fit is meant at all.
    const isMeant =
      given.tag_filter?.group_list.every(({ tag_list: any }) => any.some((tag) => tagIds?.has(tag))) ?? true;
    if (userid !== null && !isMeant) continue;
    if (userid === null || wecom.massSends.isFull(id)) plan.failed.push(id);
    else assign(plan, userid, id);
  }
  return plan;
}

function toGroups(wecom: WecomWorld, call: WecomCall, given: z.infer<typeof Adding>): Plan {
  const plan: Plan = { byEmployee: new Map(), failed: [] };
  const { sender } = given;
  if (sender === undefined) throw new WecomRefusal(40058, 'sender: needed for groups');
  contactEmployee(wecom, call, sender);
  const owned = wecom.groups.list().filter(({ owner }) => owner === sender);
  const wanted = given.chat_id_list.length > 0 ? given.chat_id_list : owned.map(({ chatId }) => chatId);
  for (const id of new Set(wanted)) {
    const isOwned = owned.some(({ chatId }) => chatId === id);
    if (!isOwned || wecom.massSends.isFull(id)) plan.failed.push(id);
    else assign(plan, sender, id);
  }
  return plan;
}

/** 企业群发: a task per employee, which does nothing until the employee taps. */
export function massSendApis(wecom: WecomWorld): readonly WecomApi[] {
  const post = (path: string, handle: WecomApi['handle']): WecomApi => ({
    path: `externalcontact/${path}`,
    method: 'POST',
    needs: 'contact',
    handle,
  });
  return [
    post('add_msg_template', (call) => {
      const given = readBody(Adding, call.body);
      const contents = contentsOf(wecom, given);
      const plan =
        given.chat_type === 'group' ? toGroups(wecom, call, given) : toCustomers(wecom, call, given);
      const send = wecom.massSends.add(
        {
          chatType: given.chat_type,
          contents,
          text: given.text?.content ?? '',
          attachments: given.attachments,
        },
        plan.byEmployee,
      );
      return { fail_list: plan.failed, msgid: send.msgid };
    }),
    post('remind_groupmsg_send', ({ body }) => {
      wecom.massSends.remind(readBody(Naming, body).msgid);
      return {};
    }),
    post('cancel_groupmsg_send', ({ body }) => {
      wecom.massSends.cancel(readBody(Naming, body).msgid);
      return {};
    }),
    post('get_groupmsg_list_v2', ({ body }) => {
      const given = readBody(Listing, body);
      if (given.end_time < given.start_time || given.end_time - given.start_time > MONTH_SECONDS)
        throw new WecomRefusal(40058, 'start_time, end_time: a month at most');
      const found = wecom.massSends
        .list()
        .filter(
          ({ chatType, createdAt }) => chatType === given.chat_type && createdAt >= given.start_time * 1000,
        )
        .filter(({ createdAt }) => createdAt <= given.end_time * 1000);
      const from = wecom.cursors.positionOf(given.cursor);
      return {
        next_cursor: wecom.cursors.next(from + given.limit, found.length),
        group_msg_list: found.slice(from, from + given.limit).map((send) => ({
          msgid: send.msgid,
          create_time: String(seconds(send.createdAt)),
          create_type: 0,
          text: { content: send.text },
          attachments: send.attachments,
        })),
      };
    }),
    post('get_groupmsg_task', ({ body }) => {
      const { msgid, limit, cursor } = readBody(Paging, body);
      const { tasks } = wecom.massSends.get(msgid);
      const from = wecom.cursors.positionOf(cursor);
      return {
        next_cursor: wecom.cursors.next(from + limit, tasks.length),
        task_list: tasks.slice(from, from + limit).map(({ userid, confirmedAt }) => ({
          userid,
          // 0: not sent; 2: sent.
          status: confirmedAt === null ? 0 : 2,
          ...(confirmedAt === null ? {} : { send_time: seconds(confirmedAt) }),
        })),
      };
    }),
    post('get_groupmsg_send_result', ({ body }) => {
      const { msgid, userid, limit, cursor } = readBody(Results, body);
      const send = wecom.massSends.get(msgid);
      const task = send.tasks.find((each) => each.userid === userid);
      if (task === undefined) throw new WecomRefusal(40003, userid);
      const from = wecom.cursors.positionOf(cursor);
      return {
        next_cursor: wecom.cursors.next(from + limit, task.receivers.length),
        send_list: task.receivers.slice(from, from + limit).map(({ id, status, sentAt }) => ({
          ...(send.chatType === 'group' ? { chat_id: id } : { external_userid: id }),
          userid,
          status,
          ...(sentAt === null ? {} : { send_time: seconds(sentAt) }),
        })),
      };
    }),
  ];
}
