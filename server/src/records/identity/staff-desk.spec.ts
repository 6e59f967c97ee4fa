import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { StaffDirectory } from '../../foundation/organisation/index.ts';
import { describeOnEngines } from '../../testing/index.ts';
import { openRecords, type RecordsWorld } from '../testing/index.ts';
import {
  asCookie,
  cookieOf,
  hirePerson,
  type Person,
  signInStaff,
  STAFF_PASSWORD,
} from '../testing/staff-people.ts';

const CURRENT = '/v1/console/sessions/current';
const Made = z.object({ staff: z.object({ staffId: z.string() }), oneTimePassword: z.string() });
const Sessions = z.object({
  sessions: z.array(z.object({ sessionId: z.string(), device: z.string(), isCurrent: z.boolean() })),
});
const OpenReview = z.object({
  rows: z.array(z.object({ reviewId: z.string(), subjectId: z.string(), subjectSha256: z.string() })),
});

describe('the people of the firm', () => {
  describeOnEngines((engine) => {
    let world: RecordsWorld;
    let system: Person;
    let security: Person;
    let compliance: Person;
    beforeAll(async () => {
      world = await openRecords(engine);
      system = await hirePerson(world, 'system', ['systemAdmin']);
      security = await hirePerson(world, 'security', ['securityAdmin']);
      compliance = await hirePerson(world, 'compliance', ['compliance']);
    }, 60_000);
    afterAll(() => world.close());

    const trail = (staffId: string) =>
      world.rows('SELECT action, actor_id AS actorId FROM audit_rows WHERE subject_id = ? ORDER BY row_id', [
        staffId,
      ]);
    const decide = async (by: Person, staffId: string, isApproved: boolean) => {
      const { rows } = OpenReview.parse((await by.call('GET', '/v1/console/reviews?state=OPEN')).body);
      const review = rows.find(({ subjectId }) => subjectId === staffId);
      const { reviewId = '', subjectSha256 = '' } = review ?? {};
      const body = { isApproved, comment: '已核对', subjectSha256 };
      return by.call('POST', `/v1/console/reviews/${reviewId}/decision`, body);
    };
    const ask = (by: Person, staffId: string, roles: readonly string[], scopeKind = 'firm') =>
      by.call('POST', `/v1/console/staff/${staffId}/role-changes`, {
        roles,
        scopeKind,
        branchId: null,
        reason: '转岗',
      });

    it('D-04 an account begins with a one-time password, no roles, and works after both are settled', async () => {
      const body = { loginName: 'new.person', name: '陈默', branchId: null };
      const { staff, oneTimePassword } = Made.parse(
        (await system.call('POST', '/v1/console/staff', body)).body,
      );
      const opened = await signInStaff(world, 'new.person', { password: oneTimePassword });
      expect(opened.body).toMatchObject({ roles: [], stepsToDo: ['PASSWORD'] });
      const desk = asCookie(world, cookieOf(opened));
      expect((await desk.call('GET', '/v1/console/members')).status).toBeGreaterThanOrEqual(403);
      const change = (password: string, newPassword: string) =>
        desk.call('PUT', '/v1/console/password', { password, newPassword });
      expect((await change('not the one', STAFF_PASSWORD)).body.code).toBe('identity.wrong_password');
      expect((await change(oneTimePassword, oneTimePassword)).body.code).toBe('organisation.same_password');
      expect((await change(oneTimePassword, STAFF_PASSWORD)).status).toBe(204);
      expect((await signInStaff(world, 'new.person', { password: oneTimePassword })).status).toBe(401);
      expect((await desk.call('GET', CURRENT)).body.stepsToDo).toEqual([]);

      expect((await ask(security, staff.staffId, ['analyst'])).status).toBe(201);
      expect((await desk.call('GET', CURRENT)).body.roles).toEqual([]);
      expect((await decide(compliance, staff.staffId, true)).status).toBe(200);
      expect((await desk.call('GET', CURRENT)).body).toMatchObject({
        roles: ['analyst'],
        scope: { kind: 'firm' },
      });
      expect(await trail(staff.staffId)).toEqual(
        expect.arrayContaining([
          { action: 'organisation.create_staff', actorId: system.staffId },
          { action: 'organisation.change_password', actorId: staff.staffId },
          { action: 'organisation.set_roles', actorId: compliance.staffId },
        ]),
      );
    });

    it('REQ-SEC-2 D-04 nobody grants to themselves, decides alone or about themselves, or is two administrators', async () => {
      const both = await hirePerson(world, 'both', ['securityAdmin', 'compliance']);
      const other = await hirePerson(world, 'other', ['service']);
      expect((await ask(both, both.staffId, ['operator'])).body.code).toBe('identity.own_account');
      expect((await ask(security, other.staffId, ['systemAdmin', 'auditAdmin'])).body.code).toBe(
        'identity.administrators_separate',
      );
      expect((await ask(security, other.staffId, ['service'])).body.code).toBe('identity.roles_unchanged');
      expect((await ask(both, other.staffId, ['analyst'])).status).toBe(201);
      expect((await ask(security, other.staffId, ['finance'])).body.code).toBe('reviews.already_open');
      expect((await decide(both, other.staffId, true)).body.code).toBe('reviews.own_request');
      expect((await decide(compliance, other.staffId, false)).status).toBe(200);
      expect((await other.call('GET', CURRENT)).body.roles).toEqual(['service']);
      expect((await ask(security, both.staffId, ['operator'])).status).toBe(201);
      expect((await decide(both, both.staffId, true)).body.code).toBe('identity.own_account');
    });

    it('E-08 what WeCom calls somebody is noted by an administrator, is one person’s only, and can be taken back', async () => {
      const [one, other] = [await hirePerson(world, 'wecom.a', []), await hirePerson(world, 'wecom.b', [])];
      const note = ({ staffId }: Person, wecomUserId: string | null, by = system) =>
        by.call('PUT', `/v1/console/staff/${staffId}/wecom-user`, { wecomUserId });
      expect((await note(one, 'ZhangSan')).body).toMatchObject({ wecomUserId: 'ZhangSan' });
      expect((await note(one, 'ZhangSan')).status).toBe(200);
      expect((await note(other, 'ZhangSan')).body.code).toBe('organisation.wecom_user_taken');
      expect((await note(other, '张三')).status).toBe(400);
      expect((await note(system, 'ZhangWu')).body.code).toBe('identity.own_account');
      const directory = world.app.get(StaffDirectory, { strict: false });
      const named = await directory.listByWecomUserIds(['ZhangSan', 'LiSi']);
      expect([...named].map(([id, { staffId }]) => [id, staffId])).toEqual([['ZhangSan', one.staffId]]);
      expect((await note(one, null)).body).toMatchObject({ wecomUserId: null });
      expect(await directory.findServingByWecomUserId('ZhangSan')).toBeNull();
      expect((await note(other, 'ZhangSan')).body).toMatchObject({ wecomUserId: 'ZhangSan' });
      expect(await directory.findServingByWecomUserId('ZhangSan')).toMatchObject({ staffId: other.staffId });
      expect(await trail(other.staffId)).toContainEqual({
        action: 'organisation.set_wecom_user',
        actorId: system.staffId,
      });
    });

    it('D-04 lists people by name, role and state, page by page', async () => {
      const list = async (query: string) => (await system.call('GET', `/v1/console/staff?${query}`)).body;
      expect((await list('role=securityAdmin&search=secur')).rows).toMatchObject([
        { loginName: 'security', state: 'ACTIVE', hasSecondFactor: false },
      ]);
      expect((await list('search=nobody.at.all')).total).toBe(0);
      const first = await list('limit=1');
      const second = await list(`limit=1&cursor=${first.nextCursor}`);
      expect(first.rows[0].loginName < second.rows[0].loginName).toBe(true);
    });

    it('D-04 shows where somebody is signed in, and ends one session or all others at the next request', async () => {
      const first = await hirePerson(world, 'sessions', ['operator']);
      const [second, third] = [
        asCookie(world, cookieOf(await signInStaff(world, 'sessions'))),
        asCookie(world, cookieOf(await signInStaff(world, 'sessions'))),
      ];
      const listed = Sessions.parse((await first.call('GET', '/v1/console/sessions')).body).sessions;
      expect(listed).toHaveLength(3);
      expect(listed.filter(({ isCurrent }) => isCurrent)).toHaveLength(1);
      const own = Sessions.parse((await second.call('GET', '/v1/console/sessions')).body).sessions.find(
        ({ isCurrent }) => isCurrent,
      );
      const path = `/v1/console/sessions/${own?.sessionId}`;
      expect((await compliance.call('DELETE', path)).body.code).toBe('identity.session_not_found');
      expect((await first.call('DELETE', path)).status).toBe(200);
      expect((await second.call('GET', CURRENT)).status).toBe(401);
      expect((await third.call('GET', CURRENT)).status).toBe(200);
      expect((await first.call('DELETE', '/v1/console/sessions/others')).body.sessions).toHaveLength(1);
      expect((await third.call('GET', CURRENT)).status).toBe(401);
      expect((await first.call('GET', CURRENT)).status).toBe(200);
    });

    it('D-04 an administrator signs somebody out everywhere, with a row in the trail, at the next request', async () => {
      for (const administrator of [system, security]) {
        const person = await hirePerson(world, `out-${administrator.staffId.slice(-6)}`, ['operator']);
        expect((await person.call('GET', CURRENT)).status).toBe(200);
        const path = `/v1/console/staff/${person.staffId}/sessions`;
        expect((await administrator.call('GET', path)).body.sessions).toHaveLength(1);
        expect((await administrator.call('DELETE', path)).body.sessions).toHaveLength(0);
        expect((await person.call('GET', CURRENT)).status).toBe(401);
        expect(await trail(person.staffId)).toContainEqual({
          action: 'identity.end_sessions',
          actorId: administrator.staffId,
        });
      }
    });

    it('D-04 a closed account is out at once and back only by signing in; nobody closes the own one', async () => {
      const person = await hirePerson(world, 'closing', ['operator']);
      const set = (staffId: string, state: string) =>
        system.call('PUT', `/v1/console/staff/${staffId}/state`, { state });
      expect((await set(system.staffId, 'DISABLED')).body.code).toBe('identity.own_account');
      expect((await set(person.staffId, 'DISABLED')).body.state).toBe('DISABLED');
      expect((await person.call('GET', CURRENT)).status).toBe(401);
      expect((await signInStaff(world, 'closing')).body.code).toBe('identity.wrong_login');
      expect((await set(person.staffId, 'ACTIVE')).body.state).toBe('ACTIVE');
      expect((await person.call('GET', CURRENT)).status).toBe(401);
      expect((await signInStaff(world, 'closing')).status).toBe(201);
    });

    it('D-04 a forgotten password is replaced by one administrator, a lost phone by the other', async () => {
      const person = await hirePerson(world, 'forgetful', ['operator']);
      const at = `/v1/console/staff/${person.staffId}`;
      expect((await security.call('POST', `${at}/password-resets`)).status).toBe(403);
      expect((await system.call('DELETE', `${at}/second-factor`)).status).toBe(403);
      const { oneTimePassword } = Made.parse((await system.call('POST', `${at}/password-resets`)).body);
      expect((await signInStaff(world, 'forgetful')).status).toBe(401);
      const again = await signInStaff(world, 'forgetful', { password: oneTimePassword });
      expect(again.body.stepsToDo).toEqual(['PASSWORD']);
      expect((await security.call('DELETE', `${at}/second-factor`)).body.hasSecondFactor).toBe(false);
      expect((await asCookie(world, cookieOf(again)).call('GET', CURRENT)).status).toBe(401);
    });
  });
});
