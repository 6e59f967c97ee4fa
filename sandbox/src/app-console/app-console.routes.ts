import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { World } from '../world.ts';

const Pages = z.object({ pages: z.array(z.string().regex(/^[^/?][^?]*$/)).max(500) });

/** The operator's side of WeChat's console, as far as the box has it. */
export function appConsoleRoutes(app: FastifyInstance, world: World): void {
  app.get<{ Params: { appId: string } }>('/__control/mini-programs/:appId/pages', async (request, reply) => {
    const console = world.mini.consoles.find(request.params.appId);
    if (console === null) return reply.code(404).send({ message: 'no such mini-program' });
    return { pages: console.releasedPages };
  });
  app.put<{ Params: { appId: string } }>('/__control/mini-programs/:appId/pages', async (request, reply) => {
    const console = world.mini.consoles.find(request.params.appId);
    const given = Pages.safeParse(request.body);
    if (console === null) return reply.code(404).send({ message: 'no such mini-program' });
    if (!given.success) return reply.code(400).send({ message: z.prettifyError(given.error) });
    console.releasedPages = given.data.pages;
    return reply.code(204).send();
  });
}
