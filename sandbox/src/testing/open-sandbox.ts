import { createSandbox } from '../app.ts';
import { coreCustomers } from '../core-customers.ts';
import { demoMiniProgram, foreignMiniProgram } from '../mini-programs.ts';
import { demoAccounts } from '../phone-accounts.ts';
import { createWorld } from '../world.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body when it is a JSON object, else empty. */
  readonly body: Readonly<Record<string, unknown>>;
}

/** A sandbox for specs: a clock that moves when told, randomness that counts, real sockets. */
export interface OpenedSandbox {
  readonly url: string;
  advance(ms: number): void;
  call(method: string, path: string, payload?: object): Promise<Answer>;
  /** What wx.login gives the phone. */
  login(account: string, appId?: string): Promise<string>;
  /** The call the server makes; a parameter given as null is left out. */
  exchange(query: Readonly<Record<string, string | null>>): Promise<Answer>;
  close(): Promise<void>;
}

export const rightQuery = (code: string): Record<string, string | null> => ({
  appid: demoMiniProgram.appId,
  secret: demoMiniProgram.appSecret,
  js_code: code,
  grant_type: 'authorization_code',
});

function jsonObject(text: string): Record<string, unknown> {
  if (!text.startsWith('{')) return {};
  const parsed: unknown = JSON.parse(text);
  return typeof parsed === 'object' && parsed !== null ? { ...parsed } : {};
}

/** `answerMs`: how long whoever is called back may take, in real time. */
export async function openSandbox(options: { readonly answerMs?: number } = {}): Promise<OpenedSandbox> {
  let now = Date.UTC(2026, 10, 24, 2, 0, 0);
  let counter = 0;
  const world = createWorld({
    clock: { now: () => now },
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
    ...options,
  });
  const app = createSandbox(world);
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  const call = async (method: string, path: string, payload?: object): Promise<Answer> => {
    const response = await fetch(`${url}${path}`, {
      method,
      ...(payload === undefined
        ? {}
        : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(payload) }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, body: jsonObject(text) };
  };
  return {
    url,
    advance: (ms) => {
      now += ms;
    },
    call,
    login: async (account, appId) => {
      const answer = await call(
        'POST',
        '/__phone/login',
        appId === undefined ? { account } : { account, appId },
      );
      return String(answer.body['code']);
    },
    exchange: (query) => {
      const present = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== null);
      return call('GET', `/sns/jscode2session?${new URLSearchParams(present).toString()}`);
    },
    close: () => app.close(),
  };
}
