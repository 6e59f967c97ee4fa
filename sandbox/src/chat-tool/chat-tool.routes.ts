import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { accountOf, personOn, PersonOnPhone } from '../phone-person.ts';
import { accept, refuse, type Answer } from '../wechat-api/answers.ts';
import type { WechatApi } from '../wechat-api/wechat-api.ts';
import { groupOpenidOf } from '../world/groups.ts';
import type { World } from '../world.ts';

const Change = z.object({
  target_state: z.number().int().min(0).max(9),
  template_id: z.string().min(1),
  version_type: z.union([z.literal(0), z.literal(1), z.literal(2)]),
  participator_info_list: z
    .array(z.object({ group_openid: z.string(), state: z.literal(1) }))
    .max(500)
    .default([]),
});

/** createActivityId and setChatToolMsg. */
export function chatToolRoutes(api: WechatApi, world: World): void {
  api.withToken(
    'GET',
    '/cgi-bin/message/wxopen/activityid/create',
    'activityid/create',
    ({ app, query }): Answer => {
      const { openid } = query;
      if (openid !== undefined && accountOf(app, openid) === null) return refuse(40003, 'invalid openid');
      const { id, expiresAt } = world.mini.activities.create(app.appId, openid ?? null);
      return accept({
        errcode: 0,
        errmsg: 'ok',
        activity_id: id,
        expiration_time: Math.floor(expiresAt / 1000),
      });
    },
  );

  api.withToken(
    'POST',
    '/cgi-bin/message/wxopen/chattoolmsg/send',
    'chattoolmsg/send',
    ({ app, body }): Answer => {
      const activity = world.mini.activities.find(app.appId, body['activity_id']);
      const group = world.mini.groups.find(activity?.group ?? '');
      // A card that lies in no chat yet has nobody to change it for.
      if (activity === null || group === null) return refuse(47501, 'invalid activity_id');
      const change = Change.safeParse(body);
      if (!change.success) return refuse(47001, 'data format error');
      const done = change.data.participator_info_list.map(({ group_openid: openid }) => openid);
      const members = new Set(group.members.map((account) => groupOpenidOf(app.appId, group, account)));
      if (done.some((openid) => !members.has(openid))) return refuse(40003, 'invalid group_openid');
      activity.state = change.data.target_state;
      for (const openid of done) activity.done.add(openid);
      return accept({ errcode: 0, errmsg: 'ok' });
    },
  );
}

const Sharing = PersonOnPhone.extend({
  activityId: z.string(),
  group: z.string(),
  title: z.string().max(64),
});

/** A member shares a dynamic card into a chat, and everybody there sees how far it is. */
export function phoneChatToolRoutes(app: FastifyInstance, world: World): void {
  app.post('/__phone/chat-tool/cards', async (request, reply) => {
    const asked = Sharing.safeParse(request.body);
    const person = asked.success ? personOn(world, asked.data) : null;
    if (!asked.success || person === null)
      return reply.code(400).send({ message: 'account, activityId, group' });
    const { activityId, title } = asked.data;
    const { appId } = person.app;
    const activity = world.mini.activities.find(appId, activityId);
    const group = world.mini.groups.find(asked.data.group);
    const maySend =
      activity !== null &&
      activity.group === null &&
      (activity.sharer === null || activity.sharer === person.openid) &&
      group?.members.includes(person.account) === true;
    if (!maySend) return { errMsg: 'shareAppMessageToGroup:fail invalid activity or group' };
    activity.group = group.name;
    for (const account of group.members) {
      world.mini.inbox.put({ appId, account, kind: 'chat_tool', title, lines: [], page: null });
    }
    return { errMsg: 'shareAppMessageToGroup:ok' };
  });

  app.get('/__phone/chat-tool/cards', async (request, reply) => {
    const asked = PersonOnPhone.extend({ activityId: z.string() }).safeParse(request.query);
    const person = asked.success ? personOn(world, asked.data) : null;
    if (!asked.success || person === null) return reply.code(400).send({ message: 'account, activityId' });
    const activity = world.mini.activities.find(person.app.appId, asked.data.activityId);
    if (activity === null) return reply.code(404).send({ message: 'no such card' });
    return { group: activity.group, state: activity.state, done: [...activity.done] };
  });
}
