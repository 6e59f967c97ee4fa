import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { breakAnswer, delayBy, hangUp, letsThrough } from '../fault-play.ts';
import { hex } from '../randomness.ts';
import type { World } from '../world.ts';
import type { Permission, WecomApp } from './corp.ts';
import { UPLOAD_LIMIT } from './media.ts';
import { WecomRefusal, type Errcode } from './refusal.ts';

/** One call that has passed the token, the address and the permission of its secret. */
export interface WecomCall {
  readonly app: WecomApp;
  readonly query: Readonly<Record<string, string>>;
  /** Parsed JSON of a POST; null of a GET. */
  readonly body: unknown;
  /** The bytes of an upload and what they claim to be. */
  readonly raw: Buffer;
  readonly contentType: string;
  /** `http://host:port` the caller reached the box at. */
  readonly origin: string;
}

export interface WecomApi {
  /** Below `/qyapi/cgi-bin/`. */
  readonly path: string;
  readonly method: 'GET' | 'POST';
  /** Null: every secret of the firm may call it. */
  readonly needs: Permission | null;
  /** True: the body is no JSON. */
  readonly isUpload?: boolean;
  /** What is answered beside errcode and errmsg; bytes are sent as they are. */
  handle(call: WecomCall): object;
}

/**
 * The body in the shape an API wants.
 * @param codes the code of a field whose trouble has one of its own; 40058 otherwise.
 * @throws {WecomRefusal} naming the first field that is wrong.
 */
export function readBody<T>(
  schema: z.ZodType<T>,
  body: unknown,
  codes: Readonly<Record<string, Errcode>> = {},
): T {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const field = issue?.path.join('.') ?? '';
  throw new WecomRefusal(codes[field] ?? 40058, `${field}: ${issue?.message ?? 'wrong'}`);
}

/** A query parameter that must be there. */
export function queryOf(call: WecomCall, name: string, missing: Errcode = 40058): string {
  const value = call.query[name];
  if (value === undefined || value === '') throw new WecomRefusal(missing, `${name} missing`);
  return value;
}

/** Ten thousand ids are half a megabyte. */
const JSON_LIMIT = 1024 * 1024;

const Query = z.record(z.string(), z.string().catch(''));

function jsonOf(raw: Buffer): unknown {
  if (raw.length === 0) throw new WecomRefusal(44002);
  try {
    const parsed: unknown = JSON.parse(raw.toString('utf8'));
    if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) return parsed;
  } catch {
    // Falls through: whatever it is, it is no JSON object.
  }
  throw new WecomRefusal(47001);
}

/** What a call brings before anything is known of the caller. */
export type Arriving = Omit<WecomCall, 'app' | 'body'>;

/** What became of a call: the answer, and which app it was when that is known. */
interface Decision {
  readonly answer: object;
  readonly agentId: number | null;
}

/** A refusal that knows the app it was said to. */
interface Refused {
  readonly refusal: WecomRefusal;
  readonly agentId: number | null;
}

function decide(api: WecomApi, world: World, call: Arriving): Decision | Refused {
  const { wecom } = world;
  let agentId: number | null = null;
  try {
    const app = wecom.tokens.appOf(call.query['access_token'] ?? null);
    agentId = app.agentId;
    if (wecom.isAddressDistrusted(app)) throw new WecomRefusal(60020);
    if (api.needs !== null && !app.permissions.includes(api.needs)) throw new WecomRefusal(48002);
    const body = api.method === 'POST' && api.isUpload !== true ? jsonOf(call.raw) : null;
    return { answer: api.handle({ ...call, app, body }), agentId };
  } catch (error) {
    if (error instanceof WecomRefusal) return { refusal: error, agentId };
    throw error;
  }
}

/** Serves APIs below one scope: HTTP 200 whatever the outcome, JSON, a hint in every refusal. */
export function serveApis(scope: FastifyInstance, world: World, apis: readonly WecomApi[]): void {
  for (const api of apis) serve(scope, world, api, (call) => decide(api, world, call));
}

/** Serves gettoken, the one call that needs no token. */
export function serveOpen(
  scope: FastifyInstance,
  world: World,
  path: string,
  handle: (call: Arriving) => object,
): void {
  serve(scope, world, { path, method: 'GET' }, (call) => {
    try {
      return { answer: handle(call), agentId: null };
    } catch (error) {
      if (error instanceof WecomRefusal) return { refusal: error, agentId: null };
      throw error;
    }
  });
}

/** The agent a token belongs to, as far as it is a good one. */
function agentOf(world: World, query: Readonly<Record<string, string>>): string | null {
  try {
    return String(world.wecom.tokens.appOf(query['access_token'] ?? null).agentId);
  } catch (error) {
    if (error instanceof WecomRefusal) return null;
    throw error;
  }
}

function serve(
  scope: FastifyInstance,
  world: World,
  { path, method, isUpload }: Pick<WecomApi, 'path' | 'method' | 'isUpload'>,
  run: (call: Arriving) => Decision | Refused,
): void {
  const handler = async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    const hint = hex(world.randomness, 8);
    const query = Query.parse(request.query);
    const callers = [agentOf(world, query), query['corpid']];
    const fault = world.faults.strike(`wecom/${path}`, callers) ?? world.faults.strike('wecom', callers);
    const note = (errcode: number, agentId: number | null): void =>
      world.journal.record({
        at: world.clock.now(),
        api: `wecom/${path}`,
        appId: agentId === null ? null : String(agentId),
        account: null,
        errcode,
        rid: hint,
        fault: fault?.kind ?? null,
      });
    const refused = (refusal: WecomRefusal, agentId: number | null): object => {
      note(refusal.errcode, agentId);
      const { errcode, message } = refusal;
      const more = `hint: [${hint}], from ip: ${request.ip}, more info at https://open.work.weixin.qq.com/devtool/query?e=${errcode}`;
      return { errcode, errmsg: `${message}, ${more}` };
    };
    if (fault?.kind === 'busy') return refused(new WecomRefusal(-1), null);
    if (fault !== null && !letsThrough(fault)) {
      note(-1, null);
      return breakAnswer(fault, request, reply);
    }
    await delayBy(fault);
    const outcome = run({
      query,
      raw: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
      contentType: request.headers['content-type'] ?? '',
      origin: `${request.protocol}://${request.host}`,
    });
    const said = 'refusal' in outcome ? refused(outcome.refusal, outcome.agentId) : outcome.answer;
    if (!('refusal' in outcome)) note(0, outcome.agentId);
    if (fault?.kind === 'dropped') return hangUp(request, reply);
    if ('refusal' in outcome) return said;
    if (Buffer.isBuffer(said)) return reply.type('application/octet-stream').send(said);
    return { errcode: 0, errmsg: 'ok', ...said };
  };
  const bodyLimit = isUpload === true ? UPLOAD_LIMIT : JSON_LIMIT;
  scope.route({ method, url: `/cgi-bin/${path}`, bodyLimit, handler });
}
