import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { personOn, PersonOnPhone } from '../phone-person.ts';
import type { World } from '../world.ts';
import { encryptForApp } from './encrypted-data.ts';
import { groupEnterInfo } from './group-enter-info.ts';

const GroupEnter = PersonOnPhone.extend({
  /** Name of the chat the mini-program was opened from. */
  group: z.string().nullable().default(null),
  scene: z.number().int().default(1044),
  allowSingleChat: z.boolean().default(false),
  needGroupOpenID: z.boolean().default(false),
});

const GroupSeed = z.object({
  name: z.string().min(1).max(64),
  chatType: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
  corp: z.object({ corpId: z.string(), chatId: z.string() }).nullable().default(null),
  members: z.array(z.string()).max(500),
});

/** What a phone hands to a mini-program for its server: codes and ciphertexts, as wx.* would. */
export function phoneDataRoutes(app: FastifyInstance, world: World): void {
  app.post('/__phone/phone-number', async (request, reply) => {
    const asked = PersonOnPhone.safeParse(request.body);
    const person = asked.success ? personOn(world, asked.data) : null;
    if (person === null) return reply.code(400).send({ message: 'account, appId' });
    const code = world.mini.phoneCodes.issue(person.app.appId, person.openid, person.account);
    return { errMsg: 'getPhoneNumber:ok', code };
  });

  // Who has a session comes back without wx.login.
  app.post('/__phone/visits', async (request, reply) => {
    const asked = PersonOnPhone.safeParse(request.body);
    const person = asked.success ? personOn(world, asked.data) : null;
    if (person === null) return reply.code(400).send({ message: 'account, appId' });
    world.codes.noteVisit(person.app.appId, person.openid);
    return reply.code(204).send();
  });

  app.post('/__phone/group-enter-info', async (request, reply) => {
    const asked = GroupEnter.safeParse(request.body);
    const person = asked.success ? personOn(world, asked.data) : null;
    if (!asked.success || person === null) return reply.code(400).send({ message: 'account, group' });
    const { group: name, ...rest } = asked.data;
    const group = name === null ? null : world.mini.groups.find(name);
    const answer = groupEnterInfo(person.app, { ...rest, group });
    if (answer.kind === 'fail') {
      return { errMsg: `getGroupEnterInfo:fail errcode ${answer.errCode}`, errCode: answer.errCode };
    }
    world.codes.noteVisit(person.app.appId, person.openid);
    const data = encryptForApp(world, person.app, person.openid, answer.payload);
    if (data === null) return { errMsg: 'getGroupEnterInfo:fail need login', errCode: -12006 };
    return { errMsg: 'getGroupEnterInfo:ok', ...data };
  });

  app.get('/__phone/groups', async () => ({
    groups: world.mini.groups.list().map(({ name, chatType, members }) => ({ name, chatType, members })),
  }));

  app.put('/__control/groups', async (request, reply) => {
    const seed = GroupSeed.safeParse(request.body);
    if (!seed.success) return reply.code(400).send({ message: z.prettifyError(seed.error) });
    world.mini.groups.put(seed.data);
    return reply.code(204).send();
  });
}
