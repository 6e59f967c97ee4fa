import type { Clock } from '../clock/index.ts';
import { among, type Database, isUnreachable, selectRows, type Transaction } from '../database/index.ts';
import { type Lease, LeaseLost } from '../jobs/index.ts';
import type { Logger } from '../logging/index.ts';
import type { Metrics } from '../metrics/index.ts';
import type { Consume, ConsumeAll } from './envelope.ts';
import { OutboxDelivery, OutboxEvent } from './outbox-event.entity.ts';

const BATCH = 200;
/** What is due is looked for once for so many batches: with everything that waits it costs as much as a tenth of a batch. */
const BATCHES_A_LOOK = 5;
/** After this many failures a delivery waits for a person. */
export const ATTEMPTS_MAX = 8;
const pauseMs = (attempts: number): number => 250 * 2 ** attempts;
/** A delivery that is due later than any pause is long was written by a clock that ran ahead: it is due now. */
const TOO_FAR_MS = 2 * pauseMs(ATTEMPTS_MAX);

/** What `npm run prove -- award-kills --sabotage` takes away: marks and effects no longer commit together. */
const marksBeforeEffects = (env: NodeJS.ProcessEnv = process.env): boolean =>
  env['NODE_ENV'] === 'test' && env['SIYU_SABOTAGE'] === 'mark-before-effect';

/** Takes the due deliveries of one consumer to it, in order for each subject. */
export class DeliveryDesk {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly logger: Logger,
    private readonly metrics: Metrics,
  ) {}

  /** Delivers until nothing is due. */
  async deliver(consumer: string, consume: Consume, lease: Lease): Promise<void> {
    for (;;) {
      const due = await this.#due(consumer, BATCH);
      // A subject whose event failed waits as a whole: its later events must not overtake.
      const waiting = new Set<number>();
      let delivered = 0;
      for (const delivery of due) {
        if (lease.isEnding()) return;
        if (delivery.subjectNo !== null && waiting.has(delivery.subjectNo)) continue;
        const isDelivered = await this.#deliverOne(delivery, consume, lease);
        if (isDelivered) delivered += 1;
        else if (delivery.subjectNo !== null) waiting.add(delivery.subjectNo);
      }
      if (due.length < BATCH || delivered === 0) return;
    }
  }

  /** The same in batches of one transaction each; of a batch that fails each half is tried by itself. */
  async deliverBatches(consumer: string, consume: ConsumeAll, lease: Lease): Promise<void> {
    const look = BATCHES_A_LOOK * BATCH;
    for (;;) {
      const due = await this.#due(consumer, look);
      const waiting = new Set<number>();
      let delivered = 0;
      for (let from = 0; from < due.length; from += BATCH) {
        if (lease.isEnding()) return;
        delivered += await this.#deliverAll(due.slice(from, from + BATCH), waiting, consume, lease);
      }
      if (due.length < look || delivered === 0) return;
    }
  }

  async replay(tx: Transaction, eventId: string, consumer: string): Promise<boolean> {
    const { affected } = await tx.manager
      .createQueryBuilder()
      .update(OutboxDelivery)
      .set({ state: 'PENDING', attempts: 0, nextAt: this.clock.now() })
      .where({ eventId, consumer, state: 'PARKED' })
      .execute();
    tx.afterCommit(() => void this.countParked().catch(() => undefined));
    return affected === 1;
  }

  async countParked(): Promise<void> {
    this.metrics.outboxParked.set(await this.database.read.countBy(OutboxDelivery, { state: 'PARKED' }));
  }

  #due(consumer: string, limit: number): Promise<OutboxDelivery[]> {
    const now = this.clock.now();
    return (
      this.database.read
        .createQueryBuilder(OutboxDelivery, 'd')
        .where('d.state = :state AND d.consumer = :consumer AND (d.nextAt <= :now OR d.nextAt > :tooFar)', {
          state: 'PENDING',
          consumer,
          now,
          tooFar: now + TOO_FAR_MS,
        })
        .andWhere((query) => {
          // An earlier one of the same subject that waits, or that stands behind since a clock was set back, goes first.
          const earlier = query
            .subQuery()
            .select('1')
            .from(OutboxDelivery, 'e')
            .where('e.consumer = d.consumer AND e.subjectNo = d.subjectNo AND e.subjectSeq < d.subjectSeq')
            .andWhere('e.state = :state AND e.nextAt > d.nextAt');
          return `NOT EXISTS ${earlier.getQuery()}`;
        })
        // By the index over what is due, so that a long queue is not sorted for each batch.
        .orderBy('d.nextAt')
        .addOrderBy('d.subjectSeq')
        .addOrderBy('d.eventId')
        .limit(limit)
        .getMany()
    );
  }

  async #deliverOne(delivery: OutboxDelivery, consume: Consume, lease: Lease): Promise<boolean> {
    const { eventId, consumer } = delivery;
    try {
      await this.database.runInTransaction(async (tx) => {
        await lease.assertHeld(tx);
        // The mark comes first: a second worker waits here for our commit and then finds nothing to do.
        const { affected } = await tx.manager
          .createQueryBuilder()
          .update(OutboxDelivery)
          .set({ state: 'DONE', doneAt: this.clock.now() })
          .where({ eventId, consumer, state: 'PENDING' })
          .execute();
        if (affected === 0) return;
        await consume(tx, await tx.manager.findOneByOrFail(OutboxEvent, { id: eventId }));
      });
      this.metrics.outboxDeliveries.inc({ consumer, result: 'done' });
      return true;
    } catch (error) {
      if (error instanceof LeaseLost) throw error;
      await this.#recordFailure(delivery, error);
      return false;
    }
  }

  /** @param waiting subjects of which one has failed: their later ones wait too. Answers how many were delivered. */
  async #deliverAll(
    deliveries: readonly OutboxDelivery[],
    waiting: Set<number>,
    consume: ConsumeAll,
    lease: Lease,
  ): Promise<number> {
    const free = deliveries.filter(({ subjectNo }) => subjectNo === null || !waiting.has(subjectNo));
    const [first] = free;
    if (first === undefined) return 0;
    try {
      if (marksBeforeEffects()) await this.database.runInTransaction((tx) => this.#markAll(tx, free, lease));
      await this.database.runInTransaction(async (tx) => {
        if (marksBeforeEffects() || (await this.#markAll(tx, free, lease)))
          await this.#hand(tx, free, consume);
      });
      this.metrics.outboxDeliveries.inc({ consumer: first.consumer, result: 'done' }, free.length);
      return free.length;
    } catch (error) {
      // What is nobody's own is met again by each half.
      if (error instanceof LeaseLost || isUnreachable(error)) throw error;
      if (free.length === 1) {
        await this.#recordFailure(first, error);
        if (first.subjectNo !== null) waiting.add(first.subjectNo);
        return 0;
      }
    }
    const half = Math.ceil(free.length / 2);
    const before = await this.#deliverAll(free.slice(0, half), waiting, consume, lease);
    return before + (await this.#deliverAll(free.slice(half), waiting, consume, lease));
  }

  /** The marks come first, as above. @returns false when another process has delivered the only one meanwhile */
  async #markAll(tx: Transaction, deliveries: readonly OutboxDelivery[], lease: Lease): Promise<boolean> {
    await lease.assertHeld(tx);
    const ids = deliveries.map(({ eventId }) => eventId);
    const { affected } = await tx.manager
      .createQueryBuilder()
      .update(OutboxDelivery)
      .set({ state: 'DONE', doneAt: this.clock.now() })
      .where('consumer = :consumer AND state = :state AND event_id IN (:...ids)', {
        consumer: deliveries[0]?.consumer,
        state: 'PENDING',
        ids,
      })
      .execute();
    // Somebody else's one among them splits the batch until it stands alone.
    if (affected !== ids.length && ids.length > 1)
      throw new Error('a part of the batch was delivered meanwhile');
    return affected === ids.length;
  }

  async #hand(tx: Transaction, deliveries: readonly OutboxDelivery[], consume: ConsumeAll): Promise<void> {
    const ids = deliveries.map(({ eventId }) => eventId);
    const events = await selectRows(tx.manager, OutboxEvent, among('id', ids));
    const eventOf = new Map(events.map((event) => [event.id, event]));
    await consume(
      tx,
      ids.flatMap((id) => eventOf.get(id) ?? []),
    );
  }

  async #recordFailure(delivery: OutboxDelivery, error: unknown): Promise<void> {
    const { eventId, consumer } = delivery;
    const attempts = delivery.attempts + 1;
    const isParked = attempts >= ATTEMPTS_MAX;
    this.logger.warn('delivery failed', { eventId, consumer, attempts, isParked, error });
    await this.database.runInTransaction(async ({ manager }) => {
      await manager
        .createQueryBuilder()
        .update(OutboxDelivery)
        .set({
          state: isParked ? 'PARKED' : 'PENDING',
          attempts,
          nextAt: this.clock.now() + pauseMs(attempts),
          lastError: (error instanceof Error ? error.message : String(error)).slice(0, 500),
        })
        .where({ eventId, consumer, state: 'PENDING' })
        .execute();
    });
    this.metrics.outboxDeliveries.inc({ consumer, result: isParked ? 'parked' : 'failed' });
    if (isParked) await this.countParked();
  }
}
