import { Injectable, type OnModuleInit } from '@nestjs/common';
import { LessThanOrEqual } from 'typeorm';
import { WechatError, WecomApi } from '../../foundation/wechat/index.ts';
import { Clock, Randomness } from '../../platform/clock/index.ts';
import { Database, type Transaction, upsertRows } from '../../platform/database/index.ts';
import { Jobs, type Lease } from '../../platform/jobs/index.ts';
import { Logger } from '../../platform/logging/index.ts';
import { type LookupKind, WecomLookup } from './wecom-lookup.entity.ts';

/** Asks WeCom, outside any transaction; what it gives back writes the answer down inside one. */
export type LookUp = (externalId: string) => Promise<(tx: Transaction) => Promise<void>>;

const JOB = 'wecom-lookups';
const EVERY_MS = 30_000;
const FIRST_REST_MS = 10_000;
const REST_MAX_MS = 3_600_000;
/** Over a day and a half; the whole firm is gone through again meanwhile. */
const TRIES_MAX = 40;

/** What WeCom is to be asked about: wanted in the transaction of whoever heard of it, asked afterwards, until it answers. */
@Injectable()
export class WecomLookups implements OnModuleInit {
  readonly #lookUps = new Map<LookupKind, LookUp>();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
    private readonly jobs: Jobs,
    private readonly logger: Logger,
    private readonly wecom: WecomApi,
  ) {}

  onModuleInit(): void {
    this.jobs.every(JOB, EVERY_MS, (lease) => this.#run(lease));
  }

  /** To be called in `onModuleInit`. */
  on(kind: LookupKind, lookUp: LookUp): void {
    this.#lookUps.set(kind, lookUp);
  }

  /** Wanted again it is looked up anew, whatever is being found out meanwhile. */
  async want(tx: Transaction, kind: LookupKind, externalId: string): Promise<void> {
    const row = { kind, externalId, wantedId: this.randomness.uuid(), nextAt: this.clock.now(), tries: 0 };
    await upsertRows(tx, WecomLookup, [row]);
    tx.afterCommit(() => this.jobs.wake(JOB));
  }

  async #run(lease: Lease): Promise<void> {
    if (!this.wecom.isConfigured) return;
    while (!lease.isEnding()) {
      const [next] = await this.database.read.find(WecomLookup, {
        where: { nextAt: LessThanOrEqual(this.clock.now()) },
        order: { nextAt: 'ASC' },
        take: 1,
      });
      if (next === undefined || !(await this.#look(lease, next))) return;
    }
  }

  /** @returns whether it is of use to go on with others */
  async #look(lease: Lease, lookup: WecomLookup): Promise<boolean> {
    const { kind, externalId, wantedId } = lookup;
    try {
      const write = await this.#lookUps.get(kind)?.(externalId);
      await this.database.runInTransaction(async (tx) => {
        await lease.assertHeld(tx);
        await write?.(tx);
        await tx.manager.delete(WecomLookup, { kind, externalId, wantedId });
      });
      return true;
    } catch (error) {
      // What cannot be looked up stands in nobody's way.
      await this.#restOrDrop(lookup);
      if (!(error instanceof WechatError)) throw error;
      this.logger.warn('WeCom did not answer a lookup', { kind, code: error.code, failure: error.kind });
      return !error.retryable && !error.isSickness;
    }
  }

  async #restOrDrop({ kind, externalId, wantedId, tries }: WecomLookup): Promise<void> {
    const nextAt = this.clock.now() + Math.min(FIRST_REST_MS * 2 ** tries, REST_MAX_MS);
    await this.database.runInTransaction(async ({ manager }) => {
      const key = { kind, externalId, wantedId };
      if (tries + 1 >= TRIES_MAX) await manager.delete(WecomLookup, key);
      else await manager.update(WecomLookup, key, { nextAt, tries: tries + 1 });
    });
  }
}
