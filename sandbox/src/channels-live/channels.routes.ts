import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { ACCOUNT_PATTERN } from '../phone-accounts.ts';
import type { World } from '../world.ts';
import { LIVE_STATUS, NOTICE_STATUS, type Live } from './channels.ts';

const OTHERS_MAX = 15;
const account = z.string().regex(ACCOUNT_PATTERN);
const finderUserName = z.string().regex(/^sph[A-Za-z0-9]{1,29}$/);
const Asked = z.object({ finderUserName });
const Reserving = z.object({ account, noticeId: z.string(), agrees: z.boolean().default(true) });
const Planned = z.object({
  noticeId: z.string().min(1).max(64),
  finderUserName,
  nickname: z.string().min(1).max(32),
  description: z.string().max(64).default(''),
  startsAt: z.number().int(),
  state: z.enum(['announced', 'cancelled', 'live', 'ended']).default('announced'),
});

const isOver = (live: Live): live is Live & { state: 'live' | 'ended' } =>
  live.state === 'live' || live.state === 'ended';

/** Channels lives as a phone sees them. Nothing of them is told to a server: there is no event for a reservation. */
export function channelsRoutes(app: FastifyInstance, world: World): void {
  const notice = (live: Live): object => ({
    noticeId: live.noticeId,
    nickname: live.nickname,
    headUrl: '',
    startTime: String(Math.floor(live.startsAt / 1000)),
    status: NOTICE_STATUS[live.state],
    reservable: world.mini.channels.isReservable(live),
  });

  app.post('/__phone/channels/notice-info', async (request, reply) => {
    const asked = Asked.safeParse(request.body);
    if (!asked.success) return reply.code(400).send({ message: 'finderUserName: sph…' });
    const [next, ...others] = world.mini.channels
      .of(asked.data.finderUserName)
      .filter((live) => !isOver(live));
    if (next === undefined) return { errMsg: 'getChannelsLiveNoticeInfo:fail no notice' };
    const otherInfos = others.slice(0, OTHERS_MAX).map(notice);
    return { errMsg: 'getChannelsLiveNoticeInfo:ok', ...notice(next), otherInfos };
  });

  app.post('/__phone/channels/live-info', async (request, reply) => {
    const asked = Asked.safeParse(request.body);
    if (!asked.success) return reply.code(400).send({ message: 'finderUserName: sph…' });
    const latest = world.mini.channels.of(asked.data.finderUserName).filter(isOver).at(-1);
    if (latest === undefined) return { errMsg: 'getChannelsLiveInfo:fail no live' };
    return {
      errMsg: 'getChannelsLiveInfo:ok',
      feedId: `export/${latest.noticeId}`,
      nonceId: latest.noticeId,
      description: latest.description,
      status: LIVE_STATUS[latest.state],
      replayStatus: latest.state === 'live' ? 0 : 1,
      headUrl: '',
      nickname: latest.nickname,
      otherInfos: [],
    };
  });

  app.post('/__phone/channels/reservations', async (request, reply) => {
    const asked = Reserving.safeParse(request.body);
    if (!asked.success) return reply.code(400).send({ message: 'account, noticeId' });
    const live = world.mini.channels.find(asked.data.noticeId);
    if (live === null || !world.mini.channels.isReservable(live)) {
      return { errMsg: 'reserveChannelsLive:fail invalid notice' };
    }
    if (!asked.data.agrees) return { errMsg: 'reserveChannelsLive:fail cancel' };
    world.mini.channels.reserve(live, asked.data.account);
    return { errMsg: 'reserveChannelsLive:ok' };
  });

  app.post('/__phone/channels/withdrawals', async (request, reply) => {
    const asked = Reserving.safeParse(request.body);
    if (!asked.success) return reply.code(400).send({ message: 'account, noticeId' });
    const isWithdrawn = world.mini.channels.withdraw(asked.data.noticeId, asked.data.account);
    return reply.code(isWithdrawn ? 204 : 422).send();
  });

  // What the owner of the Channels account does and sees.
  app.put('/__control/channels/lives', async (request, reply) => {
    const planned = Planned.safeParse(request.body);
    if (!planned.success) return reply.code(400).send({ message: z.prettifyError(planned.error) });
    world.mini.channels.put(planned.data);
    return reply.code(204).send();
  });
  app.get<{ Params: { noticeId: string } }>('/__control/channels/lives/:noticeId', async (request, reply) => {
    const { noticeId } = request.params;
    const live = world.mini.channels.find(noticeId);
    if (live === null) return reply.code(404).send({ message: 'no such live' });
    return { ...live, reservedBy: world.mini.channels.reservedBy(noticeId) };
  });
}
