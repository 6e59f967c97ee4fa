import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { World } from '../world.ts';

const Ban = z.object({ isBanned: z.boolean() });

/** What the page of the box shows of the demo firm's templates, and the platform's hand that takes one away. */
export function templateDeskRoutes(app: FastifyInstance, world: World): void {
  const desk = () => {
    const [mini] = world.miniPrograms;
    return mini === undefined ? null : world.mini.consoles.find(mini.appId);
  };
  app.get('/__control/templates', async () => ({
    templates: (desk()?.templates ?? []).map(({ templateId, title, isBanned }) => ({
      templateId,
      title,
      isBanned,
    })),
  }));
  app.post<{ Params: { templateId: string } }>(
    '/__control/templates/:templateId/ban',
    async (request, reply) => {
      const given = Ban.safeParse(request.body);
      if (!given.success) return reply.code(400).send({ message: 'isBanned' });
      const console = desk();
      const { templateId } = request.params;
      if (!console?.templates.some((each) => each.templateId === templateId)) {
        return reply.code(404).send({ message: 'templateId: no such template' });
      }
      console.templates = console.templates.map((each) =>
        each.templateId === templateId ? { ...each, isBanned: given.data.isBanned } : each,
      );
      return reply.code(204).send();
    },
  );
}
