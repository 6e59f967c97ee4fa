import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { describeOnEngines } from '../../testing/index.ts';
import { openRecords, type RecordsWorld } from '../testing/index.ts';

const HOUR = 3_600_000;
/** The core system of the sandbox knows one customer per demo investor. */
const accountOf = (n: number) => ({ accountNo: `620000000${n}`, phone: `1380000000${n}` });

describe('linking the own account', () => {
  describeOnEngines((engine) => {
    let world: RecordsWorld;
    const start = (token: string, body: object) =>
      world.call('POST', '/v1/members/me/account-link/codes', { token, body });
    const finish = (token: string, code: string) =>
      world.call('POST', '/v1/members/me/account-link', { token, body: { code } });
    const codeAt = async (n: number) => {
      const { text } = await world.sandbox.call('GET', `/__phone/messages?phone=${accountOf(n).phone}`);
      return [...text.matchAll(/验证码 (\d{6})/g)].at(-1)?.[1] ?? '';
    };
    const wrongFor = (code: string) => (code === '000000' ? '000001' : '000000');
    beforeAll(async () => {
      world = await openRecords(engine);
    }, 60_000);
    afterAll(() => world.close());

    it('C-03 links it after the separate consent and a code that reached the phone on record', async () => {
      const before = await world.signIn('linker-1');
      expect(before.member.isAccountLinked).toBe(false);
      expect(await start(before.token, accountOf(1))).toMatchObject({
        status: 409,
        body: { code: 'identity.separate_consent_missing' },
      });
      expect(await codeAt(1)).toBe('');
      const { token, member } = await world.signIn('linker-1', ['SENSITIVE']);
      const sent = await start(token, accountOf(1));
      expect(sent).toMatchObject({ status: 201, body: { phoneTail: '0001', codesLeft: 4 } });
      const code = await codeAt(1);
      expect(await finish(token, wrongFor(code))).toMatchObject({
        status: 422,
        body: { code: 'identity.link_code_wrong' },
      });
      expect((await finish(token, code)).body).toMatchObject({ isAccountLinked: true });
      expect((await start(token, accountOf(1))).body.code).toBe('identity.account_already_linked');
      const memberNo = await world.memberNoOf(member.memberId);
      expect(await world.identity.memberNoOfCoreCustomer('demo-demo-1')).toBe(memberNo);
      const audited = await world.rows(
        "SELECT actor_kind, reason_code FROM audit_rows WHERE action = 'identity.core_customer_linked' AND subject_no = ?",
        [memberNo],
      );
      expect(audited).toEqual([{ actor_kind: 'member', reason_code: 'verified_by_phone' }]);
    });

    it('C-03 keeps neither the account number nor the phone', async () => {
      const { token } = await world.signIn('linker-2', ['SERVICE', 'SENSITIVE']);
      await start(token, accountOf(2));
      await finish(token, await codeAt(2));
      for (const table of [
        'account_link_attempts',
        'member_identities',
        'audit_rows',
        'identity_conflicts',
      ]) {
        const kept = JSON.stringify(await world.rows(`SELECT * FROM ${table}`));
        for (const secret of Object.values(accountOf(2))) expect(kept).not.toContain(secret);
      }
    });

    it('C-03 gives five codes and ten tries within a day, whatever happens at once, then waits', async () => {
      const { token } = await world.signIn('linker-3', ['SERVICE', 'SENSITIVE']);
      const unknown = { accountNo: '9900000003', phone: accountOf(3).phone };
      const answers = await Promise.all(Array.from({ length: 9 }, () => start(token, unknown)));
      const codes = answers.map(({ body }) => body.code).sort();
      expect(codes).toEqual([
        ...Array.from({ length: 5 }, () => 'identity.account_not_matched'),
        ...Array.from({ length: 4 }, () => 'identity.link_locked'),
      ]);
      const tries = await Promise.all(Array.from({ length: 14 }, () => finish(token, '000000')));
      expect(tries.filter(({ body }) => body.code === 'identity.link_locked')).toHaveLength(4);
      expect(tries.filter(({ body }) => body.code === 'identity.link_code_expired')).toHaveLength(10);
      world.clock.advance(23 * HOUR);
      expect((await start(token, accountOf(3))).status).toBe(429);
      world.clock.advance(HOUR);
      const again = await world.signIn('linker-3', []);
      expect((await start(again.token, accountOf(3))).status).toBe(201);
    });

    it('C-03 an account somebody else holds stays theirs and is on record as a conflict for staff', async () => {
      const holder = await world.signIn('linker-4', ['SERVICE', 'SENSITIVE']);
      await start(holder.token, accountOf(4));
      await finish(holder.token, await codeAt(4));
      const claimant = await world.signIn('linker-4b', ['SERVICE', 'SENSITIVE']);
      await start(claimant.token, accountOf(4));
      const code = await codeAt(4);
      const refused = await Promise.all([finish(claimant.token, code), finish(claimant.token, code)]);
      for (const { status, body } of refused)
        expect([status, body.code]).toEqual([409, 'identity.account_claimed_elsewhere']);
      const holderNo = await world.memberNoOf(holder.member.memberId);
      const claimantNo = await world.memberNoOf(claimant.member.memberId);
      expect(await world.identity.memberNoOfCoreCustomer('demo-demo-4')).toBe(holderNo);
      const [row, ...others] = await world.rows(
        'SELECT holder_no, times, state FROM identity_conflicts WHERE claimant_no = ?',
        [claimantNo],
      );
      expect(others).toEqual([]);
      expect([Number(row.holder_no), Number(row.times), row.state]).toEqual([holderNo, 2, 'OPEN']);
      expect(
        (await world.call('GET', '/v1/members/me', { token: claimant.token })).body.isAccountLinked,
      ).toBe(false);
    });

    it('C-03 a core system that does not answer costs a try and nothing else', async () => {
      const { token } = await world.signIn('linker-5', ['SERVICE', 'SENSITIVE']);
      for (const kind of ['busy', 'not_json', 'hang_up']) {
        await world.sandbox.call('POST', '/__control/faults', { api: 'core', kind, times: 1 });
        expect(await start(token, accountOf(5))).toMatchObject({
          status: 503,
          body: { code: 'identity.core_unavailable' },
        });
      }
      expect((await start(token, accountOf(5))).body).toMatchObject({ codesLeft: 1 });
      const code = await codeAt(5);
      await world.sandbox.call('POST', '/__control/faults', { api: 'core', kind: 'hang_up', times: 1 });
      expect((await finish(token, code)).status).toBe(503);
      expect((await finish(token, code)).body.isAccountLinked).toBe(true);
    });
  });
});
