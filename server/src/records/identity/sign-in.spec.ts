import { createHash } from 'node:crypto';
import { ADULT_STATEMENT } from '@siyu/shared/contracts/identity.limits';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { describeOnEngines } from '../../testing/index.ts';
import { openRecords, type RecordsWorld } from '../testing/index.ts';

describe('signing in', () => {
  describeOnEngines((engine) => {
    let world: RecordsWorld;
    beforeAll(async () => {
      world = await openRecords(engine);
    }, 60_000);
    afterAll(() => world.close());

    it('A-10 exchanges the code of the phone for a session and finds the same member again', async () => {
      const first = await world.signIn('demo-1', []);
      const second = await world.signIn('demo-1', []);
      expect(second.member.memberId).toBe(first.member.memberId);
      expect(second.token).not.toBe(first.token);
      expect(first.member).toMatchObject({
        hasConsented: false,
        isPersonalised: false,
        isAccountLinked: false,
      });
      expect((await world.call('GET', '/v1/members/me', { token: second.token })).status).toBe(200);
    });

    it('A-10 refuses a code that was used before', async () => {
      const code = await world.login('demo-2');
      expect((await world.call('POST', '/v1/sessions', { body: { code } })).status).toBe(201);
      const again = await world.call('POST', '/v1/sessions', { body: { code } });
      expect(again).toMatchObject({ status: 401, body: { code: 'wechat.code_invalid' } });
    });

    it('A-06 registers one member for one openid though twenty phones sign in at once, with dense numbers', async () => {
      const sessions = await Promise.all(Array.from({ length: 20 }, () => world.signIn('crowd', [])));
      expect(new Set(sessions.map(({ member }) => member.memberId)).size).toBe(1);
      await Promise.all(Array.from({ length: 10 }, (_, index) => world.signIn(`new-${index}`, [])));
      const numbers = (await world.rows('SELECT member_no FROM members ORDER BY member_no')).map((row) =>
        Number(row.member_no),
      );
      expect(numbers).toEqual(numbers.map((_, index) => index + 1));
    });

    it('A-11 records nothing but who somebody is before the consent', async () => {
      const { token, member } = await world.signIn('silent', []);
      const memberNo = await world.memberNoOf(member.memberId);
      const event = {
        eventId: '019ab000-0000-7000-8000-000000000001',
        type: 'content_viewed',
        occurredAt: new Date(world.clock.now()).toISOString(),
      };
      const refused = await world.call('POST', '/v1/events', { token, body: { events: [event] } });
      expect(refused).toMatchObject({ status: 403, body: { code: 'identity.consent_required' } });
      const declined = await world.call('POST', '/v1/consents', {
        token,
        body: { decisions: [{ purpose: 'SERVICE', textVersion: 'any', isGranted: false }] },
      });
      expect(declined.status).toBe(200);
      for (const table of ['engagement_events', 'engagement_days', 'consents', 'current_consents'])
        expect(await world.rows(`SELECT * FROM ${table} WHERE member_no = ?`, [memberNo])).toEqual([]);
      expect(await world.rows('SELECT seq FROM member_clocks WHERE member_no = ?', [memberNo])).toEqual([
        { seq: 0 },
      ]);
    });

    it('F-09 REQ-PI-9 nobody joins who has not said to be of age, in the words in force; it is kept once with version and time', async () => {
      const { token, member } = await world.signIn('of-age', []);
      const memberNo = await world.memberNoOf(member.memberId);
      const { body } = await world.call('GET', '/v1/consents', { token });
      const { textVersion } = body.consents.find((each: { purpose: string }) => each.purpose === 'SERVICE');
      const decide = (isGranted: boolean, adultStatement?: string) =>
        world.call('POST', '/v1/consents', {
          token,
          body: { decisions: [{ purpose: 'SERVICE', textVersion, isGranted }], adultStatement },
        });
      for (const said of [undefined, 'adult-2020-01'])
        expect(await decide(true, said)).toMatchObject({
          status: 422,
          body: { code: 'identity.adult_statement_missing' },
        });
      for (const table of ['consents', 'adult_statements', 'engagement_events'])
        expect(await world.rows(`SELECT * FROM ${table} WHERE member_no = ?`, [memberNo])).toEqual([]);

      const { version, text } = ADULT_STATEMENT;
      const statedAt = world.clock.now();
      expect((await decide(true, version)).status).toBe(200);
      world.clock.advance(1_000);
      // Who comes back has said it already.
      for (const isGranted of [true, false, true]) expect((await decide(isGranted)).status).toBe(200);
      expect(
        await world.rows(
          'SELECT text_version, text_sha256, stated_at FROM adult_statements WHERE member_no = ?',
          [memberNo],
        ),
      ).toEqual([
        {
          text_version: version,
          text_sha256: createHash('sha256').update(text, 'utf8').digest('hex'),
          stated_at: statedAt,
        },
      ]);
    });

    it('A-06 ends a session at once when it is closed, and by itself when it expires', async () => {
      const { token } = await world.signIn('leaver', []);
      expect((await world.call('DELETE', '/v1/sessions/current', { token })).status).toBe(204);
      expect((await world.call('GET', '/v1/members/me', { token })).status).toBe(401);
      const other = await world.signIn('sleeper', []);
      world.clock.advance(7 * 86_400_000);
      expect((await world.call('GET', '/v1/members/me', { token: other.token })).status).toBe(401);
    });

    it('A-06 keeps no token that could be used by a reader of the table, and takes none of another audience', async () => {
      const { token } = await world.signIn('reader', []);
      const stored = JSON.stringify(await world.rows('SELECT * FROM sessions'));
      expect(stored).not.toContain(token);
      expect(
        (await world.call('GET', '/v1/console/sessions/current', { cookie: `siyu=${token}` })).status,
      ).toBe(401);
      expect(
        (await world.call('POST', '/v1/core/purchases', { token, body: { purchases: [] } })).status,
      ).toBe(401);
      expect((await world.call('GET', '/v1/members/me', { token: `${token.slice(0, -1)}_` })).status).toBe(
        401,
      );
    });
  });
});
