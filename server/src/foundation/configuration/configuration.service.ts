import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { In } from 'typeorm';
import { z } from 'zod';
import { Clock, Randomness } from '../../platform/clock/index.ts';
import { Database, type Transaction } from '../../platform/database/index.ts';
import { type Principal, ValidationFailed } from '../../platform/http/index.ts';
import { Audit, sha256OfJson } from '../audit/index.ts';
import { Reviews, type DecidedReview } from '../reviews/index.ts';
import { ConfigVersion } from './config-version.entity.ts';
import type { ConfigurationKey, Configured, ConfiguredSince } from './configuration-key.ts';
import { notConfigured, versionAltered, versionNotFound } from './configuration.errors.ts';
import { frozen } from './frozen.ts';

/** Another node's new version is seen after this long at most. */
const FRESH_MS = 5000;
const ISSUES_MAX = 20;
/** Kind of subject under which reviews and the trail know a version. */
export const CONFIGURATION_SUBJECT = 'configuration';

interface Live {
  readonly version: number;
  readonly validFrom: number;
  readonly json: object;
  /** The hash of the JSON, which was looked at when it was loaded. */
  readonly sha256: string;
}

/** What the business decides, by key and moment. Every decision stores the version it used. */
@Injectable()
export class Configuration implements OnApplicationBootstrap {
  readonly #initial = new Map<string, { readonly key: ConfigurationKey<object>; readonly json: object }>();
  readonly #live = new Map<string, { readonly loadedAt: number; readonly versions: readonly Live[] }>();
  /** What was read of a version, by key and hash: a version that was live never changes, and some are long to read. */
  readonly #read = new Map<string, object>();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
    private readonly audit: Audit,
    private readonly reviews: Reviews,
  ) {
    reviews.onDecided(CONFIGURATION_SUBJECT, (tx, review) => this.#decide(tx, review));
  }

  /** Names a key, what its values look like and the value the software brings along: version 1 where there is none. */
  register<Value extends object>(
    name: string,
    schema: z.ZodType<Value>,
    initial: Value,
  ): ConfigurationKey<Value> {
    if (this.#initial.has(name)) throw new Error(`configuration key ${name} is registered twice`);
    const key = { name, schema };
    this.#initial.set(name, { key, json: schema.parse(initial) });
    return key;
  }

  /** The keys that are registered, by name. */
  names(): readonly string[] {
    return [...this.#initial.keys()].sort();
  }

  /**
   * What somebody wrote for a key, as it would be stored.
   * @throws {ValidationFailed} with the place of each fault
   */
  readValue(name: string, json: object): object {
    const read = this.#initial.get(name)?.key.schema.safeParse(json);
    if (read === undefined) throw notConfigured(name);
    if (read.success) return read.data;
    const issues = read.error.issues.slice(0, ISSUES_MAX);
    throw new ValidationFailed(
      issues.map(({ path, message }) => ({ path: path.map(String).join('.'), message })),
    );
  }

  async onApplicationBootstrap(): Promise<void> {
    for (const name of this.#initial.keys()) await this.#seed(name);
  }

  /** The version in force at a moment (epoch ms). A key seeded today also answers for the time before it. */
  async get<Value extends object>(key: ConfigurationKey<Value>, at: number): Promise<Configured<Value>>;
  async get(key: string, at: number): Promise<Configured<object>>;
  async get(key: ConfigurationKey<object> | string, at: number): Promise<Configured<object>> {
    const name = typeof key === 'string' ? key : key.name;
    const schema = this.#initial.get(name)?.key.schema;
    if (schema === undefined) throw notConfigured(name);
    const versions = await this.#versionsOf(name);
    const found = versions.filter(({ validFrom }) => validFrom <= at).at(-1) ?? versions[0];
    if (found === undefined) throw notConfigured(name);
    return { version: found.version, value: this.#valueOf(name, schema, found) };
  }

  /** Every version that is or was live, in the order in which they came into force. */
  async history<Value extends object>(
    key: ConfigurationKey<Value>,
  ): Promise<readonly ConfiguredSince<Value>[]> {
    return (await this.#versionsOf(key.name)).map(({ version, validFrom: from, json }) => ({
      version,
      from,
      value: key.schema.parse(json),
    }));
  }

  /**
   * A version that is or was live, by its number: what a decision of then was made with.
   * @throws {AppError} configuration.version_not_found
   */
  async getVersion<Value extends object>(
    key: ConfigurationKey<Value>,
    version: number,
  ): Promise<Configured<Value>> {
    const found = (await this.#versionsOf(key.name)).find((each) => each.version === version);
    if (found === undefined) throw versionNotFound();
    return { version, value: key.schema.parse(found.json) };
  }

  /** Whether the latest version that is live or waits for its second person says the same. */
  async isProposed<Value extends object>(
    tx: Transaction,
    key: ConfigurationKey<Value>,
    value: Value,
  ): Promise<boolean> {
    const [latest] = await tx.manager.find(ConfigVersion, {
      where: { configKey: key.name, state: In(['LIVE', 'IN_REVIEW']) },
      order: { version: 'DESC' },
      take: 1,
    });
    return latest?.sha256 === sha256OfJson(key.schema.parse(value));
  }

  /** Asks a second person for a new version. It goes live with their approval, from `validFrom` on. */
  async propose(
    tx: Transaction,
    proposal: {
      readonly key: string;
      readonly json: object;
      readonly validFrom: number;
      readonly author: Principal;
    },
  ): Promise<{ configVersionId: string; reviewId: string; version: number; sha256: string }> {
    const { key, author, validFrom } = proposal;
    const schema = this.#initial.get(key)?.key.schema;
    if (schema === undefined) throw notConfigured(key);
    const [latest] = await tx.manager.find(ConfigVersion, {
      where: { configKey: key },
      order: { version: 'DESC' },
      take: 1,
    });
    const version = (latest?.version ?? 0) + 1;
    const json = schema.parse(proposal.json);
    const row = this.#row({
      configKey: key,
      version,
      validFrom,
      json,
      author: author.id,
      state: 'IN_REVIEW',
    });
    // UNIQUE (key, version) stops the second of two proposers at once.
    await tx.manager
      .createQueryBuilder()
      .insert()
      .into(ConfigVersion)
      .values(row)
      .updateEntity(false)
      .execute();
    const { configVersionId, sha256 } = row;
    const reviewId = await this.reviews.request(tx, {
      subjectKind: CONFIGURATION_SUBJECT,
      subjectId: configVersionId,
      subjectTitle: key,
      version,
      sha256,
      requester: author,
    });
    return { configVersionId, reviewId, version, sha256 };
  }

  async #decide(tx: Transaction, { subjectId, isApproved, decider, sha256 }: DecidedReview): Promise<void> {
    const where = { configVersionId: subjectId, state: 'IN_REVIEW', sha256 };
    const row = await tx.manager.findOneBy(ConfigVersion, where);
    if (row === null) throw versionNotFound();
    const { affected } = await tx.manager
      .createQueryBuilder()
      .update(ConfigVersion)
      .set({
        state: isApproved ? 'LIVE' : 'REJECTED',
        reviewer: decider.id,
        // What was decided before the approval was decided with what was in force then.
        ...(isApproved && { validFrom: Math.max(row.validFrom, this.clock.now()) }),
      })
      .where(where)
      .execute();
    if (affected !== 1) throw versionNotFound();
    tx.afterCommit(() => this.#live.clear());
  }

  async #versionsOf(name: string): Promise<readonly Live[]> {
    const now = this.clock.now();
    const cached = this.#live.get(name);
    if (cached !== undefined && Math.abs(now - cached.loadedAt) < FRESH_MS) return cached.versions;
    const rows = await this.database.read.find(ConfigVersion, {
      where: { configKey: name, state: 'LIVE' },
      order: { validFrom: 'ASC', version: 'ASC' },
    });
    for (const { json, sha256, version } of rows) {
      if (sha256OfJson(json) !== sha256) throw versionAltered(name, version);
    }
    this.#live.set(name, { loadedAt: now, versions: rows });
    return rows;
  }

  #valueOf(name: string, schema: z.ZodType<object>, { json, sha256 }: Live): object {
    const place = `${name} ${sha256}`;
    const value = this.#read.get(place) ?? frozen(schema.parse(json));
    this.#read.set(place, value);
    return value;
  }

  /** Two processes that start at once both try; UNIQUE (key, version) lets one of them in. */
  async #seed(name: string): Promise<void> {
    const seed = this.#initial.get(name);
    if (seed === undefined || (await this.#versionsOf(name)).length > 0) return;
    const now = this.clock.now();
    const row = this.#row({
      configKey: name,
      version: 1,
      validFrom: now,
      json: seed.json,
      author: 'system',
      state: 'LIVE',
    });
    await this.database.runInTransaction(async (tx) => {
      const { manager } = tx;
      await manager
        .createQueryBuilder()
        .insert()
        .into(ConfigVersion)
        .values(row)
        .orIgnore()
        .updateEntity(false)
        .execute();
      const kept = await manager.findOneBy(ConfigVersion, { configKey: name, version: 1 });
      if (kept?.configVersionId !== row.configVersionId) return;
      await this.audit.record(tx, {
        actor: 'system',
        action: 'configuration.seed',
        subjectKind: CONFIGURATION_SUBJECT,
        subjectId: row.configVersionId,
        inputs: { key: name, version: 1, sha256: row.sha256 },
      });
    });
    this.#live.delete(name);
  }

  #row(
    values: Pick<ConfigVersion, 'configKey' | 'version' | 'validFrom' | 'json' | 'author' | 'state'>,
  ): ConfigVersion {
    return {
      ...values,
      configVersionId: this.randomness.uuid(),
      schemaVersion: 1,
      sha256: sha256OfJson(values.json),
      reviewer: null,
      createdAt: this.clock.now(),
    };
  }
}
