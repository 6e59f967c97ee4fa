import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock, Randomness } from '../clock/index.ts';
import { Database, type Transaction } from '../database/index.ts';
import { Jobs } from '../jobs/index.ts';
import { Logger } from '../logging/index.ts';
import { Metrics } from '../metrics/index.ts';
import { DeliveryDesk } from './delivery-desk.ts';
import type { Consume, NewEvent } from './envelope.ts';
import { OutboxDelivery, OutboxEvent } from './outbox-event.entity.ts';

const PAYLOAD_BYTES_MAX = 8_192;
const EVERY_MS = 1_000;

/** Facts that travel: written with the act that made them true, handled later, each by every consumer once. */
@Injectable()
export class Outbox implements OnModuleInit {
  readonly #consumers = new Map<string, { readonly type: string; readonly consume: Consume }>();
  readonly #desk: DeliveryDesk;

  constructor(
    private readonly clock: Clock,
    private readonly randomness: Randomness,
    private readonly jobs: Jobs,
    database: Database,
    logger: Logger,
    metrics: Metrics,
  ) {
    this.#desk = new DeliveryDesk(database, clock, logger, metrics);
  }

  /** Registers a consumer under a name that stays for ever; call it in `onModuleInit`. */
  on(type: string, consumer: string, consume: Consume): void {
    if (this.#consumers.has(consumer)) throw new Error(`the consumer ${consumer} is registered twice`);
    this.#consumers.set(consumer, { type, consume });
    this.jobs.every(`outbox:${consumer}`, EVERY_MS, async (lease) => {
      await this.#desk.deliver(consumer, consume, lease);
    });
  }

  /** Whether anybody reacts to this type; a publisher of very many events leaves out those nobody wants. */
  hasConsumers(type: string): boolean {
    return [...this.#consumers.values()].some((consumer) => consumer.type === type);
  }

  /** Writes the event and one delivery per registered consumer in the caller's transaction. */
  async publish(tx: Transaction, event: NewEvent): Promise<string> {
    const bytes = Buffer.byteLength(JSON.stringify(event.payload));
    if (bytes > PAYLOAD_BYTES_MAX) throw new RangeError(`${event.type} carries ${bytes} bytes, 8192 at most`);
    const now = this.clock.now();
    const id = this.randomness.uuid();
    await this.#insert(tx, OutboxEvent, [{ ...event, id, recordedAt: now }]);
    const consumers = [...this.#consumers]
      .filter(([, { type }]) => type === event.type)
      .map(([name]) => name);
    if (consumers.length === 0) return id;
    const { subjectNo, subjectSeq } = event;
    const delivery = {
      eventId: id,
      state: 'PENDING',
      subjectNo,
      subjectSeq,
      attempts: 0,
      nextAt: now,
    } as const;
    await this.#insert(
      tx,
      OutboxDelivery,
      consumers.map((consumer) => ({ ...delivery, consumer })),
    );
    tx.afterCommit(() => consumers.forEach((consumer) => this.jobs.wake(`outbox:${consumer}`)));
    return id;
  }

  /** Sends a parked delivery round again; a person decides that. Answers whether there was one. */
  async replay(tx: Transaction, eventId: string, consumer: string): Promise<boolean> {
    const isReplayed = await this.#desk.replay(tx, eventId, consumer);
    if (isReplayed) tx.afterCommit(() => this.jobs.wake(`outbox:${consumer}`));
    return isReplayed;
  }

  async onModuleInit(): Promise<void> {
    await this.#desk.countParked();
  }

  async #insert<Row extends object>(tx: Transaction, entity: new () => Row, rows: object[]): Promise<void> {
    await tx.manager.createQueryBuilder().insert().into(entity).values(rows).updateEntity(false).execute();
  }
}
