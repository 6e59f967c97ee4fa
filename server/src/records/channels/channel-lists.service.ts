import { Injectable } from '@nestjs/common';
import type {
  ChannelAccount,
  ChannelAccountRow,
  ChannelAccountRows,
  ChannelListQuery,
  Placement,
} from '@siyu/shared/contracts/channels';
import {
  ACCOUNT_OWNERS,
  LINK_USEFUL_MS,
  PLACEMENT_STATES,
  PLACEMENTS_PER_ACCOUNT_MAX,
  PLATFORMS,
} from '@siyu/shared/contracts/channels.limits';
import type { SelectQueryBuilder } from 'typeorm';
import { z } from 'zod';
import { Organisation, StaffDirectory } from '../../foundation/organisation/index.ts';
import { Clock } from '../../platform/clock/index.ts';
import { Database } from '../../platform/database/index.ts';
import { decodeCursor, encodeCursor, type Scope } from '../../platform/http/index.ts';
import {
  arrivalsSince,
  newMembersByAccount,
  newMembersByPlacement,
  placementsByAccount,
} from './arrival-counts.ts';
import { AttributionSetting } from './attribution-setting.ts';
import { ChannelAccountEntry, PlacementEntry } from './channel-account.entity.ts';
import { sceneOf } from './channel-key.ts';
import { ChannelScope, isInReach, type Reach } from './channel-scope.service.ts';
import { PlacementLessons } from './placement-lessons.ts';
import { accountNotFound, placementNotFound } from './channels.errors.ts';

const DAY_MS = 86_400_000;
const Position = z.tuple([z.number(), z.string()]);

/** Accounts and placements as staff see them: those of their reach, with the new members each has brought. */
@Injectable()
export class ChannelLists {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly organisation: Organisation,
    private readonly staff: StaffDirectory,
    private readonly scope: ChannelScope,
    private readonly setting: AttributionSetting,
    private readonly lessons: PlacementLessons,
  ) {}

  /** The newest first. */
  async listAccounts(scope: Scope, query: z.output<typeof ChannelListQuery>): Promise<ChannelAccountRows> {
    const { limit, cursor, days } = query;
    const matching = filtered(this.#all(await this.scope.reachOf(scope)), query);
    const total = await matching.getCount();
    const after = decodeCursor(cursor, Position);
    if (after !== null)
      matching.andWhere('(one.createdAt < :at OR (one.createdAt = :at AND one.accountId < :id))', {
        at: after[0],
        id: after[1],
      });
    const found = await matching
      .orderBy('one.createdAt', 'DESC')
      .addOrderBy('one.accountId', 'DESC')
      .take(limit + 1)
      .getMany();
    const page = found.slice(0, limit);
    const last = found.length > limit ? page.at(-1) : undefined;
    const now = this.clock.now();
    return {
      rows: await this.#rowsOf(page, now - days * DAY_MS),
      total,
      nextCursor: last === undefined ? null : encodeCursor([last.createdAt, last.accountId]),
      arrivals: scope.kind === 'firm' ? await arrivalsSince(this.database.read, now - days * DAY_MS) : null,
      attributionDays: (await this.setting.at(now)).value.touchWindowDays,
    };
  }

  /** @throws {AppError} channels.account_not_found also outside the caller's reach */
  async getAccount(scope: Scope, accountId: string, days: number): Promise<ChannelAccount> {
    const { read } = this.database;
    const entry = await this.findAccount(scope, accountId);
    const now = this.clock.now();
    const since = now - days * DAY_MS;
    const [row] = await this.#rowsOf([entry], since);
    if (row === undefined) throw accountNotFound();
    const entries = await read.find(PlacementEntry, {
      where: { accountId },
      order: { createdAt: 'DESC', placementId: 'DESC' },
      take: PLACEMENTS_PER_ACCOUNT_MAX,
    });
    const ids = entries.map(({ placementId }) => placementId);
    const first = await newMembersByPlacement(read, ids, since, 'first');
    const last = await newMembersByPlacement(read, ids, since, 'last');
    const titles = await this.lessons.titles();
    return {
      account: row,
      placements: entries.map((each) => placementOf(each, first, last, titles, now)),
      attributionDays: (await this.setting.at(now)).value.touchWindowDays,
    };
  }

  /** @throws {AppError} channels.account_not_found also outside the caller's reach */
  async findAccount(scope: Scope, accountId: string): Promise<ChannelAccountEntry> {
    const entry = await this.database.read.findOneBy(ChannelAccountEntry, { accountId });
    const reach = await this.scope.reachOf(scope);
    if (entry === null || !isInReach(reach, entry.branchId)) throw accountNotFound();
    return entry;
  }

  /** @throws {AppError} channels.placement_not_found also outside the caller's reach */
  async findPlacement(scope: Scope, placementId: string): Promise<PlacementEntry> {
    const entry = await this.database.read.findOneBy(PlacementEntry, { placementId });
    if (entry === null) throw placementNotFound();
    await this.findAccount(scope, entry.accountId).catch(() => {
      throw placementNotFound();
    });
    return entry;
  }

  #all(reach: Reach): SelectQueryBuilder<ChannelAccountEntry> {
    const accounts = this.database.read.createQueryBuilder(ChannelAccountEntry, 'one');
    if (reach === null) return accounts;
    if (reach.size === 0) return accounts.where('1 = 0');
    return accounts.where('one.branchId IN (:...reach)', { reach: [...reach] });
  }

  async #rowsOf(entries: readonly ChannelAccountEntry[], since: number): Promise<ChannelAccountRow[]> {
    const { read } = this.database;
    const ids = entries.map(({ accountId }) => accountId);
    const [brought, placements, staff, branches] = await Promise.all([
      newMembersByAccount(read, ids, since),
      placementsByAccount(read, ids),
      this.staff.listStaffByIds(entries.flatMap(({ staffId }) => staffId ?? [])),
      this.organisation.listBranches(),
    ]);
    const branchNames = new Map(branches.map(({ branchId, name }) => [branchId, name]));
    return entries.map(({ accountId, owner, platform, name, handle, branchId, staffId, createdAt }) => ({
      accountId,
      owner: ACCOUNT_OWNERS.find((each) => each === owner) ?? 'FIRM',
      platform: PLATFORMS.find((each) => each === platform) ?? 'HALL',
      name,
      handle,
      branchName: branchNames.get(branchId ?? '') ?? null,
      staffName: staff.get(staffId ?? '')?.name ?? null,
      placements: placements.get(accountId) ?? 0,
      newMembers: brought.get(accountId) ?? 0,
      createdAt: new Date(createdAt).toISOString(),
    }));
  }
}

function filtered(
  accounts: SelectQueryBuilder<ChannelAccountEntry>,
  { search = '', platform, owner }: z.output<typeof ChannelListQuery>,
): SelectQueryBuilder<ChannelAccountEntry> {
  if (platform !== undefined) accounts.andWhere('one.platform = :platform', { platform });
  if (owner !== undefined) accounts.andWhere('one.owner = :owner', { owner });
  if (search !== '') {
    const words = `%${search.replaceAll(/[!%_]/g, '!$&')}%`;
    accounts.andWhere("(one.name LIKE :words ESCAPE '!' OR one.handle LIKE :words ESCAPE '!')", { words });
  }
  return accounts;
}

function placementOf(
  { placementId, placementKey, name, state, lessonId, linkUrl, linkUntil, createdAt }: PlacementEntry,
  first: ReadonlyMap<string, number>,
  last: ReadonlyMap<string, number>,
  titles: ReadonlyMap<string, string>,
  now: number,
): Placement {
  return {
    placementId,
    key: placementKey,
    scene: sceneOf(placementKey),
    name,
    state: PLACEMENT_STATES.find((each) => each === state) ?? 'RETIRED',
    lessonId,
    lessonTitle: titles.get(lessonId ?? '') ?? null,
    link: linkOf(linkUrl, linkUntil, now),
    createdAt: new Date(createdAt).toISOString(),
    firstTouch: first.get(placementId) ?? 0,
    lastTouch: last.get(placementId) ?? 0,
  };
}

/** One that is over is shown no more: it would be sent by mistake. */
function linkOf(url: string | null, until: number | null, now: number): Placement['link'] {
  if (url === null || until === null || until <= now) return null;
  return { url, until: new Date(until).toISOString(), isUseful: until > now + LINK_USEFUL_MS };
}
