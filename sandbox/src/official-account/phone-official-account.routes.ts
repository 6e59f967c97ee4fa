import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { ACCOUNT_PATTERN } from '../phone-accounts.ts';
import type { PushFields } from '../message-push/push-body.ts';
import type { World } from '../world.ts';

const account = z.string().regex(ACCOUNT_PATTERN);
const Act = z.discriminatedUnion('act', [
  /** By a code with a scene of its own when one is given. */
  z.object({ act: z.literal('follow'), account, scene: z.string().max(64).optional() }),
  z.object({ act: z.literal('unfollow'), account }),
  z.object({ act: z.literal('menu'), account, button: z.string() }),
]);
const EVENTS = { click: 'CLICK', view: 'VIEW', miniprogram: 'view_miniprogram' } as const;

/** What a person does with the official account; null when that is not possible now. */
function eventOf(world: World, act: z.infer<typeof Act>): PushFields | null {
  const { officialAccount } = world.mini;
  const follows = officialAccount.followedAt(act.account) !== null;
  if (act.act === 'follow') {
    officialAccount.follow(act.account);
    if (act.scene === undefined) return follows ? null : { Event: 'subscribe', EventKey: '' };
    // Who follows already only scans.
    return follows
      ? { Event: 'SCAN', EventKey: act.scene, Ticket: 'sbx-ticket' }
      : { Event: 'subscribe', EventKey: `qrscene_${act.scene}`, Ticket: 'sbx-ticket' };
  }
  if (!follows) return null;
  if (act.act === 'unfollow') {
    officialAccount.unfollow(act.account);
    return { Event: 'unsubscribe', EventKey: '' };
  }
  const { menu } = officialAccount;
  const button = menu?.buttons.find(({ name }) => name === act.button);
  if (menu === null || button === undefined) return null;
  const { type, eventKey } = button;
  return {
    Event: EVENTS[type],
    EventKey: eventKey,
    ...(type === 'click' ? {} : { MenuId: Number(menu.id) }),
  };
}

/** Following the official account, leaving it, touching its menu. */
export function phoneOfficialAccountRoutes(app: FastifyInstance, world: World): void {
  app.post('/__phone/official-account', async (request, reply) => {
    const act = Act.safeParse(request.body);
    if (!act.success) return reply.code(400).send({ message: z.prettifyError(act.error) });
    const fields = eventOf(world, act.data);
    if (fields === null) return reply.code(422).send({ message: 'not possible now' });
    const { app: official } = world.mini.officialAccount;
    const openid = `${official.openidPrefix}${act.data.account}`;
    world.mini.pushes.get(official.appId)?.fire({ openid, fields: { MsgType: 'event', ...fields } });
    return { openid };
  });
}
