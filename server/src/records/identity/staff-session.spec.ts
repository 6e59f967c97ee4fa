import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { UNATTENDED } from '@siyu/shared/contracts/route';
import { Organisation, StaffChanges } from '../../foundation/organisation/index.ts';
import { describeOnEngines } from '../../testing/index.ts';
import { openRecords, type RecordsWorld } from '../testing/index.ts';

const MINUTE = 60_000;
const PASSWORD = 'correct horse battery';

describe('staff sessions', () => {
  describeOnEngines((engine) => {
    let world: RecordsWorld;
    let staffId = '';
    const signIn = (loginName: string, password: string) =>
      world.call('POST', '/v1/console/sessions', { body: { loginName, password } });
    const cookieOf = (headers: Headers) => headers.getSetCookie()[0]?.split(';')[0] ?? '';
    beforeAll(async () => {
      world = await openRecords(engine, { env: { STAFF_IDLE_MINUTES: '30' } });
      const organisation = world.app.get(Organisation, { strict: false });
      await world.database.runInTransaction(async (tx) => {
        for (const loginName of ['operator', 'locked'])
          staffId = await organisation.createStaff(tx, {
            loginName,
            name: '李岚',
            password: PASSWORD,
            roles: ['operator'],
            scopeKind: 'firm',
            branchId: null,
          });
      });
    }, 60_000);
    afterAll(() => world.close());

    it('A-06 opens with the right password, by a cookie that scripts cannot read, and ends at once', async () => {
      const opened = await signIn('operator', PASSWORD);
      expect(opened).toMatchObject({ status: 201, body: { loginName: 'operator', scope: { kind: 'firm' } } });
      expect(opened.headers.getSetCookie()[0]).toMatch(/HttpOnly; SameSite=Strict/);
      const cookie = cookieOf(opened.headers);
      expect((await world.call('GET', '/v1/console/sessions/current', { cookie })).status).toBe(200);
      expect((await world.call('DELETE', '/v1/console/sessions/current', { cookie })).status).toBe(204);
      expect((await world.call('GET', '/v1/console/sessions/current', { cookie })).status).toBe(401);
    });

    it('REQ-SEC-2 A-06 locks a login name after five wrong passwords, for a while, whether it exists or not', async () => {
      for (const loginName of ['locked', 'nobody']) {
        const answers = await Promise.all(
          Array.from({ length: 8 }, () => signIn(loginName, 'wrong password')),
        );
        const codes = answers.map(({ body }) => body.code).sort();
        expect(codes.filter((code) => code === 'identity.wrong_login')).toHaveLength(5);
        expect(codes.filter((code) => code === 'identity.login_locked')).toHaveLength(3);
      }
      expect((await signIn('locked', PASSWORD)).body.code).toBe('identity.login_locked');
      world.clock.advance(15 * 60_000);
      expect((await signIn('locked', PASSWORD)).status).toBe(201);
    });

    it('REQ-SEC-2 F-09 ends after thirty minutes without anybody there, and is written down once a minute at most', async () => {
      const cookie = cookieOf((await signIn('operator', PASSWORD)).headers);
      const see = (headers: Record<string, string> = {}) =>
        fetch(`${world.url}/v1/console/sessions/current`, { headers: { cookie, ...headers } });
      const usedAt = async (): Promise<number | null> =>
        (await world.rows('SELECT MAX(used_at) AS usedAt FROM sessions'))[0].usedAt;
      const openedAt = world.clock.now();
      expect((await see()).status).toBe(200);
      expect(await usedAt()).toBeNull();
      world.clock.advance(MINUTE);
      const statuses = await Promise.all(Array.from({ length: 20 }, async () => (await see()).status));
      expect(new Set(statuses)).toEqual(new Set([200]));
      world.clock.advance(MINUTE - 1);
      await see();
      expect(await usedAt()).toBe(openedAt + MINUTE);
      // Whoever works stays signed in, half an hour after half an hour.
      for (const minutes of [29, 29, 29]) {
        world.clock.advance(minutes * MINUTE);
        expect((await see()).status).toBe(200);
      }
      // What an open page asks by itself keeps nobody signed in.
      world.clock.advance(20 * MINUTE);
      expect((await see({ [UNATTENDED]: '1' })).status).toBe(200);
      world.clock.advance(10 * MINUTE);
      const ended = await see();
      expect([ended.status, await ended.json()]).toMatchObject([401, { code: 'identity.session_idle' }]);
      // Once idle, nothing but a new sign-in helps.
      expect((await see()).status).toBe(401);
      expect((await signIn('operator', PASSWORD)).status).toBe(201);
    });

    it('A-06 loses its door at the next request when the person leaves', async () => {
      const opened = await signIn('locked', PASSWORD);
      const cookie = cookieOf(opened.headers);
      const changes = world.app.get(StaffChanges, { strict: false });
      await world.database.runInTransaction((tx) => changes.setActive(tx, staffId, false, 'system'));
      expect((await world.call('GET', '/v1/console/sessions/current', { cookie })).status).toBe(401);
    });
  });
});
