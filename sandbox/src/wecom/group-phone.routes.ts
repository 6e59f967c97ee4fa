import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { ACCOUNT_PATTERN } from '../phone-accounts.ts';
import type { World } from '../world.ts';
import { WecomRefusal } from './refusal.ts';

const account = z.string().regex(ACCOUNT_PATTERN);
const Creating = z.object({
  owner: z.string().max(64),
  name: z.string().min(1).max(40),
  accounts: z.array(account).max(200).default([]),
});
const Act = z.discriminatedUnion('act', [
  z.object({ act: z.literal('join'), account, scene: z.union([z.literal(1), z.literal(2)]).default(1) }),
  z.object({ act: z.literal('leave'), account }),
  z.object({ act: z.literal('remove'), account }),
  z.object({ act: z.literal('rename'), name: z.string().min(1).max(40) }),
  z.object({ act: z.literal('announce'), notice: z.string().max(2000) }),
  z.object({ act: z.literal('hand_over'), owner: z.string().max(64) }),
  z.object({ act: z.literal('dismiss') }),
]);

/** What people do in customer groups with their fingers. */
export function groupPhoneRoutes(app: FastifyInstance, { wecom }: World): void {
  app.get('/__phone/wecom/groups', async () => ({
    groups: wecom.groups.list().map(({ chatId, name, owner }) => ({
      chatId,
      name,
      owner,
      accounts: wecom.groups.accountsOf(chatId),
    })),
  }));

  app.post('/__phone/wecom/groups', async (request, reply) => {
    const given = Creating.safeParse(request.body);
    if (!given.success) return reply.code(400).send({ message: z.prettifyError(given.error) });
    const { owner, name, accounts } = given.data;
    return reply.code(201).send({ chatId: wecom.groups.create(owner, name, accounts).chatId });
  });

  app.post<{ Params: { chatId: string } }>('/__phone/wecom/groups/:chatId/acts', async (request, reply) => {
    const given = Act.safeParse(request.body);
    if (!given.success) return reply.code(400).send({ message: z.prettifyError(given.error) });
    try {
      const group = wecom.groups.get(request.params.chatId);
      const hasHappened = happen(given.data);
      return hasHappened ? reply.code(204).send() : reply.code(409).send({ message: 'nothing to change' });

      function happen(act: z.infer<typeof Act>): boolean {
        if (act.act === 'join') return wecom.groups.join(group, act.account, { scene: act.scene });
        if (act.act === 'leave') return wecom.groups.leave(group, act.account, false);
        if (act.act === 'remove') return wecom.groups.leave(group, act.account, true);
        if (act.act === 'rename') wecom.groups.rename(group, act.name);
        else if (act.act === 'announce') wecom.groups.announce(group, act.notice);
        else if (act.act === 'hand_over') wecom.groups.handOver(group, act.owner);
        else wecom.groups.dismiss(group);
        return true;
      }
    } catch (error) {
      if (error instanceof WecomRefusal) return reply.code(404).send({ message: error.message });
      throw error;
    }
  });
}
