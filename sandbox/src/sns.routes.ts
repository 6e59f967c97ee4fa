import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { code2Session } from './code2session.ts';
import { breakAnswer, delayBy, hangUp, letsThrough } from './fault-play.ts';
import { hex } from './randomness.ts';
import type { World } from './world.ts';

const single = z.string().min(1).nullable().catch(null).default(null);
const Query = z.object({ appid: single, secret: single, js_code: single, grant_type: single });

/** WeChat's login API: HTTP 200 and text/plain whatever the outcome, a rid in every error. */
export function snsRoutes(app: FastifyInstance, world: World): void {
  app.get('/sns/jscode2session', async (request, reply) => {
    const query = Query.parse(request.query);
    const rid = [1, 2, 3].map(() => hex(world.randomness, 4)).join('-');
    const holder = query.js_code === null ? null : (world.codes.find(query.js_code)?.account ?? null);
    const fault = world.faults.strike('jscode2session', [query.appid, holder]);
    const note = (errcode: number, account: string | null): void => {
      world.journal.record({
        at: world.clock.now(),
        api: 'jscode2session',
        appId: query.appid,
        account,
        errcode,
        rid,
        fault: fault?.kind ?? null,
      });
    };
    const refuse = (errcode: number, errmsg: string, account: string | null) => {
      note(errcode, account);
      if (fault?.kind === 'dropped') return hangUp(request, reply);
      return reply.type('text/plain').send(JSON.stringify({ errcode, errmsg: `${errmsg}, rid: ${rid}` }));
    };
    if (fault?.kind === 'busy') return refuse(-1, 'system error', null);
    if (fault !== null && !letsThrough(fault)) {
      note(-1, null);
      return breakAnswer(fault, request, reply);
    }
    await delayBy(fault);
    const answer = code2Session(query, { ...world, now: world.clock.now() });
    if (answer.kind === 'refused') return refuse(answer.errcode, answer.errmsg, answer.account);
    note(0, answer.account);
    if (fault?.kind === 'dropped') return hangUp(request, reply);
    return reply.type('text/plain').send(
      JSON.stringify({
        session_key: answer.sessionKey,
        openid: answer.openid,
        ...(answer.unionid === null ? {} : { unionid: answer.unionid }),
      }),
    );
  });
}
