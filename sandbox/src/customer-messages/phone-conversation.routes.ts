import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { personOn, PersonOnPhone } from '../phone-person.ts';
import type { World } from '../world.ts';

const Entering = PersonOnPhone.extend({ sessionFrom: z.string().max(1_000).default('') });
const Writing = PersonOnPhone.extend({ text: z.string().min(1).max(2_000) });

/** The conversation with customer service, as the person has it. */
export function phoneConversationRoutes(app: FastifyInstance, world: World): void {
  app.post('/__phone/customer-service/entries', async (request, reply) => {
    const asked = Entering.safeParse(request.body);
    const person = asked.success ? personOn(world, asked.data) : null;
    if (!asked.success || person === null) return reply.code(400).send({ message: 'account' });
    const { appId } = person.app;
    world.mini.conversations.entered(`${appId} ${person.account}`);
    world.mini.pushes.get(appId)?.fire({
      openid: person.openid,
      fields: {
        MsgType: 'event',
        Event: 'user_enter_tempsession',
        SessionFrom: asked.data.sessionFrom,
      },
    });
    return reply.code(204).send();
  });

  app.post('/__phone/customer-service/messages', async (request, reply) => {
    const asked = Writing.safeParse(request.body);
    const person = asked.success ? personOn(world, asked.data) : null;
    if (!asked.success || person === null) return reply.code(400).send({ message: 'account, text' });
    const { appId } = person.app;
    world.mini.conversations.wrote(`${appId} ${person.account}`);
    world.mini.pushes.get(appId)?.fire({
      openid: person.openid,
      fields: { MsgType: 'text', Content: asked.data.text, MsgId: world.mini.nextMsgId() },
    });
    return reply.code(204).send();
  });
}
