import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { Fault } from './faults.ts';
import type { World } from './world.ts';
import { seedWorld, WorldSeed } from './world/seed.ts';

const YEARS_20_MS = 20 * 366 * 86_400_000;
const SessionKeyCheck = z.object({ appId: z.string(), openid: z.string(), sessionKey: z.string() });
const ClockAct = z.discriminatedUnion('act', [
  z.object({ act: z.literal('advance'), ms: z.number().int().min(0).max(YEARS_20_MS) }),
  z.object({ act: z.literal('set'), at: z.iso.datetime({ offset: true }) }),
  z.object({ act: z.enum(['stop', 'run', 'real_time']) }),
]);
const JournalQuery = z.object({
  api: z.string().max(64).optional(),
  caller: z.string().max(64).optional(),
  outcome: z.enum(['accepted', 'refused', 'disturbed']).optional(),
  after: z.coerce.number().int().min(0).optional(),
  limit: z.coerce.number().int().min(1).max(1_000).optional(),
});

/** Levers for tests and for the page of the box; the real WeChat has none of these. */
export function controlRoutes(app: FastifyInstance, world: World): void {
  app.get('/__control/health', async () => ({ isReady: true }));
  faultRoutes(app, world);
  journalRoutes(app, world);
  clockRoutes(app, world);

  app.post('/__control/world', { bodyLimit: 2_097_152 }, async (request, reply) => {
    const seed = WorldSeed.safeParse(request.body);
    if (!seed.success) return reply.code(400).send({ message: z.prettifyError(seed.error) });
    seedWorld(world, seed.data);
    return reply.code(204).send();
  });
  app.post('/__control/reset', async (_request, reply) => {
    world.reset();
    return reply.code(204).send();
  });
  app.post('/__control/session-key-checks', async (request, reply) => {
    const check = SessionKeyCheck.safeParse(request.body);
    if (!check.success) return reply.code(400).send({ message: z.prettifyError(check.error) });
    const { appId, openid, sessionKey } = check.data;
    return { isCurrent: world.codes.isCurrentKey(appId, openid, sessionKey) };
  });
}

function faultRoutes(app: FastifyInstance, world: World): void {
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
  app.delete<{ Params: { id: string } }>('/__control/faults/:id', async (request, reply) =>
    world.faults.remove(Number(request.params.id))
      ? reply.code(204).send()
      : reply.code(404).send({ message: 'id: no such fault' }),
  );
}

function journalRoutes(app: FastifyInstance, world: World): void {
  app.get('/__control/journal', async (request, reply) => {
    const query = JournalQuery.safeParse(request.query);
    if (!query.success) return reply.code(400).send({ message: z.prettifyError(query.error) });
    return { entries: world.journal.list(query.data) };
  });
  app.delete('/__control/journal', async (_request, reply) => {
    world.journal.clear();
    return reply.code(204).send();
  });
}

function clockRoutes(app: FastifyInstance, world: World): void {
  const { clock } = world;
  const shown = () => ({ at: new Date(clock.now()).toISOString(), isRunning: clock.isRunning });
  app.get('/__control/clock', async () => shown());
  app.post('/__control/clock', async (request, reply) => {
    const asked = ClockAct.safeParse(request.body);
    if (!asked.success) return reply.code(400).send({ message: z.prettifyError(asked.error) });
    const act = asked.data;
    if (act.act === 'advance') clock.advance(act.ms);
    else if (act.act === 'set') clock.set(Date.parse(act.at));
    else if (act.act === 'stop') clock.stop();
    else if (act.act === 'run') clock.run();
    else clock.followRealTime();
    return shown();
  });
}
