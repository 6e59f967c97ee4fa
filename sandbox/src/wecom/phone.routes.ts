import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { ACCOUNT_PATTERN } from '../phone-accounts.ts';
import type { World } from '../world.ts';

const Scan = z.object({
  account: z.string().regex(ACCOUNT_PATTERN),
  /** What the QR code says. */
  text: z.string().max(512),
  /** The employee has verification off and has not looked yet: the half-way event comes first. */
  isHalf: z.boolean().default(false),
});

const Relation = z.object({
  account: z.string().regex(ACCOUNT_PATTERN),
  userid: z.string().max(64),
  act: z.enum(['edited', 'dropped_by_employee', 'dropped_by_customer']),
  remark: z.string().max(20).optional(),
});

/** What people do in WeChat and WeCom with their fingers. */
export function wecomPhoneRoutes(app: FastifyInstance, world: World): void {
  const { wecom } = world;
  app.get('/__phone/wecom/employees', async () => ({ employees: wecom.corp.employees }));

  app.post('/__phone/wecom/scan', async (request, reply) => {
    const scan = Scan.safeParse(request.body);
    if (!scan.success) return reply.code(400).send({ message: z.prettifyError(scan.error) });
    const { account, text, isHalf } = scan.data;
    const way = wecom.contactWays.findByText(text);
    const joinWay = wecom.joinWays.findByText(text);
    if (joinWay !== null) {
      const group = wecom.joinWays.scan(joinWay, account);
      return group === null
        ? reply.code(409).send({ message: 'text: every group is full' })
        : { outcome: 'joined', chatId: group.chatId };
    }
    if (way === null) return reply.code(404).send({ message: 'text: leads nowhere' });
    return wecom.contactWays.scan(way, account, isHalf);
  });

  app.post('/__phone/wecom/relations', async (request, reply) => {
    const relation = Relation.safeParse(request.body);
    if (!relation.success) return reply.code(400).send({ message: z.prettifyError(relation.error) });
    const { account, userid, act, remark } = relation.data;
    return wecom.relations.change(account, userid, act, remark)
      ? reply.code(204).send()
      : reply.code(404).send({ message: 'account, userid: do not know each other' });
  });

  app.get('/__phone/wecom/requests', async () => ({
    requests: wecom.contactWays
      .waiting()
      .map(({ id, customer, userid }) => ({ id, userid, account: customer.account, name: customer.name })),
  }));
  app.post<{ Params: { id: string } }>('/__phone/wecom/requests/:id/accept', async (request, reply) =>
    wecom.contactWays.accept(request.params.id)
      ? reply.code(204).send()
      : reply.code(404).send({ message: 'id: nobody asks' }),
  );
}
