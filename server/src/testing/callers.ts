import { MemberSession } from '@siyu/shared/contracts/identity';
import { ROLES, type Role } from '@siyu/shared/contracts/identity.limits';
import { identityRoutes } from '@siyu/shared/contracts/identity.routes';
import type { Audience } from '@siyu/shared/contracts/route';
import { AdviserSession, DeskCode } from '@siyu/shared/contracts/staff-phone';
import { staffPhoneRoutes } from '@siyu/shared/contracts/staff-phone.routes';
import { Organisation } from '../foundation/organisation/index.ts';
import { type TestApp, TEST_CORE_TOKEN } from './test-app.ts';

/** Somebody who calls, with what they send along and who they truly are; null: nobody. */
export interface TestCaller {
  readonly name: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly audience: Exclude<Audience, 'public'> | null;
  readonly role: Role | null;
}

const DAY = 86_400_000;
export const PASSWORD = 'a-long-password-of-the-specs-1';

export async function openMember(server: TestApp, code: string): Promise<MemberSession> {
  const answer = await fetch(server.url + identityRoutes.openSession.path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code }),
  });
  return MemberSession.parse(await answer.json());
}

/** Signs somebody with one role in at the console; answers the cookie. */
export async function openStaff(server: TestApp, role: Role): Promise<string> {
  const loginName = `${role.toLowerCase()}-${server.clock.now()}`;
  await server.database.runInTransaction((tx) =>
    server.app.get(Organisation, { strict: false }).createStaff(tx, {
      loginName,
      name: '测试',
      password: PASSWORD,
      roles: [role],
      scopeKind: role === 'adviser' ? 'book' : 'firm',
      branchId: null,
      registrationNo: 'S0000000000001',
    }),
  );
  return signInStaff(server, loginName);
}

/** Signs in somebody whose password is that of the specs; answers the cookie. */
export async function signInStaff(server: TestApp, loginName: string): Promise<string> {
  const answer = await fetch(server.url + identityRoutes.openStaffSession.path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: server.url },
    body: JSON.stringify({ loginName, password: PASSWORD }),
  });
  const cookie = answer.headers.get('set-cookie')?.split(';')[0];
  if (cookie === undefined) throw new Error(`${loginName} could not sign in: ${await answer.text()}`);
  return cookie;
}

/** Ties a phone to an adviser who is signed in at the desk; answers the phone's token. */
async function openPhone(server: TestApp, cookie: string): Promise<string> {
  const issued = await fetch(server.url + staffPhoneRoutes.issueCode.path, {
    method: 'POST',
    headers: { cookie, origin: server.url },
  });
  const { code: deskCode } = DeskCode.parse(await issued.json());
  const answer = await fetch(server.url + staffPhoneRoutes.tiePhone.path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code: 'phone of an adviser', deskCode }),
  });
  return AdviserSession.parse(await answer.json()).token;
}

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
const tampered = (token: string) => token.slice(0, -1) + (token.endsWith('A') ? 'B' : 'A');

/** Every kind of caller: those without standing, one of each audience, one of each role. */
export async function everyCaller(server: TestApp): Promise<readonly TestCaller[]> {
  const nobody = { audience: null, role: null } as const;
  const old = await openMember(server, 'expired');
  const oldStaff = await openStaff(server, 'operator');
  server.clock.advance(8 * DAY);
  const member = await openMember(server, 'member');
  const left = await openMember(server, 'left');
  await fetch(server.url + identityRoutes.closeSession.path, {
    method: 'DELETE',
    headers: bearer(left.token),
  });
  const origin = { origin: server.url };
  const operator = await openStaff(server, 'operator');
  const staff: TestCaller[] = [
    { name: 'operator', headers: { cookie: operator, ...origin }, audience: 'staff', role: 'operator' },
  ];
  for (const role of ROLES.filter((each) => each !== 'operator')) {
    const cookie = await openStaff(server, role);
    staff.push({ name: role, headers: { cookie, ...origin }, audience: 'staff', role });
  }
  const phone = await openPhone(
    server,
    staff.find(({ role }) => role === 'adviser')?.headers['cookie'] ?? '',
  );
  const [cookieName = '', cookieValue = ''] = operator.split('=');
  return [
    { name: 'no token', headers: origin, ...nobody },
    { name: 'expired member token', headers: { ...bearer(old.token), ...origin }, ...nobody },
    { name: 'tampered member token', headers: { ...bearer(tampered(member.token)), ...origin }, ...nobody },
    { name: 'token of a member who signed out', headers: { ...bearer(left.token), ...origin }, ...nobody },
    { name: 'empty bearer', headers: { authorization: 'Bearer ', ...origin }, ...nobody },
    { name: 'another scheme', headers: { authorization: `Basic ${member.token}`, ...origin }, ...nobody },
    {
      name: 'tampered machine token',
      headers: { ...bearer(tampered(TEST_CORE_TOKEN)), ...origin },
      ...nobody,
    },
    { name: 'expired staff cookie', headers: { cookie: oldStaff, ...origin }, ...nobody },
    { name: 'tampered staff cookie', headers: { cookie: tampered(operator), ...origin }, ...nobody },
    { name: 'staff token as bearer', headers: { ...bearer(cookieValue), ...origin }, ...nobody },
    {
      name: 'member token as cookie',
      headers: { cookie: `${cookieName}=${member.token}`, ...origin },
      ...nobody,
    },
    { name: 'member', headers: { ...bearer(member.token), ...origin }, audience: 'member', role: null },
    {
      name: 'adviser on the phone',
      headers: { ...bearer(phone), ...origin },
      audience: 'adviser',
      role: null,
    },
    { name: 'tampered adviser token', headers: { ...bearer(tampered(phone)), ...origin }, ...nobody },
    {
      name: 'adviser token as cookie',
      headers: { cookie: `${cookieName}=${phone}`, ...origin },
      ...nobody,
    },
    { name: 'machine', headers: { ...bearer(TEST_CORE_TOKEN), ...origin }, audience: 'machine', role: null },
    ...staff,
  ];
}
