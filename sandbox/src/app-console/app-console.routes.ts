import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { World } from '../world.ts';
import type { AppConsole } from './app-consoles.ts';

const Templates = z.object({
  templates: z
    .array(
      z.object({
        templateId: z.string().min(1).max(64),
        title: z.string().min(1).max(32),
        kind: z.enum(['one_time', 'long_term']).default('one_time'),
        keywords: z
          .array(z.object({ key: z.string().regex(/^[a-z_]+[0-9]{1,2}$/), label: z.string().max(20) }))
          .min(1)
          .max(5),
        isBanned: z.boolean().default(false),
      }),
    )
    .max(50),
});
const Pages = z.object({ pages: z.array(z.string().regex(/^[^/?][^?]*$/)).max(500) });

interface ByApp {
  readonly Params: { readonly appId: string };
}

/** The operator's side of WeChat's console, as far as the box has it. */
export function appConsoleRoutes(app: FastifyInstance, world: World): void {
  const base = '/__control/mini-programs/:appId';
  const put = <T>(
    path: string,
    schema: z.ZodType<T>,
    write: (console: AppConsole, given: T) => void,
  ): void => {
    app.put<ByApp>(`${base}/${path}`, async ({ params, body }, reply) => {
      const console = world.mini.consoles.find(params.appId);
      const given = schema.safeParse(body);
      if (console === null) return reply.code(404).send({ message: 'no such mini-program' });
      if (!given.success) return reply.code(400).send({ message: z.prettifyError(given.error) });
      write(console, given.data);
      return reply.code(204).send();
    });
  };
  app.get<ByApp>(`${base}/pages`, async ({ params }, reply) => {
    const console = world.mini.consoles.find(params.appId);
    if (console === null) return reply.code(404).send({ message: 'no such mini-program' });
    return { pages: console.releasedPages };
  });
  put('pages', Pages, (console, { pages }) => {
    console.releasedPages = pages;
  });
  put('templates', Templates, (console, { templates }) => {
    console.templates = templates;
  });
}
