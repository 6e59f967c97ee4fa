import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { breakAnswer, delayBy, hangUp, letsThrough } from '../fault-play.ts';
import type { Fault } from '../faults.ts';
import type { MiniProgram } from '../mini-programs.ts';
import { hex } from '../randomness.ts';
import type { World } from '../world.ts';
import { refuse, type Answer } from './answers.ts';
import { readBody, readQuery, type Body, type Query } from './read-call.ts';

/** One call of an API that needs no token. */
export interface OpenCall {
  readonly query: Query;
  /** Empty for GET. */
  readonly body: Body;
}

/** One call in the name of the app whose access_token it carries. */
export interface Call extends OpenCall {
  readonly app: MiniProgram;
}

type Method = 'GET' | 'POST';
type Handle<C> = (call: C) => Answer | Promise<Answer>;

/** How the routes under /cgi-bin and /wxa are declared; each call has a rid, a verdict and a line in the journal. */
export interface WechatApi {
  /** An API that is called before there is a token. */
  open(method: Method, path: string, name: string, handle: Handle<OpenCall>): void;
  /** An API that wants `access_token` in the query, and nowhere else. */
  withToken(method: Method, path: string, name: string, handle: Handle<Call>): void;
  /** The same for an API of official accounts; a mini-program may not call it, nor the other way round. */
  forOfficialAccount(method: Method, path: string, name: string, handle: Handle<Call>): void;
  /** Every other path of a prefix: there is no such API. */
  unknown(path: string): void;
}

const WRONG_METHOD = {
  GET: refuse(43001, 'require GET method'),
  POST: refuse(43002, 'require POST method'),
};

/** Everything with an appid: mini-programs and the official account. */
export const accountsOf = (world: World): readonly MiniProgram[] => [
  ...world.miniPrograms,
  world.mini.officialAccount.app,
];

/** The app a token belongs to, or why the token opens nothing. */
function ownerOf(world: World, token: string | undefined): { app: MiniProgram } | { refusal: Answer } {
  if (token === undefined) return { refusal: refuse(41001, 'access_token missing') };
  const check = world.mini.tokens.check(token);
  if (check.kind === 'malformed') return { refusal: refuse(40014, 'invalid access_token') };
  if (check.kind === 'expired') return { refusal: refuse(42001, 'access_token expired') };
  const app = check.kind === 'valid' ? accountsOf(world).find((each) => each.appId === check.appId) : null;
  if (app) return { app };
  return { refusal: refuse(40001, 'invalid credential, access_token is invalid or not latest') };
}

/** A call between its arrival and its line in the journal. */
interface Served {
  readonly world: World;
  readonly name: string;
  readonly fault: Fault | null;
  readonly query: Query;
  body: Body;
  app: MiniProgram | null;
}

function note(served: Served, errcode: number, rid: string): void {
  const { world, app, query, body } = served;
  const openid = body['touser'] ?? body['openid'] ?? query['openid'];
  const isOwn = app !== null && typeof openid === 'string' && openid.startsWith(app.openidPrefix);
  world.journal.record({
    at: world.clock.now(),
    api: served.name,
    appId: app?.appId ?? query['appid'] ?? null,
    account: isOwn ? openid.slice(app.openidPrefix.length) : null,
    errcode,
    rid,
    fault: served.fault?.kind ?? null,
  });
}

function send(served: Served, request: FastifyRequest, reply: FastifyReply, answer: Answer): FastifyReply {
  const rid = [1, 2, 3].map(() => hex(served.world.randomness, 4)).join('-');
  note(served, answer.kind === 'refused' ? answer.errcode : 0, rid);
  if (served.fault?.kind === 'dropped') return hangUp(request, reply);
  if (answer.kind === 'picture') return reply.type(answer.type).send(Buffer.from(answer.bytes));
  return reply
    .type('application/json; encoding=utf-8')
    .send(
      JSON.stringify(
        answer.kind === 'refused'
          ? { errcode: answer.errcode, errmsg: `${answer.errmsg}, rid: ${rid}` }
          : answer.fields,
      ),
    );
}

function playFault(
  served: Served,
  fault: Fault,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply | Promise<FastifyReply> {
  if (fault.kind === 'busy') return send(served, request, reply, refuse(-1, 'system error'));
  note(served, -1, '');
  return breakAnswer(fault, request, reply);
}

/** Who calls, as far as a token says so before it is judged. */
function callersOf(world: World, query: Query): readonly (string | null | undefined)[] {
  const check = world.mini.tokens.check(query['access_token'] ?? '');
  return [query['appid'], check.kind === 'valid' ? check.appId : null];
}

/** Declares routes on a scope that hands bodies over as bytes. */
export function wechatApi(scope: FastifyInstance, world: World): WechatApi {
  const route = (
    method: Method,
    path: string,
    name: string,
    answer: (served: Served, raw: unknown) => Answer | Promise<Answer>,
  ): void => {
    scope.all(path, async (request, reply) => {
      const query = readQuery(request.query);
      const fault = world.faults.strike(name, callersOf(world, query));
      const served: Served = { world, name, fault, query, body: {}, app: null };
      if (fault !== null && !letsThrough(fault)) return playFault(served, fault, request, reply);
      await delayBy(fault);
      if (request.method !== method) return send(served, request, reply, WRONG_METHOD[method]);
      return send(served, request, reply, await answer(served, request.body));
    });
  };
  const bodyOf = (served: Served, method: Method, raw: unknown): Answer | null => {
    if (method === 'GET') return null;
    const read = readBody(raw);
    if ('refusal' in read) return read.refusal;
    served.body = read.body;
    return null;
  };
  const guarded =
    (isOfficial: boolean): WechatApi['withToken'] =>
    (method, path, name, handle) => {
      route(method, path, name, async (served, raw) => {
        const owner = ownerOf(world, served.query['access_token']);
        if ('refusal' in owner) return owner.refusal;
        served.app = owner.app;
        if ((owner.app === world.mini.officialAccount.app) !== isOfficial) {
          return refuse(48001, 'api unauthorized');
        }
        const { query } = served;
        return bodyOf(served, method, raw) ?? handle({ app: owner.app, query, body: served.body });
      });
    };
  return {
    open: (method, path, name, handle) => {
      route(method, path, name, async (served, raw) => {
        const { query } = served;
        return bodyOf(served, method, raw) ?? handle({ query, body: served.body });
      });
    },
    withToken: guarded(false),
    forOfficialAccount: guarded(true),
    unknown: (path) => {
      scope.all(path, async (request, reply) => {
        const name = (request.url.split('?', 1)[0] ?? path).slice(0, 64);
        const served: Served = {
          world,
          name,
          fault: null,
          query: readQuery(request.query),
          body: {},
          app: null,
        };
        return send(served, request, reply, refuse(40066, 'invalid url'));
      });
    },
  };
}
