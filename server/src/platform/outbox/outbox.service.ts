import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock, Randomness } from '../clock/index.ts';
import { Database, insertRows, type Transaction } from '../database/index.ts';
import { Jobs } from '../jobs/index.ts';
import { Logger } from '../logging/index.ts';
import { Metrics } from '../metrics/index.ts';
import { DeliveryDesk } from './delivery-desk.ts';
import type { BatchOptions, Consume, ConsumeAll, EventKind, NewEvent } from './envelope.ts';
import { OutboxDelivery, OutboxEvent } from './outbox-event.entity.ts';

const PAYLOAD_BYTES_MAX = 8_192;
const EVERY_MS = 1_000;

interface Consumer extends BatchOptions {
  readonly kind: EventKind;
}

/** Facts that travel: written with the act that made them true, handled later, each by every consumer once. */
@Injectable()
export class Outbox implements OnModuleInit {
  readonly #consumers = new Map<string, Consumer>();
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
  on(kind: EventKind, consumer: string, consume: Consume): void {
    this.#register(consumer, { kind, wants: () => true });
    this.jobs.every(`outbox:${consumer}`, EVERY_MS, async (lease) => {
      await this.#desk.deliver(consumer, consume, lease);
    });
  }

  /** The same for a consumer that takes up to 200 events in one transaction, and only those that it wants. */
  onBatch(kind: EventKind, consumer: string, { wants }: BatchOptions, consume: ConsumeAll): void {
    this.#register(consumer, { kind, wants });
    this.jobs.every(`outbox:${consumer}`, EVERY_MS, async (lease) => {
      await this.#desk.deliverBatches(consumer, consume, lease);
    });
  }

  /** Who reacts to which kind of fact. */
  get consumers(): ReadonlyMap<string, EventKind> {
    return new Map([...this.#consumers].map(([name, { kind }]) => [name, kind]));
  }

  /** Whether anybody reacts to this type at all. */
  hasConsumers(type: string): boolean {
    return [...this.#consumers.values()].some(({ kind }) => kind.type === type);
  }

  /** Whether anybody reacts to such an event; a publisher of very many leaves out those that nobody wants. */
  isWanted(type: string, payload: object): boolean {
    return [...this.#consumers.values()].some(({ kind, wants }) => kind.type === type && wants(payload));
  }

  /** Writes the event and one delivery per registered consumer in the caller's transaction. */
  async publish(tx: Transaction, event: NewEvent): Promise<string> {
    const [id = ''] = await this.publishAll(tx, [event]);
    return id;
  }

  /** The same for many events, in their order. @returns their ids. */
  async publishAll(tx: Transaction, events: readonly NewEvent[]): Promise<readonly string[]> {
    for (const { type, payload } of events) {
      const bytes = Buffer.byteLength(JSON.stringify(payload));
      if (bytes > PAYLOAD_BYTES_MAX) throw new RangeError(`${type} carries ${bytes} bytes, 8192 at most`);
    }
    const now = this.clock.now();
    const rows = events.map((event) => ({ ...event, id: this.randomness.uuid(), recordedAt: now }));
    const deliveries = rows.flatMap(({ id, type, subjectNo, subjectSeq, payload }) =>
      [...this.#consumers]
        .filter(([, wanted]) => wanted.kind.type === type && wanted.wants(payload))
        .map(([consumer]) => ({
          eventId: id,
          consumer,
          state: 'PENDING' as const,
          subjectNo,
          subjectSeq,
          attempts: 0,
          nextAt: now,
        })),
    );
    await insertRows(tx, OutboxEvent, rows);
    await insertRows(tx, OutboxDelivery, deliveries);
    const woken = new Set(deliveries.map(({ consumer }) => consumer));
    if (woken.size > 0)
      tx.afterCommit(() => woken.forEach((consumer) => this.jobs.wake(`outbox:${consumer}`)));
    return rows.map(({ id }) => id);
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

  #register(name: string, consumer: Consumer): void {
    if (this.#consumers.has(name)) throw new Error(`the consumer ${name} is registered twice`);
    this.#consumers.set(name, consumer);
  }
}
