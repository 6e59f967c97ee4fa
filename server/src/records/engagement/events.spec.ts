import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ReportedEvent } from '@siyu/shared/contracts/engagement';
import {
  CLIENT_EVENT_TYPES,
  CLIENT_EVENTS,
  type ClientEventType,
  EVENTS_PER_BATCH_MAX,
  SERVER_EVENT_TYPES,
} from '@siyu/shared/contracts/engagement.limits';
import { describeOnEngines } from '../../testing/index.ts';
import { openRecords, type RecordsWorld } from '../testing/index.ts';
import { EventWriter } from './event-writer.service.ts';
import { Engagement } from './index.ts';

const CONTENT = '019ab000-0000-7000-8000-00000000c0de';
const PRODUCT = '019ab000-0000-7000-8000-00000000f00d';

describe('POST /v1/events', () => {
  describeOnEngines((engine) => {
    let world: RecordsWorld;
    let token = '';
    let memberNo = 0;
    let account = 0;
    let eventNo = 0;
    const id = () => {
      eventNo += 1;
      return `019ab000-0000-7000-8000-${String(eventNo).padStart(12, '0')}`;
    };
    /** A right event of a type: about what the type is about, measuring what it measures. */
    const event = (
      type: ClientEventType = 'content_viewed',
      change: Partial<Record<keyof ReportedEvent, unknown>> = {},
    ) => ({
      eventId: id(),
      type,
      occurredAt: new Date(world.clock.now()).toISOString(),
      [CLIENT_EVENTS[type].about]: CLIENT_EVENTS[type].about === 'contentId' ? CONTENT : PRODUCT,
      ...(CLIENT_EVENTS[type].value === 'needed' ? { value: 60 } : {}),
      ...change,
    });
    const report = (events: readonly object[], as = token) =>
      world.call('POST', '/v1/events', { token: as, body: { events } });
    const stored = () =>
      world.rows(
        `SELECT event_id, type, source, content_id, product_id, channel_id, campaign_id, session_id, value,
           occurred_at, recorded_at, is_clock_suspect, schema_version
         FROM engagement_events WHERE member_no = ? AND source = 'phone' ORDER BY event_id`,
        [memberNo],
      );
    beforeAll(async () => {
      world = await openRecords(engine);
    }, 60_000);
    beforeEach(async () => {
      account += 1;
      const session = await world.signIn(`events-${account}`);
      token = session.token;
      memberNo = await world.memberNoOf(session.member.memberId);
    });
    afterAll(() => world.close());

    it('C-01 takes every type that a phone may report, with everything that belongs to it', async () => {
      const visit = { channelId: id(), campaignId: id(), sessionId: id() };
      const events = CLIENT_EVENT_TYPES.map((type) => event(type, visit));
      const { body } = await report(events);
      expect(body.verdicts).toEqual(
        events.map(({ eventId }) => ({ eventId, verdict: 'recorded', code: null })),
      );
      const rows = await stored();
      expect(rows.map((row) => row.type)).toEqual([...CLIENT_EVENT_TYPES]);
      for (const row of rows) {
        const { about, value } = CLIENT_EVENTS[row.type as ClientEventType];
        expect(row).toMatchObject({
          content_id: about === 'contentId' ? CONTENT : null,
          product_id: about === 'productId' ? PRODUCT : null,
          channel_id: visit.channelId,
          campaign_id: visit.campaignId,
          session_id: visit.sessionId,
          value: value === 'needed' ? 60 : null,
        });
        expect([row.occurred_at, row.recorded_at, row.schema_version].map(Number)).toEqual([
          world.clock.now(),
          world.clock.now(),
          1,
        ]);
      }
    });

    it('C-01 refuses every type that only the server may write, one by one, and keeps the rest of the batch', async () => {
      const good = event();
      const bad = SERVER_EVENT_TYPES.map((type) => ({ ...event(), type }));
      const { status, body } = await report([...bad, good]);
      expect(status).toBe(200);
      expect(body.verdicts).toEqual([
        ...bad.map(({ eventId }) => ({ eventId, verdict: 'refused', code: 'engagement.server_only_type' })),
        { eventId: good.eventId, verdict: 'recorded', code: null },
      ]);
      expect((await stored()).map((row) => row.event_id)).toEqual([good.eventId]);
    });

    it('C-01 says of each event what is wrong with it', async () => {
      const cases: [object, string | null][] = [
        [event('content_viewed', { contentId: undefined }), 'engagement.field_missing'],
        [event('product_viewed', { productId: undefined }), 'engagement.field_missing'],
        [event('content_dwelled', { value: undefined }), 'engagement.field_missing'],
        [event('content_viewed', { productId: PRODUCT }), 'engagement.field_unexpected'],
        [event('product_favourited', { contentId: CONTENT }), 'engagement.field_unexpected'],
        [event('content_shared', { value: 3 }), 'engagement.field_unexpected'],
        [event('live_replayed', { value: 1800 }), null],
        [event('live_replayed'), null],
      ];
      const { body } = await report(cases.map(([each]) => each));
      expect(body.verdicts.map(({ code }: { code: string | null }) => code)).toEqual(
        cases.map(([, code]) => code),
      );
    });

    it('C-01 takes 1 to 100 events; a batch of none, of more or of nonsense is stored in no part', async () => {
      const batches = [
        [],
        Array.from({ length: EVENTS_PER_BATCH_MAX + 1 }, () => event()),
        [event(), event('content_viewed', { type: 'points_awarded' })],
        [event(), event('content_viewed', { eventId: 'not-an-id' })],
        [event(), event('content_dwelled', { value: 1801 })],
        [event(), event('content_viewed', { occurredAt: 'yesterday' })],
      ];
      for (const batch of batches) expect((await report(batch)).status).toBe(400);
      expect(await stored()).toEqual([]);
      const full = await report(Array.from({ length: EVENTS_PER_BATCH_MAX }, () => event()));
      expect(full.body.verdicts).toHaveLength(EVENTS_PER_BATCH_MAX);
    });

    it('C-01 is unique by member and event, in one batch, again later and at the same moment', async () => {
      const one = event();
      const verdictsOf = async (events: readonly object[]) =>
        (await report(events)).body.verdicts.map((each: { verdict: string }) => each.verdict);
      expect(await verdictsOf([one, one])).toEqual(['recorded', 'duplicate']);
      expect(await verdictsOf([{ ...one, type: 'content_shared' }])).toEqual(['duplicate']);
      const other = event();
      const many = (await Promise.all(Array.from({ length: 20 }, () => verdictsOf([other])))).flat();
      expect(many.filter((verdict) => verdict === 'recorded')).toHaveLength(1);
      await expect(
        world.database.runInTransaction(({ manager }) =>
          manager.query(
            `INSERT INTO engagement_events (member_no, event_id, type, occurred_at, recorded_at, source, schema_version, is_clock_suspect, seq)
             VALUES (?, ?, 'content_viewed', 0, 0, 'phone', 1, 0, 1)`,
            [memberNo, one.eventId],
          ),
        ),
      ).rejects.toThrow(/UNIQUE|Duplicate/);
    });

    it('C-01 keeps an event of a wrong clock, with the time of the server, flagged', async () => {
      const day = 86_400_000;
      const now = world.clock.now();
      const at = (ms: number) => event('content_viewed', { occurredAt: new Date(now + ms).toISOString() });
      const events = [at(-7 * day), at(-7 * day - 1), at(5 * 60_000), at(5 * 60_000 + 1), at(-365 * day)];
      expect((await report(events)).body.verdicts).toMatchObject(events.map(() => ({ verdict: 'recorded' })));
      expect(
        (await stored()).map((row) => [Number(row.occurred_at) - now, Number(row.is_clock_suspect)]),
      ).toEqual([
        [-7 * day, 0],
        [0, 1],
        [5 * 60_000, 0],
        [0, 1],
        [0, 1],
      ]);
    });

    it('C-01 answers only what is committed: at the moment of each answer another connection reads the event', async () => {
      const found = await Promise.all(
        Array.from({ length: 40 }, async () => {
          const one = event();
          await report([one]);
          return (await world.rows('SELECT 1 AS n FROM engagement_events WHERE event_id = ?', [one.eventId]))
            .length;
        }),
      );
      expect(found).toEqual(found.map(() => 1));
    });

    it('C-01 requests share a commit of 300 events at most; when the group fails, each is tried by itself', async () => {
      const writer = world.app.get(EventWriter, { strict: false });
      const append = writer.append.bind(writer);
      const sizes: number[] = [];
      const poison = event();
      writer.append = async (tx, events) => {
        sizes.push(events.length);
        if (events.some(({ eventId }) => eventId === poison.eventId)) throw new Error('poisoned');
        return append(tx, events);
      };
      try {
        const batches = Array.from({ length: 11 }, () => Array.from({ length: 60 }, () => event()));
        const answers = await Promise.all([...batches.map((batch) => report(batch)), report([poison])]);
        expect(answers.map(({ status }) => status)).toEqual([...batches.map(() => 200), 500]);
        expect(Math.max(...sizes)).toBeLessThanOrEqual(300);
        expect(sizes.some((size) => size > 60)).toBe(true);
        expect((await stored()).length).toBe(660);
      } finally {
        writer.append = append;
      }
    });

    it('C-01 the server itself writes with its own source, in the transaction of the act', async () => {
      const engagement = world.app.get(Engagement, { strict: false });
      const eventId = id();
      const act = (isUndone: boolean) =>
        world.database.runInTransaction(async (tx) => {
          await engagement.append(tx, memberNo, [{ type: 'checked_in', eventId }]);
          if (isUndone) throw new Error('undone');
        });
      const rows = () =>
        world.rows('SELECT source FROM engagement_events WHERE member_no = ? AND event_id = ?', [
          memberNo,
          eventId,
        ]);
      await expect(act(true)).rejects.toThrow('undone');
      expect(await rows()).toEqual([]);
      await act(false);
      await act(false);
      expect(await rows()).toEqual([{ source: 'server' }]);
    });
  });
});
