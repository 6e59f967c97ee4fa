import { createHash } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { z } from 'zod';
import { Clock, Randomness } from '../../../platform/clock/index.ts';
import { Config } from '../../../platform/config/index.ts';
import { Database, type Transaction } from '../../../platform/database/index.ts';
import { AppError } from '../../../platform/http/index.ts';
import { Jobs } from '../../../platform/jobs/index.ts';
import { Outbox } from '../../../platform/outbox/index.ts';
import type { PlatformName } from '../client/wechat-error.ts';
import { PlatformSeals } from '../platform-seals.ts';
import { eventKeyOf, eventTypeOf } from './event-key.ts';
import { PlatformEventRow, PlatformNonce } from './platform-event.entity.ts';
import { type Facts, textOf } from './read-pushed.ts';
import {
  type CallbackParty,
  type SignedCall,
  verifyCallback,
  verifyEcho,
  type VerifiedCall,
} from './verify-callback.ts';

/** What a platform told, as whoever handles it sees it. Events may come in another order than they happened in. */
export interface PlatformEvent {
  readonly eventId: string;
  readonly type: string;
  readonly happenedAt: number;
  readonly receivedAt: number;
  readonly facts: Facts;
}
export type HandlePlatformEvent = (tx: Transaction, event: PlatformEvent) => Promise<void>;

const EVENT_DAYS = 30;
const DAY = 86_400_000;
/** Longer than any signature is good for. */
const NONCE_MS = 1_800_000;
const HOUR = 3_600_000;
const TYPE_MAX = 48;
const CHUNK = 500;
const Published = z.object({ eventId: z.string() });

/** Messages from the platforms: verified, written once, answered at once, and handled afterwards. */
@Injectable()
export class PlatformCallbacks implements OnModuleInit {
  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
    private readonly jobs: Jobs,
    private readonly outbox: Outbox,
    private readonly seals: PlatformSeals,
  ) {}

  onModuleInit(): void {
    this.jobs.every('purge-platform-events', HOUR, () => this.#purge());
  }

  /**
   * Registers what is done about an event, under a name that stays for ever; call it in `onModuleInit`. It is done
   * once for each event, in one transaction; one that fails is tried again, and waits for a person after eight times.
   * @param type `subscribe_msg_sent_event`, `change_external_contact.add_external_contact`, `message.text`
   */
  on(platform: PlatformName, type: string, consumer: string, handle: HandlePlatformEvent): void {
    this.outbox.on({ type: outboxType(platform, type), payload: Published }, consumer, async (tx, event) => {
      const { eventId } = Published.parse(event.payload);
      const row = await tx.manager.findOneBy(PlatformEventRow, { eventId });
      // Older than we keep them: whoever replayed it was too late.
      if (row === null) return;
      const facts = z.record(z.string(), z.unknown()).parse(this.seals.open(eventId, row.facts));
      await handle(tx, { eventId, type, happenedAt: row.happenedAt, receivedAt: row.receivedAt, facts });
    });
  }

  /** @throws {AppError} http.forbidden for whoever is not the platform */
  confirm(platform: PlatformName, query: unknown): string {
    const party = this.#party(platform);
    const echo = party === null ? null : verifyEcho(party, query, this.clock.now());
    if (echo === null) throw refused();
    return echo;
  }

  /**
   * Takes one call. A repeat of it, or another telling of the same event, has no effect and the same answer.
   * @throws {AppError} http.forbidden for whoever is not the platform, and for a signature that is used a second time
   */
  async take(platform: PlatformName, call: SignedCall): Promise<void> {
    const party = this.#party(platform);
    const verified = party === null ? null : verifyCallback(party, call, this.clock.now());
    if (verified === null) throw refused();
    const isTaken = await this.database.runInTransaction((tx) =>
      this.#write(tx, platform, verified, call.body),
    );
    if (!isTaken) throw refused();
  }

  /** @returns whether it was the first of its signature, or the same again */
  async #write(tx: Transaction, platform: PlatformName, call: VerifiedCall, body: unknown): Promise<boolean> {
    const { manager } = tx;
    const now = this.clock.now();
    const nonceKey = sha256([platform, call.timestamp, call.nonce]);
    const bodySha256 = sha256(body);
    await manager
      .createQueryBuilder()
      .insert()
      .into(PlatformNonce)
      .values({ nonceKey, bodySha256, seenAt: now })
      .orIgnore()
      .updateEntity(false)
      .execute();
    const nonce = await manager.findOneByOrFail(PlatformNonce, { nonceKey });
    if (nonce.bodySha256 !== bodySha256) return false;
    const { facts } = call;
    const eventId = this.randomness.uuid();
    const eventKey = eventKeyOf(platform, facts);
    const type = eventTypeOf(facts).slice(0, TYPE_MAX);
    const seconds = Number(textOf(facts, 'CreateTime') ?? Number.NaN);
    const happenedAt = Number.isSafeInteger(seconds) ? seconds * 1_000 : now;
    await manager
      .createQueryBuilder()
      .insert()
      .into(PlatformEventRow)
      .values({
        eventId,
        platform,
        eventKey,
        type,
        happenedAt,
        receivedAt: now,
        facts: this.seals.seal(eventId, facts),
      })
      .orIgnore()
      .updateEntity(false)
      .execute();
    const isNew = await manager.existsBy(PlatformEventRow, { eventId });
    if (isNew) {
      await this.outbox.publish(tx, {
        type: outboxType(platform, type),
        version: 1,
        subjectNo: null,
        subjectSeq: null,
        occurredAt: happenedAt,
        causationId: null,
        payload: { eventId },
      });
    }
    return true;
  }

  #party(platform: PlatformName): CallbackParty | null {
    const { wechat, wecom } = this.config;
    if (platform === 'wechat')
      return wechat.push === null ? null : { ...wechat.push, receiver: wechat.appId, signsOpenly: true };
    return wecom === null || wecom.callback === null
      ? null
      : { ...wecom.callback, receiver: wecom.corpId, signsOpenly: false };
  }

  async #purge(): Promise<void> {
    const now = this.clock.now();
    await this.#purgeOld(PlatformNonce, 'nonce_key', 'seen_at', now - NONCE_MS);
    await this.#purgeOld(PlatformEventRow, 'event_id', 'received_at', now - EVENT_DAYS * DAY);
  }

  async #purgeOld(entity: new () => object, key: string, column: string, before: number): Promise<void> {
    const { tableName } = this.database.read.connection.getMetadata(entity);
    for (;;) {
      const rows: readonly Record<string, string>[] = await this.database.read.query(
        `SELECT ${key} AS id FROM ${tableName} WHERE ${column} < ? ORDER BY ${column} LIMIT ${CHUNK}`,
        [before],
      );
      const ids = rows.map((row) => row['id']);
      if (ids.length === 0) return;
      await this.database.runInTransaction(({ manager }) => manager.delete(entity, ids));
    }
  }
}

const outboxType = (platform: PlatformName, type: string): string => `${platform}:${type}`;
const sha256 = (value: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(value ?? null))
    .digest('hex');
const refused = () => new AppError('http.forbidden', 403);
