import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { v7 } from 'uuid';
import { Organisation } from '../../foundation/organisation/index.ts';
import { Randomness } from '../../platform/clock/index.ts';
import { describeOnEngines, TEST_NOW } from '../../testing/index.ts';
import { Identity } from '../identity/index.ts';
import { openRecords, type RecordsWorld } from '../testing/index.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Right, three days ahead, right again, an hour behind, right again. */
const JUMPS = [0, 3 * DAY, 0, -HOUR, 0];
const PASSWORD = 'a-long-password-of-the-specs-1';

describe('a server clock that is set wrong and right again', () => {
  describeOnEngines((engine) => {
    let world: RecordsWorld;
    let events = 0;
    beforeAll(async () => {
      world = await openRecords(engine);
    }, 60_000);
    beforeEach(() => world.clock.set(TEST_NOW));
    afterAll(() => world.close());

    const eventAt = (at: number) => {
      events += 1;
      return {
        eventId: `019ab000-0000-7000-8000-${String(events).padStart(12, '0')}`,
        type: 'content_viewed',
        occurredAt: new Date(at).toISOString(),
        contentId: '019ab000-0000-7000-8000-00000000c0de',
      };
    };
    const me = async (token: string) => (await world.call('GET', '/v1/members/me', { token })).status;

    it('C-11 fault 12 refuses no event, and keeps the order of each member, whatever the clock of the server says', async () => {
      const { token, member } = await world.signIn('jumps-events');
      const memberNo = await world.memberNoOf(member.memberId);
      const expected: { id: string; at: number; isSuspect: number }[] = [];
      for (const [index, jump] of JUMPS.entries()) {
        const right = TEST_NOW + index * 1_000;
        world.clock.set(right + jump);
        const event = eventAt(right);
        const { status, body } = await world.call('POST', '/v1/events', { token, body: { events: [event] } });
        expect([status, body.verdicts[0].verdict]).toEqual([200, 'recorded']);
        // Three days old is what a phone without a network says; an hour ahead is nothing to believe.
        expected.push({
          id: event.eventId,
          at: jump < 0 ? right + jump : right,
          isSuspect: jump < 0 ? 1 : 0,
        });
      }
      const rows = await world.rows(
        "SELECT event_id, occurred_at, is_clock_suspect, seq FROM engagement_events WHERE member_no = ? AND type = 'content_viewed' ORDER BY seq",
        [memberNo],
      );
      expect(
        rows.map((row) => ({
          id: row.event_id,
          at: Number(row.occurred_at),
          isSuspect: Number(row.is_clock_suspect),
        })),
      ).toEqual(expected);
      const seqs = rows.map((row) => Number(row.seq));
      expect(seqs).toEqual(seqs.map((_, index) => (seqs[0] ?? 0) + index));
    });

    it('C-11 fault 12 makes ids that differ and sort by their making, where the bare clock would not', () => {
      const randomness = world.app.get(Randomness);
      const ids: string[] = [];
      const bare: string[] = [];
      for (const jump of JUMPS) {
        world.clock.set(TEST_NOW + jump);
        for (let count = 0; count < 500; count += 1) ids.push(randomness.uuid());
        bare.push(v7({ msecs: world.clock.now() }));
      }
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids).toEqual([...ids].sort());
      expect(bare).not.toEqual([...bare].sort());
    });

    it('C-11 fault 12 ends no session for ever, and lets none hold that the right clock would end', async () => {
      const before = await world.signIn('jumps-session');
      const left = await world.signIn('jumps-left');
      await world.call('DELETE', '/v1/sessions/current', { token: left.token });
      for (const jump of JUMPS) {
        world.clock.set(TEST_NOW + jump);
        expect([await me(before.token), await me(left.token)]).toEqual([200, 401]);
      }
      // Opened while the clock runs ahead: it would hold ten days instead of seven.
      world.clock.set(TEST_NOW + 3 * DAY);
      const ahead = await world.signIn('jumps-session');
      expect(await me(ahead.token)).toBe(200);
      world.clock.set(TEST_NOW);
      expect(await me(ahead.token)).toBe(401);
      expect(await me((await world.signIn('jumps-session')).token)).toBe(200);
      world.clock.set(TEST_NOW + 7 * DAY);
      expect(await me(before.token)).toBe(401);
    });

    it('C-11 fault 12 locks nobody out of the console until the wrong day comes', async () => {
      const person = { name: '钟', password: PASSWORD, roles: ['operator'], scopeKind: 'firm' } as const;
      await world.database.runInTransaction((tx) =>
        world.app
          .get(Organisation, { strict: false })
          .createStaff(tx, { ...person, loginName: 'clock', branchId: null }),
      );
      const signIn = async (password: string) =>
        (await world.call('POST', '/v1/console/sessions', { body: { loginName: 'clock', password } })).status;
      world.clock.set(TEST_NOW + 3 * DAY);
      for (let attempt = 0; attempt < 5; attempt += 1) expect(await signIn('not the password')).toBe(401);
      expect(await signIn(PASSWORD)).toBe(429);
      world.clock.set(TEST_NOW);
      expect(await signIn(PASSWORD)).toBeLessThan(300);
      // The lock itself still holds where the clock is right.
      for (let attempt = 0; attempt < 5; attempt += 1) expect(await signIn('not the password')).toBe(401);
      expect(await signIn(PASSWORD)).toBe(429);
    });

    it('C-11 fault 12 counts a member behind as due, whichever day it is said to be', async () => {
      const { member } = await world.signIn('jumps-due');
      const memberNo = await world.memberNoOf(member.memberId);
      const identity = world.app.get(Identity, { strict: false });
      for (const jump of JUMPS) {
        world.clock.set(TEST_NOW + jump);
        await world.database.runInTransaction((tx) => identity.advanceClock(tx, memberNo));
        const due = await identity.claimDue(1_000);
        expect(due.map((each) => each.memberNo)).toContain(memberNo);
      }
    });
  });
});
