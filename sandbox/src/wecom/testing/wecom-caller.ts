import type { OpenedSandbox } from '../../testing/open-sandbox.ts';
import { demoCorp } from '../corp.ts';

type Body = Readonly<Record<string, unknown>>;

/** The server's side of WeCom for specs: a token per app, calls, the phone. */
export interface WecomCaller {
  /** Secret of an app by its place in the demo firm: 0 customer contact, 1 none, 2 one branch, 3 archive. */
  token(app?: number): Promise<string>;
  get(path: string, query?: Readonly<Record<string, string>>, app?: number): Promise<Body>;
  post(path: string, body: object, app?: number): Promise<Body>;
  /** A person with a phone scans a text. */
  scan(account: string, text: string, isHalf?: boolean): Promise<Body>;
  pull(lever: string, body?: object): Promise<Body>;
  /** The events fired so far, once everything is delivered. */
  events(): Promise<readonly Body[]>;
}

/** The call of gettoken for an app of the demo firm. */
export function tokenPath(app = 0, overrides: Readonly<Record<string, string>> = {}): string {
  const query = { corpid: demoCorp.corpId, corpsecret: demoCorp.apps[app]!.secret, ...overrides };
  return `/qyapi/cgi-bin/gettoken?${new URLSearchParams(query).toString()}`;
}

export function wecomCaller(sandbox: OpenedSandbox): WecomCaller {
  const token = async (app = 0): Promise<string> =>
    String((await sandbox.call('GET', tokenPath(app))).body['access_token']);
  const url = async (path: string, query: Readonly<Record<string, string>>, app?: number): Promise<string> =>
    `/qyapi/cgi-bin/${path}?${new URLSearchParams({ access_token: await token(app), ...query }).toString()}`;
  return {
    token,
    get: async (path, query = {}, app) => (await sandbox.call('GET', await url(path, query, app))).body,
    post: async (path, body, app) => (await sandbox.call('POST', await url(path, {}, app), body)).body,
    scan: async (account, text, isHalf = false) =>
      (await sandbox.call('POST', '/__phone/wecom/scan', { account, text, isHalf })).body,
    pull: async (lever, body = {}) => (await sandbox.call('POST', `/__control/wecom/${lever}`, body)).body,
    events: async () => {
      const { body } = await sandbox.call('GET', '/__control/wecom/deliveries');
      return (body['deliveries'] as { event: Body }[]).map(({ event }) => event);
    },
  };
}
