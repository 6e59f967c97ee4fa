import { z } from 'zod';
import { queryOf, readBody, type WecomApi } from './api.ts';
import { contentsOf, MessageFields } from './attachments.ts';
import { contactEmployee } from './contact.apis.ts';
import type { WecomWorld } from './wecom-world.ts';

const Adding = z.object({
  ...MessageFields,
  visible_range: z
    .object({
      sender_list: z.object({ user_list: z.array(z.string()).max(10_000).default([]) }).optional(),
      external_contact_list: z.object({ tag_list: z.array(z.string()).max(100).default([]) }).optional(),
    })
    .optional(),
});
const Naming = z.object({ moment_id: z.string() });
const Tasks = Naming.extend({
  cursor: z.string().default(''),
  limit: z.int().min(1).max(1000).default(500),
});
const Audience = Tasks.extend({ userid: z.string() });

/** A moment's job is done at once here; the real one takes a while, so callers ask again. */
const DONE = 3;

/** 客户朋友圈: a task per employee, published by their tap. */
export function momentApis(wecom: WecomWorld): readonly WecomApi[] {
  const post = (path: string, handle: WecomApi['handle']): WecomApi => ({
    path: `externalcontact/${path}`,
    method: 'POST',
    needs: 'contact',
    handle,
  });
  return [
    post('add_moment_task', (call) => {
      const given = readBody(Adding, call.body);
      const contents = contentsOf(wecom, given);
      const named = given.visible_range?.sender_list?.user_list ?? [];
      for (const userid of named) contactEmployee(wecom, call, userid);
      const senders =
        named.length > 0
          ? named
          : wecom.corp.employees
              .filter(({ hasCustomerContact }) => hasCustomerContact)
              .map(({ userid }) => userid)
              .filter((userid) => call.app.visible === null || call.app.visible.includes(userid));
      const tags = given.visible_range?.external_contact_list?.tag_list ?? [];
      const audiences = new Map(
        [...new Set(senders)].map((userid) => [
          userid,
          wecom.customers
            .of(userid)
            .filter(
              ({ follows }) => tags.length === 0 || tags.some((id) => follows.get(userid)?.tagIds.has(id)),
            )
            .map(({ externalUserId }) => externalUserId),
        ]),
      );
      return { jobid: wecom.moments.add({ text: given.text?.content ?? '', contents }, audiences).jobId };
    }),
    {
      path: 'externalcontact/get_moment_task_result',
      method: 'GET',
      needs: 'contact',
      handle: (call) => {
        const { momentId } = wecom.moments.ofJob(queryOf(call, 'jobid'));
        return {
          status: DONE,
          type: 'add_moment_task',
          result: { errcode: 0, errmsg: 'ok', moment_id: momentId },
        };
      },
    },
    post('get_moment_task', ({ body }) => {
      const { moment_id: momentId, cursor, limit } = readBody(Tasks, body);
      const { tasks } = wecom.moments.get(momentId);
      const from = wecom.cursors.positionOf(cursor);
      return {
        next_cursor: wecom.cursors.next(from + limit, tasks.length),
        task_list: tasks.slice(from, from + limit).map(({ userid, publishedAt }) => ({
          userid,
          publish_status: publishedAt === null ? 0 : 1,
        })),
      };
    }),
    post('get_moment_send_result', ({ body }) => {
      const { moment_id: momentId, userid, cursor, limit } = readBody(Audience, body);
      const task = wecom.moments.get(momentId).tasks.find((each) => each.userid === userid);
      const seen = task === undefined || task.publishedAt === null ? [] : task.audience;
      const from = wecom.cursors.positionOf(cursor);
      return {
        next_cursor: wecom.cursors.next(from + limit, seen.length),
        customer_list: seen.slice(from, from + limit).map((id) => ({ external_userid: id })),
      };
    }),
    post('cancel_moment_task', ({ body }) => {
      wecom.moments.cancel(readBody(Naming, body).moment_id);
      return {};
    }),
  ];
}
