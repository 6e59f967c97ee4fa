import type { Type } from '@nestjs/common';
import type { ConsentList, MemberSession } from '@siyu/shared/contracts/identity';
import { ADULT_STATEMENT } from '@siyu/shared/contracts/identity.limits';
import type { ConsentPurpose } from '@siyu/shared/contracts/identity.limits';
import { IDEMPOTENCY_KEY } from '@siyu/shared/contracts/route';
import { type OpenedSandbox, openSandbox } from '../../../../sandbox/src/testing/open-sandbox.ts';
import { demoMiniProgram } from '../../../../sandbox/src/mini-programs.ts';
import type { Engine } from '../../platform/database/index.ts';
import { createTestApp, TEST_CORE_TOKEN, type TestApp, type TestPlace } from '../../testing/index.ts';
import { EngagementModule } from '../engagement/index.ts';
import { Identity, IdentityModule } from '../identity/index.ts';
import { TransactionsModule } from '../transactions/index.ts';

/** Parsed JSON of any shape: specs name the fields they expect. */
type Body = ReturnType<typeof JSON.parse>;

export interface Reply {
  readonly status: number;
  readonly body: Body;
  readonly headers: Headers;
}

/** The records modules behind real HTTP, and the real sandbox as WeChat. */
export interface RecordsWorld extends TestApp {
  readonly identity: Identity;
  readonly sandbox: OpenedSandbox;
  call(
    method: string,
    path: string,
    options?: { token?: string; body?: unknown; cookie?: string; key?: string },
  ): Promise<Reply>;
  /** What wx.login gives the phone of an account. */
  login(account: string): Promise<string>;
  signIn(account: string, grants?: readonly ConsentPurpose[]): Promise<MemberSession>;
  memberNoOf(memberId: string): Promise<number>;
  rows(sql: string, parameters?: readonly unknown[]): Promise<Body[]>;
}

export const CORE_TOKEN = TEST_CORE_TOKEN;

export interface RecordsOptions {
  /** Modules beside the records. */
  readonly also?: readonly Type[];
  /** A place to start again at. */
  readonly place?: TestPlace;
  /** Environment variables of the configuration. */
  readonly env?: Readonly<Record<string, string>>;
}

export async function openRecords(
  engine: Engine,
  { also = [], place, env = {} }: RecordsOptions = {},
): Promise<RecordsWorld> {
  const sandbox = await openSandbox();
  const test = await createTestApp({
    engine,
    ...(place === undefined ? {} : { place }),
    modules: [IdentityModule, EngagementModule, TransactionsModule, ...also],
    env: {
      SANDBOX_URL: sandbox.url,
      WECHAT_APP_ID: demoMiniProgram.appId,
      WECHAT_APP_SECRET: demoMiniProgram.appSecret,
      ...env,
    },
  });
  const identity = test.app.get(Identity, { strict: false });
  const call: RecordsWorld['call'] = async (method, path, { token, body, cookie, key } = {}) => {
    const response = await fetch(test.url + path, {
      method,
      headers: {
        origin: test.url,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(cookie === undefined ? {} : { cookie }),
        ...(key === undefined ? {} : { [IDEMPOTENCY_KEY]: key }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      body: text === '' ? null : JSON.parse(text),
      headers: response.headers,
    };
  };
  const signIn: RecordsWorld['signIn'] = async (account, grants = ['SERVICE']) => {
    const code = await sandbox.login(account);
    const session: MemberSession = (await call('POST', '/v1/sessions', { body: { code } })).body;
    if (grants.length === 0) return session;
    const { token } = session;
    const { consents }: ConsentList = (await call('GET', '/v1/consents', { token })).body;
    const decisions = consents
      .filter(({ purpose }) => grants.includes(purpose))
      .map(({ purpose, textVersion }) => ({ purpose, textVersion, isGranted: true }));
    await call('POST', '/v1/consents', {
      token,
      body: { decisions, adultStatement: ADULT_STATEMENT.version },
    });
    return session;
  };
  return {
    ...test,
    identity,
    sandbox,
    call,
    signIn,
    login: (account) => sandbox.login(account),
    memberNoOf: async (memberId) => (await identity.findByPublicId(memberId))!.memberNo,
    rows: (sql, parameters = []) => test.database.read.query(sql, [...parameters]),
    close: async () => {
      await test.close();
      await sandbox.close();
    },
  };
}
