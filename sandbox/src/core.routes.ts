import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { LINK_CODE_LIFE_MS } from './core-desk.ts';
import { breakAnswer, delayBy, letsThrough } from './fault-play.ts';
import type { World } from './world.ts';

const Sending = z.object({ accountNo: z.string().max(32), phone: z.string().max(32) });
const Checking = z.object({ ticket: z.string().max(128), code: z.string().max(16) });
const STATUS = { not_matched: 404, too_many: 429, wrong: 422, expired: 410 } as const;

/** The firm's core trading system, as far as it verifies who holds an account. */
export function coreRoutes(app: FastifyInstance, world: World): void {
  const dropped = new WeakSet<FastifyRequest>();
  app.addHook('preHandler', async (request, reply) => {
    if (!request.url.startsWith('/core/')) return;
    const fault = world.faults.strike('core');
    if (fault === null) return;
    if (fault.kind === 'busy') await reply.code(503).send({ error: fault.kind });
    else if (!letsThrough(fault)) await breakAnswer(fault, request, reply);
    else if (fault.kind === 'dropped') dropped.add(request);
    else await delayBy(fault);
  });
  // The call is done, and its answer is lost on the way.
  app.addHook('onSend', async (request) => {
    if (dropped.has(request)) request.raw.socket.destroy();
  });

  app.post('/core/v1/verification-codes', async (request, reply) => {
    const sending = Sending.safeParse(request.body);
    if (!sending.success) return reply.code(400).send({ error: 'accountNo, phone' });
    const sent = world.core.sendCode(sending.data.accountNo, sending.data.phone);
    if (sent.kind !== 'sent') return reply.code(STATUS[sent.kind]).send({ error: sent.kind });
    const { ticket, phoneTail } = sent;
    return reply.code(201).send({ ticket, phoneTail, expiresInSeconds: LINK_CODE_LIFE_MS / 1000 });
  });

  app.post('/core/v1/verifications', async (request, reply) => {
    const checking = Checking.safeParse(request.body);
    if (!checking.success) return reply.code(400).send({ error: 'ticket, code' });
    const checked = world.core.checkCode(checking.data.ticket, checking.data.code);
    if (checked.kind !== 'verified') return reply.code(STATUS[checked.kind]).send({ error: checked.kind });
    return { customerId: checked.customerId };
  });

  app.get('/__phone/core-customers', async () => ({ customers: world.core.customers }));
  app.get('/__phone/messages', async (request, reply) => {
    const query = z.object({ phone: z.string().max(32) }).safeParse(request.query);
    if (!query.success) return reply.code(400).send({ message: 'phone' });
    return { messages: world.core.messagesTo(query.data.phone) };
  });
}
