import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { dayOfInstant } from '@siyu/shared/time';
import fc from 'fast-check';
import { describeOnEngines } from '../../testing/index.ts';
import { openRecords, type RecordsWorld } from '../testing/index.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;
const YEAR = 365 * DAY;
const instant = (at: number) => new Date(at).toISOString();

describe('reported events', () => {
  describeOnEngines((engine) => {
    let world: RecordsWorld;
    let token = '';
    let memberNo = 0;
    let account = 0;
    let eventNo = 0;
    const event = (change: Record<string, unknown> = {}) => {
      eventNo += 1;
      return {
        eventId: `019ab000-0000-7000-8000-${String(eventNo).padStart(12, '0')}`,
        type: 'content_viewed',
        occurredAt: new Date(world.clock.now()).toISOString(),
        contentId: '019ab000-0000-7000-8000-00000000c0de',
        ...change,
      };
    };
    const report = (events: readonly object[], as = token) =>
      world.call('POST', '/v1/events', { token: as, body: { events } });
    const counts = async () =>
      Object.fromEntries(
        (
          await world.rows(
            'SELECT type, SUM(count) AS n, SUM(value_sum) AS v FROM engagement_days WHERE member_no = ? GROUP BY type',
            [memberNo],
          )
        ).map((row) => [row.type, [Number(row.n), Number(row.v)]]),
      );
    const seq = async () => (await world.identity.seqOf([memberNo])).get(memberNo);
    beforeAll(async () => {
      world = await openRecords(engine);
    }, 60_000);
    beforeEach(async () => {
      account += 1;
      const session = await world.signIn(`reader-${account}`);
      token = session.token;
      memberNo = await world.memberNoOf(session.member.memberId);
    });
    afterAll(() => world.close());

    it('A-10 records a batch with its counts, one tick of the clock and the due row, and answers each event', async () => {
      const events = [
        event(),
        event({ type: 'content_dwelled', value: 30 }),
        event({ type: 'content_dwelled', value: 12 }),
      ];
      const answer = await report(events);
      expect(answer.status).toBe(200);
      expect(answer.body.verdicts).toEqual(
        events.map(({ eventId }) => ({ eventId, verdict: 'recorded', code: null })),
      );
      expect(await counts()).toMatchObject({ content_viewed: [1, 0], content_dwelled: [2, 42] });
      expect(await seq()).toBe(2);
      expect((await world.identity.claimDue(100)).find((due) => due.memberNo === memberNo)).toEqual({
        memberNo,
        wantedSeq: 2,
      });
    });

    it('A-10 counts an event once however often and concurrently it is reported', async () => {
      const events = [event(), event(), event()];
      const answers = await Promise.all(Array.from({ length: 12 }, () => report(events)));
      const verdicts = answers.flatMap(({ body }) =>
        body.verdicts.map(({ verdict }: { verdict: string }) => verdict),
      );
      expect(verdicts.filter((verdict: string) => verdict === 'recorded')).toHaveLength(3);
      expect(verdicts.filter((verdict: string) => verdict === 'duplicate')).toHaveLength(33);
      expect(await counts()).toMatchObject({ content_viewed: [3, 0] });
      expect(await seq()).toBe(2);
    });

    it('takes the same id inside one batch once, and from another member as another event', async () => {
      const one = event();
      expect(
        (await report([one, one])).body.verdicts.map((each: { verdict: string }) => each.verdict),
      ).toEqual(['recorded', 'duplicate']);
      const other = await world.signIn(`other-${account}`);
      expect((await report([one], other.token)).body.verdicts[0].verdict).toBe('recorded');
    });

    it('refuses by a verdict what only the server may say, and keeps the rest of the batch', async () => {
      const answer = await report([event({ type: 'lesson_completed' }), event()]);
      expect(answer.body.verdicts).toMatchObject([
        { verdict: 'refused', code: 'engagement.server_only_type' },
        { verdict: 'recorded', code: null },
      ]);
      expect(await counts()).not.toHaveProperty('lesson_completed');
    });

    it('C-11 fault 13 keeps events of a phone whose clock is wrong by up to years, at the time of the server, flagged', async () => {
      const now = world.clock.now();
      const believed = fc.integer({ min: -7 * DAY, max: 5 * MINUTE });
      const wrong = fc.oneof(
        fc.integer({ min: -5 * YEAR, max: -7 * DAY - 1 }),
        fc.integer({ min: 5 * MINUTE + 1, max: 5 * YEAR }),
        fc.constantFrom(YEAR, -YEAR, -now, Date.UTC(9999, 11, 31) - now),
      );
      const expected = new Map<string, { at: number; isSuspect: number }>();
      await fc.assert(
        fc.asyncProperty(
          fc.array(believed, { maxLength: 3 }),
          fc.array(wrong, { minLength: 1, maxLength: 5 }),
          async (right, off) => {
            const events = [...right, ...off].map((ms) => event({ occurredAt: instant(now + ms) }));
            events.forEach(({ eventId, occurredAt }, index) => {
              const isSuspect = index >= right.length;
              expected.set(eventId, {
                at: isSuspect ? now : Date.parse(occurredAt),
                isSuspect: Number(isSuspect),
              });
            });
            const { status, body } = await report(events);
            expect(status).toBe(200);
            expect(body.verdicts.map(({ verdict }: { verdict: string }) => verdict)).toEqual(
              events.map(() => 'recorded'),
            );
          },
        ),
        { numRuns: 25 },
      );
      const rows = await world.rows(
        "SELECT event_id, occurred_at, is_clock_suspect FROM engagement_events WHERE member_no = ? AND type = 'content_viewed'",
        [memberNo],
      );
      const kept = rows.map((row): [string, { at: number; isSuspect: number }] => [
        row.event_id,
        { at: Number(row.occurred_at), isSuspect: Number(row.is_clock_suspect) },
      ]);
      expect(new Map(kept)).toEqual(expected);
      // Every day that counts is one that the server believes.
      const days = await world.rows('SELECT day FROM engagement_days WHERE member_no = ?', [memberNo]);
      for (const { day } of days) {
        expect(Number(day)).toBeLessThanOrEqual(dayOfInstant(now + 5 * MINUTE));
        expect(Number(day)).toBeGreaterThanOrEqual(dayOfInstant(now - 7 * DAY));
      }
    });

    it('refuses a batch beyond 100 events and unknown types before anything is stored', async () => {
      expect((await report(Array.from({ length: 101 }, () => event()))).status).toBe(400);
      expect((await report([event({ type: 'points_awarded' })])).status).toBe(400);
      expect(await seq()).toBe(1);
    });
  });
});
