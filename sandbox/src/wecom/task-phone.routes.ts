import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { World } from '../world.ts';
import { WecomRefusal } from './refusal.ts';

const Whose = z.object({ userid: z.string().max(64) });

/** The tasks an employee finds in WeCom, and the tap that sends. */
export function taskPhoneRoutes(app: FastifyInstance, { wecom }: World): void {
  app.get('/__phone/wecom/tasks', async (request, reply) => {
    const whose = Whose.safeParse(request.query);
    if (!whose.success) return reply.code(400).send({ message: 'userid' });
    const { userid } = whose.data;
    const sends = wecom.massSends.list().flatMap((send) =>
      send.tasks
        .filter((task) => task.userid === userid && task.confirmedAt === null && !send.isCancelled)
        .map((task) => ({
          kind: 'mass_send',
          id: send.msgid,
          text: send.text,
          receivers: task.receivers.length,
          reminders: task.reminders,
        })),
    );
    const moments = wecom.moments.list().flatMap((moment) =>
      moment.tasks
        .filter((task) => task.userid === userid && task.publishedAt === null && !moment.isCancelled)
        .map((task) => ({
          kind: 'moment',
          id: moment.momentId,
          text: moment.text,
          receivers: task.audience.length,
          reminders: 0,
        })),
    );
    return { tasks: [...sends, ...moments] };
  });

  app.post<{ Params: { id: string } }>('/__phone/wecom/tasks/:id/confirm', async (request, reply) => {
    const whose = Whose.safeParse(request.body);
    if (!whose.success) return reply.code(400).send({ message: 'userid' });
    const { id } = request.params;
    try {
      const isDone = id.startsWith('mom')
        ? wecom.moments.publish(id, whose.data.userid)
        : wecom.massSends.confirm(id, whose.data.userid);
      return isDone ? reply.code(204).send() : reply.code(409).send({ message: 'nothing to confirm' });
    } catch (error) {
      if (error instanceof WecomRefusal) return reply.code(404).send({ message: error.message });
      throw error;
    }
  });

  // What an administrator does to tags by hand: told, unlike the same through the API.
  const Tagging = z.discriminatedUnion('act', [
    z.object({ act: z.literal('create'), group: z.string().min(1).max(30), name: z.string().min(1).max(30) }),
    z.object({ act: z.literal('update'), id: z.string(), name: z.string().min(1).max(30) }),
    z.object({ act: z.literal('delete'), id: z.string() }),
  ]);
  app.post('/__phone/wecom/tags', async (request, reply) => {
    const given = Tagging.safeParse(request.body);
    if (!given.success) return reply.code(400).send({ message: z.prettifyError(given.error) });
    const act = given.data;
    const id = act.act === 'create' ? wecom.tags.create(act.group, act.name) : act.id;
    if (act.act !== 'create' && !wecom.tags.change(id, act.act === 'update' ? act.name : null))
      return reply.code(404).send({ message: 'id: no such tag' });
    wecom.callbacks.fire({ Event: 'change_external_tag', ChangeType: act.act, Id: id, TagType: 'tag' });
    return reply.code(act.act === 'create' ? 201 : 200).send({ id });
  });
}
