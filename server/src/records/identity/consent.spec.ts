import { ADULT_STATEMENT } from '@siyu/shared/contracts/identity.limits';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { describeOnEngines } from '../../testing/index.ts';
import { CORE_TOKEN, openRecords, type RecordsWorld } from '../testing/index.ts';

describe('consents', () => {
  describeOnEngines((engine) => {
    let world: RecordsWorld;
    const decide = async (token: string, decisions: readonly [string, boolean][]) => {
      const { body } = await world.call('GET', '/v1/consents', { token });
      const versionOf = (purpose: string) =>
        body.consents.find((consent: { purpose: string }) => consent.purpose === purpose).textVersion;
      return world.call('POST', '/v1/consents', {
        token,
        body: {
          adultStatement: ADULT_STATEMENT.version,
          decisions: decisions.map(([purpose, isGranted]) => {
            return { purpose, isGranted, textVersion: versionOf(purpose) };
          }),
        },
      });
    };
    const logOf = async (memberNo: number) =>
      (
        await world.rows(
          'SELECT type FROM engagement_events WHERE member_no = ? ORDER BY recorded_at, seq, type',
          [memberNo],
        )
      ).map((row) => row.type);
    beforeAll(async () => {
      world = await openRecords(engine);
    }, 60_000);
    afterAll(() => world.close());

    it('A-11 opens the log with the registration once SERVICE is granted, and closes it when it is withdrawn', async () => {
      const { token, member } = await world.signIn('one', []);
      const memberNo = await world.memberNoOf(member.memberId);
      await decide(token, [['SERVICE', true]]);
      expect(await logOf(memberNo)).toEqual(['consent_granted', 'member_registered']);
      world.clock.advance(1000);
      await decide(token, [['SERVICE', false]]);
      expect(await logOf(memberNo)).toEqual(['consent_granted', 'member_registered', 'consent_withdrawn']);
      const event = {
        eventId: '019ab000-0000-7000-8000-00000000000a',
        type: 'content_viewed',
        occurredAt: new Date(world.clock.now()).toISOString(),
      };
      expect((await world.call('POST', '/v1/events', { token, body: { events: [event] } })).status).toBe(403);
      world.clock.advance(1000);
      await decide(token, [['SERVICE', true]]);
      expect((await logOf(memberNo)).filter((type) => type === 'member_registered')).toHaveLength(1);
      expect(
        await world.rows('SELECT is_granted FROM consents WHERE member_no = ? ORDER BY decided_at', [
          memberNo,
        ]),
      ).toEqual([{ is_granted: 1 }, { is_granted: 0 }, { is_granted: 1 }]);
    });

    it('A-06 keeps each decision with the hash of its text, and repeats nothing', async () => {
      const { token, member } = await world.signIn('two');
      const memberNo = await world.memberNoOf(member.memberId);
      await decide(token, [['SERVICE', true]]);
      const listed = (await decide(token, [['SERVICE', true]])).body.consents;
      const rows = await world.rows(
        'SELECT text_sha256, text_version, channel FROM consents WHERE member_no = ?',
        [memberNo],
      );
      const shown = listed.find((consent: { purpose: string }) => consent.purpose === 'SERVICE');
      expect(rows).toEqual([
        { text_sha256: shown.textSha256, text_version: shown.textVersion, channel: 'miniprogram' },
      ]);
    });

    it('F-08 REQ-PI-2 who refused is not to be asked again for thirty days, held by the server, and may say yes all the time', async () => {
      const { token } = await world.signIn('seven', []);
      const askable = async (): Promise<string[]> => {
        const { body } = await world.call('GET', '/v1/consents', { token });
        const consents: { purpose: string; mayAsk: boolean }[] = body.consents;
        return consents.filter(({ mayAsk }) => mayAsk).map(({ purpose }) => purpose);
      };
      expect(await askable()).toEqual(['SERVICE', 'PROFILING', 'MARKETING', 'SENSITIVE']);
      await decide(token, [
        ['SERVICE', true],
        ['MARKETING', false],
        ['PROFILING', true],
      ]);
      expect(await askable()).toEqual(['SERVICE', 'PROFILING', 'SENSITIVE']);
      world.clock.advance(1000);
      await decide(token, [['PROFILING', false]]);
      // A withdrawal is a refusal too. The service is not refused to who refuses the rest, nor ever unasked for.
      expect(await askable()).toEqual(['SERVICE', 'SENSITIVE']);
      expect((await decide(token, [['PROFILING', true]])).status).toBe(200);
      await decide(token, [['PROFILING', false]]);
      await decide(token, [['SERVICE', false]]);
      expect(await askable()).toEqual(['SERVICE', 'SENSITIVE']);
      world.clock.advance(30 * 86_400_000);
      const { token: later } = await world.signIn('seven', []);
      const { body } = await world.call('GET', '/v1/consents', { token: later });
      expect(body.consents.every(({ mayAsk }: { mayAsk: boolean }) => mayAsk)).toBe(true);
    });

    it('gives nothing away without SERVICE, and tailors only with PROFILING', async () => {
      const { token, member } = await world.signIn('three', []);
      const memberNo = await world.memberNoOf(member.memberId);
      const refused = await decide(token, [['PROFILING', true]]);
      expect(refused).toMatchObject({ status: 409, body: { code: 'identity.service_consent_missing' } });
      await decide(token, [
        ['PROFILING', true],
        ['SERVICE', true],
      ]);
      expect(await world.identity.mayProcess(memberNo, 'PROFILING')).toBe(true);
      expect(await world.identity.mayProcess(memberNo, 'MARKETING')).toBe(false);
      await decide(token, [['SERVICE', false]]);
      expect(await world.identity.mayProcess(memberNo, 'PROFILING')).toBe(false);
      expect(await world.identity.mayProcess(memberNo, 'RECORD')).toBe(true);
    });

    it('refuses agreement to a text that is no longer in force', async () => {
      const { token } = await world.signIn('four', []);
      const decisions = [{ purpose: 'SERVICE', textVersion: 'service-2020-01', isGranted: true }];
      expect(await world.call('POST', '/v1/consents', { token, body: { decisions } })).toMatchObject({
        status: 409,
        body: { code: 'identity.consent_text_outdated' },
      });
    });

    it('A-06 links an account only with the separate consent, once, and says so in the audit', async () => {
      const { token, member } = await world.signIn('five');
      const other = await world.signIn('six', ['SERVICE', 'SENSITIVE']);
      const link = (memberId: string, coreCustomerId: string) =>
        world.call('POST', '/v1/core/customer-links', {
          token: CORE_TOKEN,
          body: { memberId, coreCustomerId, verifiedBy: 'phone' },
        });
      expect(await link(member.memberId, 'C-1')).toMatchObject({
        status: 409,
        body: { code: 'identity.separate_consent_missing' },
      });
      await decide(token, [['SENSITIVE', true]]);
      expect((await link(member.memberId, 'C-1')).body).toEqual({ memberId: member.memberId, isNew: true });
      expect((await link(member.memberId, 'C-1')).body).toEqual({ memberId: member.memberId, isNew: false });
      expect((await link(member.memberId, 'C-2')).body.code).toBe('identity.member_linked_elsewhere');
      expect((await link(other.member.memberId, 'C-1')).body.code).toBe('identity.core_customer_taken');
      expect((await world.call('GET', '/v1/members/me', { token })).body.isAccountLinked).toBe(true);
      const audited = await world.rows(
        "SELECT subject_id FROM audit_rows WHERE action = 'identity.core_customer_linked'",
      );
      expect(audited).toEqual([{ subject_id: member.memberId }]);
    });
  });
});
