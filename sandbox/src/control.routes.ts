import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { Fault } from './faults.ts';
import type { World } from './world.ts';

const SessionKeyCheck = z.object({ appId: z.string(), openid: z.string(), sessionKey: z.string() });

/** Levers for tests; the real WeChat has none of these. */
export function controlRoutes(app: FastifyInstance, world: World): void {
  app.get('/__control/health', async () => ({ isReady: true }));
  app.get('/__control/faults', async () => ({ faults: world.faults.list() }));
  app.post('/__control/faults', async (request, reply) => {
    const fault = Fault.safeParse(request.body);
    if (!fault.success) return reply.code(400).send({ message: z.prettifyError(fault.error) });
    world.faults.add(fault.data);
    return reply.code(204).send();
  });
  app.delete('/__control/faults', async (_request, reply) => {
    world.faults.clear();
    return reply.code(204).send();
  });
  app.get('/__control/journal', async () => ({ entries: world.journal.list() }));
  app.delete('/__control/journal', async (_request, reply) => {
    world.journal.clear();
    return reply.code(204).send();
  });
  app.post('/__control/session-key-checks', async (request, reply) => {
    const check = SessionKeyCheck.safeParse(request.body);
    if (!check.success) return reply.code(400).send({ message: z.prettifyError(check.error) });
    const { appId, openid, sessionKey } = check.data;
    return { isCurrent: world.codes.isCurrentKey(appId, openid, sessionKey) };
  });
}
