import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import type { World } from '../world.ts';
import { ANSWER_MS, type MessagePush } from './message-push.ts';

const Address = z.object({
  url: z.url().max(512),
  token: z.string().regex(/^[A-Za-z0-9]{3,32}$/),
  encodingAesKey: z.string().regex(/^[A-Za-z0-9]{43}$/),
  mode: z.enum(['plain', 'compatible', 'secure']).default('secure'),
  format: z.enum(['json', 'xml']).default('json'),
  /** How long the receiver may take, in real time; WeChat's five seconds unless a test has less patience. */
  answerMs: z.number().int().min(20).max(ANSWER_MS).default(ANSWER_MS),
});
const Switches = z.object({
  duplicates: z.number().int().min(0).max(20).default(0),
  probes: z.boolean().default(false),
  isHeld: z.boolean().default(false),
});
const Release = z.object({ order: z.enum(['kept', 'reversed']).default('kept') });

interface ByApp {
  readonly Params: { readonly appId: string };
}

/** What the operator sets up for the message push, and the switches of tests. */
export function messagePushRoutes(app: FastifyInstance, world: World): void {
  const base = '/__control/accounts/:appId/push';
  const withPush = async <T>(
    appId: string,
    schema: z.ZodType<T>,
    body: unknown,
    reply: FastifyReply,
    act: (push: MessagePush, given: T) => unknown,
  ): Promise<unknown> => {
    const push = world.mini.pushes.get(appId);
    if (push === undefined) return reply.code(404).send({ message: 'no such account' });
    const given = schema.safeParse(body ?? {});
    if (!given.success) return reply.code(400).send({ message: z.prettifyError(given.error) });
    return act(push, given.data);
  };

  // Taken only when the address gives the echo back, as the console does it.
  app.put<ByApp>(`${base}/address`, async ({ params, body }, reply) =>
    withPush(params.appId, Address, body, reply, async (push, { answerMs, ...address }) => {
      const refusal = await push.verify(address, answerMs);
      return { isTaken: refusal === null, refusal };
    }),
  );
  app.put<ByApp>(`${base}/switches`, async ({ params, body }, reply) =>
    withPush(params.appId, Switches, body, reply, (push, switches) => {
      push.switches = switches;
      return switches;
    }),
  );
  app.post<ByApp>(`${base}/release`, async ({ params, body }, reply) =>
    withPush(params.appId, Release, body, reply, (push, { order }) => {
      push.release(order);
      return { order };
    }),
  );
  // Answers when nothing is under way any more.
  app.get<ByApp>(`${base}/deliveries`, async ({ params }, reply) =>
    withPush(params.appId, z.unknown(), null, reply, async (push) => {
      await world.mini.background.settled();
      await push.settled();
      return { deliveries: push.deliveries };
    }),
  );
}
