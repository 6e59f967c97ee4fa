import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Organisation, StaffChanges } from '../../foundation/organisation/index.ts';
import { describeOnEngines } from '../../testing/index.ts';
import { openRecords, type RecordsWorld } from '../testing/index.ts';

const PASSWORD = 'correct horse battery';

describe('staff sessions', () => {
  describeOnEngines((engine) => {
    let world: RecordsWorld;
    let staffId = '';
    const signIn = (loginName: string, password: string) =>
      world.call('POST', '/v1/console/sessions', { body: { loginName, password } });
    const cookieOf = (headers: Headers) => headers.getSetCookie()[0]?.split(';')[0] ?? '';
    beforeAll(async () => {
      world = await openRecords(engine);
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

    it('A-06 loses its door at the next request when the person leaves', async () => {
      const opened = await signIn('locked', PASSWORD);
      const cookie = cookieOf(opened.headers);
      const changes = world.app.get(StaffChanges, { strict: false });
      await world.database.runInTransaction((tx) => changes.setActive(tx, staffId, false, 'system'));
      expect((await world.call('GET', '/v1/console/sessions/current', { cookie })).status).toBe(401);
    });
  });
});
