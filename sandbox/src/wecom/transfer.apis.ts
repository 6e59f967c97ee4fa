import { z } from 'zod';
import { readBody, type WecomApi, type WecomCall } from './api.ts';
import { contactEmployee } from './contact.apis.ts';
import type { Errcode } from './refusal.ts';
import type { WecomWorld } from './wecom-world.ts';

const Customers = z.object({
  handover_userid: z.string(),
  takeover_userid: z.string(),
  external_userid: z.array(z.string()).min(1).max(100),
  transfer_success_msg: z.string().max(200).optional(),
});
const Groups = z.object({ chat_id_list: z.array(z.string()).min(1).max(100), new_owner: z.string() });
const Unassigned = z.object({
  page_size: z.int().min(1).max(1000).default(1000),
  cursor: z.string().default(''),
});
/** Given by somebody who manages the firm. */
const BY_MANAGER = 202;

/** A customer goes over at once here; the real one waits a day, in which the customer may refuse. */
function moveCustomer(wecom: WecomWorld, id: string, from: string, to: string): Errcode | 0 {
  const customer = wecom.customers.find(id);
  if (customer === null) return 40096;
  const follow = customer.follows.get(from);
  if (follow === undefined || follow.isDroppedByCustomer) return 84061;
  customer.follows.delete(from);
  if (!customer.follows.has(to)) {
    const { state, remark } = follow;
    wecom.customers.follow(customer, to, { state, remark, addWay: BY_MANAGER });
  }
  return 0;
}

/** 客户继承: of an employee who is there still, and of one whom the administrator has removed; neither is called back. */
export function transferApis(wecom: WecomWorld): readonly WecomApi[] {
  const post = (path: string, handle: WecomApi['handle']): WecomApi => ({
    path: `externalcontact/${path}`,
    method: 'POST',
    needs: 'contact',
    handle,
  });
  const customers = (call: WecomCall, hasLeft: boolean) => {
    const given = readBody(Customers, call.body);
    const { handover_userid: from, takeover_userid: to } = given;
    contactEmployee(wecom, call, to);
    if (!hasLeft) contactEmployee(wecom, call, from);
    const isTheirs = wecom.left.has(from) === hasLeft;
    return {
      customer: [...new Set(given.external_userid)].map((id) => ({
        external_userid: id,
        errcode: isTheirs ? moveCustomer(wecom, id, from, to) : 40003,
      })),
    };
  };
  const groups = (call: WecomCall, hasLeft: boolean) => {
    const { chat_id_list: chatIds, new_owner: to } = readBody(Groups, call.body);
    contactEmployee(wecom, call, to);
    const failed = [...new Set(chatIds)].flatMap((chatId) => {
      const group = wecom.groups.list().find((each) => each.chatId === chatId);
      const refused = (errcode: Errcode, errmsg: string) => [{ chat_id: chatId, errcode, errmsg }];
      if (group === undefined) return refused(40050, 'chatid does not exist');
      if (wecom.left.has(group.owner) !== hasLeft)
        return refused(90500, `the owner of this chat is ${hasLeft ? 'not ' : ''}resigned`);
      wecom.groups.inherit(group, to);
      return [];
    });
    return { failed_chat_list: failed };
  };
  return [
    post('transfer_customer', (call) => customers(call, false)),
    post('resigned/transfer_customer', (call) => customers(call, true)),
    post('groupchat/onjob_transfer', (call) => groups(call, false)),
    post('groupchat/transfer', (call) => groups(call, true)),
    post('get_unassigned_list', ({ body }) => {
      const { page_size: size, cursor } = readBody(Unassigned, body);
      const waiting = [...wecom.left].flatMap((userid) =>
        wecom.customers.of(userid).map(({ externalUserId }) => ({
          handover_userid: userid,
          external_userid: externalUserId,
          dimission_time: 0,
        })),
      );
      const from = wecom.cursors.positionOf(cursor);
      const next = wecom.cursors.next(from + size, waiting.length);
      return { info: waiting.slice(from, from + size), is_last: next === '', next_cursor: next };
    }),
  ];
}
