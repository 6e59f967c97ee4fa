import { identityRoutes } from '@siyu/shared/contracts/identity.routes';
import type { ConsentList, MemberSession } from '@siyu/shared/contracts/identity';
import { ADULT_STATEMENT } from '@siyu/shared/contracts/identity.limits';
import type { ConsentPurpose } from '@siyu/shared/contracts/identity.limits';
import { routeUrl, type Route, type RouteInput } from '@siyu/shared/contracts/route';
import { noteRequest } from '../../tools/recorded-requests.ts';
import { CORE_TOKEN, DEMO_PASSWORD, type Whole } from './whole.ts';

/** Calls a route of the contract and wants a 2xx. */
async function send<Output>(
  whole: Whole,
  route: Route<RouteInput, Output>,
  input: RouteInput,
  headers: Readonly<Record<string, string>>,
): Promise<{ readonly output: Output; readonly response: Response }> {
  const response = await fetch(whole.url + routeUrl(route, input), {
    method: route.method,
    headers: {
      origin: whole.url,
      ...(input.body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(input.body === undefined ? {} : { body: JSON.stringify(input.body) }),
  });
  const text = await response.text();
  if (!response.ok)
    throw new Error(`${route.id} answers ${response.status}: ${text}\n${whole.log().slice(-2_000)}`);
  noteRequest('http', route.method, route.path, response.status);
  return { output: (text === '' ? undefined : JSON.parse(text)) as Output, response };
}

export interface Client {
  call<Input extends RouteInput, Output>(route: Route<Input, Output>, input: Input): Promise<Output>;
}
export interface MemberClient extends Client {
  readonly account: string;
  readonly session: MemberSession;
}

/** What wx.login gives a phone of this account. */
export async function loginCode(whole: Whole, account: string): Promise<string> {
  const response = await fetch(`${whole.sandboxUrl}/__phone/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ account }),
  });
  return ((await response.json()) as { code: string }).code;
}

/** Signs a phone account in and grants what is named, as its app would. */
export async function signInMember(
  whole: Whole,
  account: string,
  grants: readonly ConsentPurpose[] = ['SERVICE', 'PROFILING'],
): Promise<MemberClient> {
  const code = await loginCode(whole, account);
  const { output: session } = await send(whole, identityRoutes.openSession, { body: { code } }, {});
  const headers = { authorization: `Bearer ${session.token}` };
  const call: Client['call'] = async (route, input) => (await send(whole, route, input, headers)).output;
  if (grants.length > 0) {
    const { consents }: ConsentList = await call(identityRoutes.listConsents, {});
    const decisions = consents
      .filter(({ purpose, isGranted }) => grants.includes(purpose) && !isGranted)
      .map(({ purpose, textVersion }) => ({ purpose, textVersion, isGranted: true }));
    if (decisions.length > 0)
      await call(identityRoutes.decideConsents, {
        body: { decisions, adultStatement: ADULT_STATEMENT.version },
      });
  }
  const member = await call(identityRoutes.getMe, {});
  return { account, session: { ...session, member }, call };
}

export interface StaffClient extends Client {
  readonly cookie: { readonly name: string; readonly value: string };
}

export async function signInStaff(whole: Whole, loginName: string): Promise<StaffClient> {
  const body = { loginName, password: DEMO_PASSWORD };
  const { response } = await send(whole, identityRoutes.openStaffSession, { body }, {});
  const [name = '', value = ''] = (response.headers.getSetCookie()[0] ?? '').split(';')[0]?.split('=') ?? [];
  const headers = { cookie: `${name}=${value}` };
  return {
    cookie: { name, value },
    call: async (route, input) => (await send(whole, route, input, headers)).output,
  };
}

/** The firm's core system, which reports links and purchases. */
export function coreSystem(whole: Whole): Client {
  const headers = { authorization: `Bearer ${CORE_TOKEN}` };
  return { call: async (route, input) => (await send(whole, route, input, headers)).output };
}
