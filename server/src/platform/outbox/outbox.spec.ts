import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { z } from 'zod';
import { createTestApp, describeOnEngines, type TestApp } from '../../testing/index.ts';
import type { Transaction } from '../database/index.ts';
import { Jobs, LeaseLost } from '../jobs/index.ts';
import { Job } from '../jobs/job.entity.ts';
import { LeaseKeeper } from '../jobs/lease-keeper.ts';
import { leaseOf } from '../jobs/lease.ts';
import { ATTEMPTS_MAX } from './delivery-desk.ts';
import { type EventKind, Outbox } from './index.ts';
import { OutboxDelivery } from './outbox-event.entity.ts';

const COMPLETED: EventKind = { type: 'LessonCompleted', payload: z.object({ lesson: z.number() }) };
const fact = (subjectNo: number, subjectSeq: number) => ({
  type: COMPLETED.type,
  version: 1,
  subjectNo,
  subjectSeq,
  occurredAt: 1,
  causationId: null,
  payload: { lesson: subjectSeq },
});

describeOnEngines((engine) => {
  let server: TestApp;
  let outbox: Outbox;
  const settle = () => server.app.get(Jobs).idle();
  const publish = (...facts: ReturnType<typeof fact>[]) =>
    server.database.runInTransaction(async (tx) => {
      for (const each of facts) await outbox.publish(tx, each);
    });
  const states = async (consumer: string) =>
    (await server.database.read.find(OutboxDelivery, { where: { consumer }, order: { eventId: 'ASC' } })).map(
      ({ state, attempts }) => `${state} ${attempts}`,
    );

  beforeEach(async () => {
    server = await createTestApp({ engine });
    outbox = server.app.get(Outbox);
  });
  afterEach(() => server.close());

  it('A-06 an event reaches each consumer once, in order for its member', async () => {
    const seen: Record<string, string[]> = { first: [], second: [] };
    for (const name of ['first', 'second']) {
      outbox.on(COMPLETED, name, async (_, event) => {
        seen[name]?.push(`${event.subjectNo}.${event.subjectSeq} ${JSON.stringify(event.payload)}`);
      });
    }
    await publish(fact(7, 1), fact(7, 2), fact(7, 3));
    await settle();
    const expected = ['7.1 {"lesson":1}', '7.2 {"lesson":2}', '7.3 {"lesson":3}'];
    expect(seen).toEqual({ first: expected, second: expected });
    server.app.get(Jobs).wake('outbox:first');
    await settle();
    expect(seen['first']).toEqual(expected);
  });

  it('C-11 fault 12 what a clock three days ahead left undelivered goes out when the clock is right again', async () => {
    const DAY = 86_400_000;
    let isFailing = true;
    const seen: number[] = [];
    outbox.on(COMPLETED, 'ahead', async (_, { subjectNo }) => {
      if (isFailing) throw new Error('not now');
      seen.push(subjectNo ?? 0);
    });
    const look = async () => {
      server.app.get(Jobs).wake('outbox:ahead');
      await settle();
    };
    server.clock.advance(3 * DAY);
    await publish(fact(7, 1));
    await settle();
    server.clock.advance(-3 * DAY);
    isFailing = false;
    await look();
    expect(seen).toEqual([7]);
    // A pause that is honest is kept.
    isFailing = true;
    await publish(fact(8, 1));
    await settle();
    isFailing = false;
    await look();
    expect(seen).toEqual([7]);
    server.clock.advance(500);
    await look();
    expect(seen).toEqual([7, 8]);
  });

  it('A-06 an event of a transaction that was rolled back reaches nobody', async () => {
    let seen = 0;
    outbox.on(COMPLETED, 'only', async () => {
      seen += 1;
    });
    const failing = server.database.runInTransaction(async (tx) => {
      await outbox.publish(tx, fact(7, 1));
      throw new Error('undone');
    });
    await expect(failing).rejects.toThrow('undone');
    server.app.get(Jobs).wake('outbox:only');
    await settle();
    expect(seen).toBe(0);
  });

  it('A-06 effect and done-mark commit together: a consumer that fails after its write leaves no effect', async () => {
    let attempts = 0;
    outbox.on(COMPLETED, 'effect', async (tx: Transaction) => {
      attempts += 1;
      await tx.manager.insert(Job, {
        name: `effect-${attempts}`,
        leaseUntil: 0,
        fence: 0,
        isCancelled: false,
      });
      if (attempts === 1) throw new Error('killed between effect and mark');
    });
    await publish(fact(7, 1));
    await settle();
    expect(await states('effect')).toEqual(['PENDING 1']);
    server.clock.advance(1_000);
    server.app.get(Jobs).wake('outbox:effect');
    await settle();
    expect(await states('effect')).toEqual(['DONE 1']);
    expect(await server.database.read.countBy(Job, { name: 'effect-1' })).toBe(0);
    expect(await server.database.read.countBy(Job, { name: 'effect-2' })).toBe(1);
  });

  it("A-06 a failing event holds back its member's later ones and nobody else's; it is parked, then replayed", async () => {
    const seen: string[] = [];
    let isBroken = true;
    outbox.on(COMPLETED, 'strict', async (_, { subjectNo, subjectSeq }) => {
      if (isBroken && subjectNo === 7 && subjectSeq === 1) throw new Error('no');
      seen.push(`${subjectNo}.${subjectSeq}`);
    });
    await publish(fact(7, 1), fact(7, 2), fact(8, 1));
    await settle();
    expect(seen).toEqual(['8.1']);
    for (let attempt = 1; attempt < ATTEMPTS_MAX; attempt += 1) {
      server.clock.advance(600_000);
      server.app.get(Jobs).wake('outbox:strict');
      await settle();
    }
    expect(await states('strict')).toEqual([`PARKED ${ATTEMPTS_MAX}`, 'PENDING 0', 'DONE 0']);
    server.app.get(Jobs).wake('outbox:strict');
    await settle();
    expect(seen).toEqual(['8.1', '7.2']);
    isBroken = false;
    const parked = await server.database.read.findOneByOrFail(OutboxDelivery, { state: 'PARKED' });
    await server.database.runInTransaction((tx) => outbox.replay(tx, parked.eventId, 'strict'));
    await settle();
    expect(seen).toEqual(['8.1', '7.2', '7.1']);
  });

  it('G-04 a consumer of batches takes what it wants, many at once; a bad one is found by halves and holds back only its member', async () => {
    const batches: string[][] = [];
    outbox.onBatch(
      COMPLETED,
      'batches',
      { wants: (payload) => !Object.values(payload).includes(9) },
      async (_, events) => {
        const names = events.map(({ subjectNo, subjectSeq }) => `${subjectNo}.${subjectSeq}`);
        if (names.includes('7.2')) throw new Error('not this one');
        batches.push(names);
      },
    );
    expect(outbox.isWanted('LessonCompleted', { lesson: 9 })).toBe(false);
    await publish(fact(7, 1), fact(8, 1), fact(7, 2), fact(7, 3), fact(8, 2), fact(8, 9));
    await settle();
    expect(batches).toEqual([['7.1', '8.1'], ['8.2']]);
    expect(await states('batches')).toEqual(['DONE 0', 'DONE 0', 'PENDING 1', 'PENDING 0', 'DONE 0']);
  });

  it('G-04 G-10 what waits behind a bad one waits through all batches of a look, and everybody else goes on', async () => {
    const given: string[] = [];
    outbox.onBatch(COMPLETED, 'many', { wants: () => true }, async (_, events) => {
      const names = events.map(({ subjectNo, subjectSeq }) => `${subjectNo}.${subjectSeq}`);
      if (names.includes('7.1')) throw new Error('not this one');
      given.push(...names);
    });
    // By their clocks 7.2 comes in the second batch.
    const others = Array.from({ length: 250 }, (_, at) => fact(100 + at, 1));
    await publish(fact(7, 1), fact(7, 2), ...others, fact(8, 2));
    await settle();
    expect(given).toHaveLength(251);
    expect(given).not.toContain('7.2');
    expect((await states('many')).filter((state) => state.startsWith('PENDING'))).toEqual([
      'PENDING 1',
      'PENDING 0',
    ]);
  });

  it('A-06 a payload past 8 KB is refused', async () => {
    const large = { ...fact(7, 1), payload: { text: '学'.repeat(2_800) } };
    await expect(server.database.runInTransaction((tx) => outbox.publish(tx, large))).rejects.toThrow('8192');
  });

  it('A-06 one process holds a lease; the write of an owner that lost it is refused', async () => {
    const { database, clock } = server;
    const [a, b] = ['a', 'b'].map((owner) => new LeaseKeeper(database, clock, 'fenced', owner, 10_000));
    if (a === undefined || b === undefined) throw new Error('two keepers');
    const first = (await a.hold()) ?? -1;
    expect(await b.hold()).toBeNull();
    const lease = leaseOf(database, 'fenced', first);
    await database.runInTransaction((tx) => lease.saveProgress(tx, { row: 10 }));
    // The first owner freezes; its work is given away.
    clock.advance(10_001);
    const second = (await b.hold()) ?? -1;
    expect(second).toBe(first + 1);
    const late = database.runInTransaction((tx) => lease.saveProgress(tx, { row: 11 }));
    await expect(late).rejects.toThrow(LeaseLost);
    expect(await leaseOf(database, 'fenced', second).progress()).toEqual({ row: 10 });
    await b.release();
    expect(await a.hold()).toBe(second + 1);
  });
});
