import { Injectable } from '@nestjs/common';
import type {
  CheckedConfig,
  ConfigKeyRow,
  ConfigKeyRows,
  ConfigVersionDetail,
  ConfigVersionRow,
  ConfigVersionRows,
  ProposeConfig,
} from '@siyu/shared/contracts/configuration';
import { CONFIG_STATES } from '@siyu/shared/contracts/configuration.limits';
import { z } from 'zod';
import { Clock } from '../../platform/clock/index.ts';
import { Database } from '../../platform/database/index.ts';
import { decodeCursor, encodeCursor, type Principal } from '../../platform/http/index.ts';
import { sha256OfJson } from '../audit/index.ts';
import { StaffDirectory } from '../organisation/index.ts';
import { Reviews } from '../reviews/index.ts';
import { ConfigVersion } from './config-version.entity.ts';
import {
  baseOutdated,
  keyNotFound,
  notYourProposal,
  nothingChanged,
  versionNotFound,
} from './configuration.errors.ts';
import { CONFIGURATION_SUBJECT, Configuration } from './configuration.service.ts';

const Position = z.tuple([z.int()]);
const PlainObject = z.record(z.string(), z.unknown());
const iso = (instant: number): string => new Date(instant).toISOString();

/** Configuration as staff see it: every key with its history, and proposals on their way to a second person. */
@Injectable()
export class ConfigurationDesk {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly configuration: Configuration,
    private readonly staff: StaffDirectory,
    private readonly reviews: Reviews,
  ) {}

  async listKeys(): Promise<ConfigKeyRows> {
    const rows = await Promise.all(this.configuration.names().map((key) => this.#keyRow(key)));
    return { rows, total: rows.length, nextCursor: null };
  }

  /** The highest version first. */
  async listVersions(
    key: string,
    { limit, cursor }: { readonly limit: number; readonly cursor?: string | undefined },
  ): Promise<ConfigVersionRows> {
    this.#known(key);
    const matching = this.database.read.createQueryBuilder(ConfigVersion, 'config').where({ configKey: key });
    const total = await matching.getCount();
    const after = decodeCursor(cursor, Position);
    if (after !== null) matching.andWhere('config.version < :version', { version: after[0] });
    const found = await matching
      .orderBy('config.version', 'DESC')
      .limit(limit + 1)
      .getMany();
    const page = found.slice(0, limit);
    const last = found.length > limit ? page.at(-1) : undefined;
    const nextCursor = last === undefined ? null : encodeCursor([last.version]);
    return { rows: await this.#rowsOf(key, page), total, nextCursor };
  }

  /** @throws {AppError} configuration.version_not_found */
  async getVersion(configVersionId: string): Promise<ConfigVersionDetail> {
    const found = await this.database.read.findOneBy(ConfigVersion, { configVersionId });
    if (found === null || !this.configuration.names().includes(found.configKey)) throw versionNotFound();
    const [row] = await this.#rowsOf(found.configKey, [found]);
    if (row === undefined) throw versionNotFound();
    const { version, value } = await this.configuration.get(found.configKey, this.clock.now());
    return {
      row,
      value: PlainObject.parse(found.json),
      inForce: { version, value: PlainObject.parse(value) },
    };
  }

  /** @throws {ValidationFailed} with the place of each fault */
  checkValue(key: string, value: object): CheckedConfig {
    this.#known(key);
    const read = this.configuration.readValue(key, value);
    return { value: PlainObject.parse(read), sha256: sha256OfJson(read) };
  }

  async propose(author: Principal, key: string, body: ProposeConfig): Promise<ConfigVersionRow> {
    const { value, sha256 } = this.checkValue(key, body.value);
    const now = this.clock.now();
    const inForce = await this.configuration.get(key, now);
    if (inForce.version !== body.baseVersion) throw baseOutdated();
    if (sha256OfJson(inForce.value) === sha256) throw nothingChanged();
    const wanted = body.validFrom === null ? now : Date.parse(body.validFrom);
    const { configVersionId } = await this.database.runInTransaction((tx) =>
      this.configuration.propose(tx, { key, json: value, validFrom: Math.max(wanted, now), author }),
    );
    return (await this.getVersion(configVersionId)).row;
  }

  /** Takes back a proposal that nobody has decided on. */
  async withdraw(author: Principal, configVersionId: string): Promise<ConfigVersionRow> {
    await this.database.runInTransaction(async (tx) => {
      const found = await tx.manager.findOneBy(ConfigVersion, { configVersionId, state: 'IN_REVIEW' });
      if (found === null) throw versionNotFound();
      if (found.author !== author.id) throw notYourProposal();
      await this.reviews.supersede(tx, CONFIGURATION_SUBJECT, configVersionId, author);
      await tx.manager.update(ConfigVersion, { configVersionId, state: 'IN_REVIEW' }, { state: 'WITHDRAWN' });
    });
    return (await this.getVersion(configVersionId)).row;
  }

  #known(key: string): void {
    if (!this.configuration.names().includes(key)) throw keyNotFound();
  }

  async #keyRow(key: string): Promise<ConfigKeyRow> {
    const now = this.clock.now();
    const { version } = await this.configuration.get(key, now);
    const versions = await this.database.read
      .createQueryBuilder(ConfigVersion, 'config')
      .select(['config.configVersionId', 'config.version', 'config.state', 'config.validFrom'])
      .where({ configKey: key })
      .orderBy('config.validFrom', 'ASC')
      .getMany();
    const live = versions.filter(({ state }) => state === 'LIVE');
    const next = live.find(({ validFrom }) => validFrom > now);
    return {
      key,
      version,
      validFrom: iso(live.find((each) => each.version === version)?.validFrom ?? now),
      waiting: versions.filter(({ state }) => state === 'IN_REVIEW').length,
      nextFrom: next === undefined ? null : iso(next.validFrom),
    };
  }

  async #rowsOf(key: string, versions: readonly ConfigVersion[]): Promise<ConfigVersionRow[]> {
    const inForce = await this.configuration.get(key, this.clock.now());
    const people = versions.flatMap(({ author, reviewer }) => [
      author,
      ...(reviewer === null ? [] : [reviewer]),
    ]);
    const staff = await this.staff.listStaffByIds(people.filter((id) => id !== 'system'));
    return versions.map((each) => ({
      configVersionId: each.configVersionId,
      key,
      version: each.version,
      state: CONFIG_STATES.find((state) => state === each.state) ?? 'REJECTED',
      isInForce: each.state === 'LIVE' && each.version === inForce.version,
      validFrom: iso(each.validFrom),
      sha256: each.sha256,
      authorId: each.author === 'system' ? null : each.author,
      authorName: each.author === 'system' ? null : (staff.get(each.author)?.name ?? ''),
      reviewerName: each.reviewer === null ? null : (staff.get(each.reviewer)?.name ?? ''),
      createdAt: iso(each.createdAt),
    }));
  }
}
