import { createSandbox } from '../app.ts';
import { coreCustomers } from '../core-customers.ts';
import { demoMiniProgram, foreignMiniProgram, type MiniProgram } from '../mini-programs.ts';
import { demoAccounts } from '../phone-accounts.ts';
import { createWorld, type World } from '../world.ts';

export interface BoxAnswer {
  readonly status: number;
  readonly type: string;
  readonly bytes: Buffer;
  /** The body when it is JSON, else empty. */
  readonly body: Readonly<Record<string, unknown>>;
}

/** A box for specs: its clock moves when told, its randomness counts. */
export interface Box {
  readonly world: World;
  readonly url: string;
  advance(ms: number): void;
  /** A call as it is; a string or nothing is sent as such, an object as JSON. */
  call(
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: string,
    payload?: object | string,
  ): Promise<BoxAnswer>;
  /** A POST with a good access_token. */
  post(path: string, payload?: object | string, app?: MiniProgram): Promise<BoxAnswer>;
  /** A GET with a good access_token. */
  get(path: string, query?: Readonly<Record<string, string>>, app?: MiniProgram): Promise<BoxAnswer>;
  token(app?: MiniProgram): Promise<string>;
  close(): Promise<void>;
}

export const NOON = Date.UTC(2026, 10, 24, 4, 0, 0);

function readJson(text: string): Record<string, unknown> {
  try {
    return { ...(JSON.parse(text) as object) };
  } catch {
    return {};
  }
}

/** A world whose clock and randomness belong to a spec. */
export function testWorld(clock: { now(): number }): World {
  let counter = 0;
  return createWorld({
    clock,
    randomness: {
      bytes: (count) => {
        counter += 1;
        const bytes = Buffer.alloc(count);
        bytes.writeUInt32BE(counter, count - 4);
        return bytes;
      },
    },
    miniPrograms: [demoMiniProgram, foreignMiniProgram],
    accounts: demoAccounts,
    customers: coreCustomers,
  });
}

export async function openBox(): Promise<Box> {
  let now = NOON;
  const world = testWorld({ now: () => now });
  const app = createSandbox(world);
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  const call: Box['call'] = async (method, path, payload) => {
    const answer = await fetch(`${url}${path}`, {
      method,
      ...(payload === undefined
        ? {}
        : {
            headers: { 'content-type': 'application/json' },
            body: typeof payload === 'string' ? payload : JSON.stringify(payload),
          }),
    });
    const bytes = Buffer.from(await answer.arrayBuffer());
    return {
      status: answer.status,
      type: String(answer.headers.get('content-type')),
      bytes,
      body: readJson(bytes.toString('utf8')),
    };
  };
  const token: Box['token'] = async (of = demoMiniProgram) => {
    const answer = await call('POST', '/cgi-bin/stable_token', {
      grant_type: 'client_credential',
      appid: of.appId,
      secret: of.appSecret,
    });
    return String(answer.body['access_token']);
  };
  return {
    world,
    url,
    advance: (ms) => {
      now += ms;
    },
    call,
    token,
    post: async (path, payload, of) => call('POST', `${path}?access_token=${await token(of)}`, payload ?? {}),
    get: async (path, query, of) => {
      const parameters = new URLSearchParams({ access_token: await token(of), ...query });
      return call('GET', `${path}?${parameters.toString()}`);
    },
    close: () => app.close(),
  };
}

export const RID = /, rid: [0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}$/;
