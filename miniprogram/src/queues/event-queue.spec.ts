import { beforeEach, describe, expect, it } from '@jest/globals';
import type { ReportedEvent } from '@siyu/shared/contracts/engagement';
import { ApiError } from '../api/api-error';
import { uuidV7 } from '../phone/uuid-v7';
import { createEventQueue, EVENTS_KEPT_MAX, EVENTS_KEY, type EventQueue } from './event-queue';
import { memoryStorage } from '../testing/memory-storage';

const LESSON = '0192d1a0-0000-7000-8000-000000000001';
const offline = (): never => {
  throw new ApiError('client.offline', 0, '网络连接不上');
};

/** A server that keeps each id once, as the real log does with UNIQUE (member, event id). */
class FakeServer {
  readonly log = new Map<string, ReportedEvent>();
  readonly batches: number[] = [];
  isReachable = true;
  losesAnswer = false;
  refuses: (event: ReportedEvent) => boolean = () => false;

  receive(events: readonly ReportedEvent[]) {
    if (!this.isReachable) offline();
    this.batches.push(events.length);
    if (events.some(this.refuses)) throw new ApiError('http.validation_failed', 400, '');
    const verdicts = events.map((event) => {
      const verdict = this.log.has(event.eventId) ? ('duplicate' as const) : ('recorded' as const);
      this.log.set(event.eventId, event);
      return { eventId: event.eventId, verdict, code: null };
    });
    if (this.losesAnswer) offline();
    return { verdicts };
  }
}

describe('event queue', () => {
  let storage = memoryStorage();
  let server = new FakeServer();
  let member: string | null = 'member-1';
  let now = Date.parse('2026-11-24T06:00:00Z');
  beforeEach(() => {
    storage = memoryStorage();
    server = new FakeServer();
    member = 'member-1';
    now = Date.parse('2026-11-24T06:00:00Z');
  });
  /** The app as it starts: everything it knows is in storage. */
  const launch = (): EventQueue =>
    createEventQueue({
      storage,
      now: () => now++,
      makeId: () => uuidV7(now),
      recordableMember: () => member,
      send: async (events) => server.receive(events),
    });
  const view = (queue: EventQueue): void => {
    queue.record({ type: 'content_viewed', contentId: LESSON });
  };

  it('A-11 keeps nothing at all before consent', async () => {
    member = null;
    const queue = launch();
    view(queue);
    expect(storage.read(EVENTS_KEY)).toBeUndefined();
    expect(await queue.flush()).toBe(true);
    expect(server.batches).toEqual([]);
  });

  it('D-03 A-11 an event waits in storage until the server has answered for its id', async () => {
    const queue = launch();
    view(queue);
    expect(storage.read(EVENTS_KEY)).toHaveLength(1);
    expect(await queue.flush()).toBe(true);
    expect(storage.read(EVENTS_KEY)).toEqual([]);
    const [event] = server.log.values();
    expect(event).toMatchObject({
      type: 'content_viewed',
      contentId: LESSON,
      occurredAt: '2026-11-24T06:00:00.000Z',
    });
    expect(event).not.toHaveProperty('memberId');
    expect(event?.eventId).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('D-03 A-11 survives a day offline and a killed app, and arrives once', async () => {
    server.isReachable = false;
    const first = launch();
    for (let count = 0; count < 5; count++) view(first);
    expect(await first.flush()).toBe(false);

    const second = launch();
    view(second);
    server.isReachable = true;
    expect(await second.flush()).toBe(true);
    expect(server.log.size).toBe(6);
    expect(storage.read(EVENTS_KEY)).toEqual([]);
  });

  it('D-03 A-11 an answer lost on the way back is asked for again under the same id', async () => {
    server.losesAnswer = true;
    const first = launch();
    view(first);
    expect(await first.flush()).toBe(false);
    expect(storage.read(EVENTS_KEY)).toHaveLength(1);

    server.losesAnswer = false;
    expect(await launch().flush()).toBe(true);
    expect(server.batches).toEqual([1, 1]);
    expect(server.log.size).toBe(1);
    expect(storage.read(EVENTS_KEY)).toEqual([]);
  });

  it('sends at most a hundred events at a time, and asks for one delivery however often it is woken', async () => {
    const queue = launch();
    for (let count = 0; count < 230; count++) view(queue);
    await Promise.all([queue.flush(), queue.flush(), queue.flush()]);
    expect(server.batches).toEqual([100, 100, 30]);
    expect(server.log.size).toBe(230);
  });

  it('an event recorded while a batch is on its way is not lost with it', async () => {
    const queue = createEventQueue({
      storage,
      now: () => now++,
      makeId: () => uuidV7(now),
      recordableMember: () => member,
      send: async (events) => {
        if (server.batches.length === 0) view(queue);
        return server.receive(events);
      },
    });
    view(queue);
    expect(await queue.flush()).toBe(true);
    expect(server.log.size).toBe(2);
  });

  it('keeps what the server left without a verdict', async () => {
    const queue = createEventQueue({
      storage,
      now: () => now++,
      makeId: () => uuidV7(now),
      recordableMember: () => member,
      send: async (events) => ({ verdicts: server.receive(events).verdicts.slice(1) }),
    });
    view(queue);
    view(queue);
    expect(await queue.flush()).toBe(false);
    expect(storage.read(EVENTS_KEY)).toHaveLength(1);
  });

  it('one event that the server cannot read does not hold up its neighbours', async () => {
    const queue = launch();
    for (let count = 0; count < 7; count++) view(queue);
    queue.record({ type: 'content_dwelled', contentId: 'not an id', value: 3 });
    for (let count = 0; count < 7; count++) view(queue);
    server.refuses = ({ contentId }) => contentId !== LESSON;
    expect(await queue.flush()).toBe(true);
    expect(server.log.size).toBe(14);
    expect(storage.read(EVENTS_KEY)).toEqual([]);
  });

  it('drops the oldest reading times first when the phone has been offline too long', () => {
    const queue = launch();
    view(queue);
    queue.record({ type: 'content_dwelled', contentId: LESSON, value: 1 });
    queue.record({ type: 'content_dwelled', contentId: LESSON, value: 2 });
    const [first, ...rest] = storage.read(EVENTS_KEY) as object[];
    const more = Array.from({ length: EVENTS_KEPT_MAX - 3 }, (_, index) => ({
      ...first,
      eventId: `e${index}`,
    }));
    storage.write(EVENTS_KEY, [first, ...rest, ...more]);
    view(queue);
    const stored = storage.read(EVENTS_KEY) as { type: string; value?: number }[];
    expect(stored).toHaveLength(EVENTS_KEPT_MAX);
    expect(stored.filter(({ type }) => type === 'content_dwelled').map(({ value }) => value)).toEqual([2]);
  });

  it('D-03 A-11 what another member of this phone left waits for that member', async () => {
    server.isReachable = false;
    view(launch());
    server.isReachable = true;
    member = 'member-2';
    const queue = launch();
    view(queue);
    await queue.flush();
    expect(server.log.size).toBe(1);
    expect(queue.count('member-1')).toBe(1);
    member = 'member-1';
    await queue.flush();
    expect(server.log.size).toBe(2);
  });

  it('A-11 forgets what waits when the consent is withdrawn', async () => {
    server.isReachable = false;
    const queue = launch();
    view(queue);
    queue.forget('member-1');
    server.isReachable = true;
    await queue.flush();
    expect(server.log.size).toBe(0);
  });
});
