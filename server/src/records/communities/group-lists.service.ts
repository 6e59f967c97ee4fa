import { Injectable } from '@nestjs/common';
import type {
  GroupDetail,
  GroupListQuery,
  GroupOwners,
  GroupRow,
  GroupRows,
} from '@siyu/shared/contracts/communities-desk';
import { GROUP_OWNERS_SHOWN } from '@siyu/shared/contracts/communities-desk.limits';
import type { Role } from '@siyu/shared/contracts/identity.limits';
import type { SelectQueryBuilder } from 'typeorm';
import { z } from 'zod';
import { StaffDirectory } from '../../foundation/organisation/index.ts';
import { Clock } from '../../platform/clock/index.ts';
import { Database } from '../../platform/database/index.ts';
import { decodeCursor, encodeCursor, type Principal, type Scope } from '../../platform/http/index.ts';
import { CommunityGroup } from './community-group.entity.ts';
import { activityOf, daysOf, windowStart } from './group-activity.ts';
import { type GroupReach, GroupScope } from './group-scope.service.ts';
import { NoticeLists } from './notice-lists.service.ts';
import { SharedLessons } from './shared-lessons.service.ts';

/** Who may write notices and share lessons, within their reach. */
export const KEEPERS: readonly Role[] = ['adviser', 'relationshipManager', 'branchHead', 'operator'];
const Position = z.tuple([z.int(), z.string()]);

/** Groups as staff see them: those of their reach, with what happened in each. */
@Injectable()
export class GroupLists {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly staff: StaffDirectory,
    private readonly scope: GroupScope,
    private readonly notices: NoticeLists,
    private readonly lessons: SharedLessons,
  ) {}

  /** The largest first. */
  async listGroups(scope: Scope, query: z.output<typeof GroupListQuery>): Promise<GroupRows> {
    const { limit, cursor } = query;
    const matching = await this.#matching(scope, query);
    const total = await matching.getCount();
    const after = decodeCursor(cursor, Position);
    if (after !== null)
      matching.andWhere('(one.memberCount < :size OR (one.memberCount = :size AND one.groupId < :id))', {
        size: after[0],
        id: after[1],
      });
    const found = await matching
      .orderBy('one.memberCount', 'DESC')
      .addOrderBy('one.groupId', 'DESC')
      .take(limit + 1)
      .getMany();
    const page = found.slice(0, limit);
    const last = found.length > limit ? page.at(-1) : undefined;
    return {
      rows: await this.#rowsOf(page),
      total,
      nextCursor: last === undefined ? null : encodeCursor([last.memberCount, last.groupId]),
    };
  }

  /** Who looks after the groups of the caller's reach. */
  async listOwners(scope: Scope): Promise<GroupOwners> {
    const rows = await this.database.read
      .createQueryBuilder(CommunityGroup, 'one')
      .select('DISTINCT one.ownerWecomUserId', 'wecomUserId')
      .getRawMany<{ wecomUserId: string }>();
    const reach = await this.scope.reachOf(scope);
    const inReach = rows
      .map(({ wecomUserId }) => wecomUserId)
      .filter((id) => reach === null || reach.has(id));
    const owners = [...(await this.staff.listByWecomUserIds(inReach)).values()];
    const branches = new Map(
      owners.flatMap(({ branchId, branchName }) =>
        branchId === null || branchName === null ? [] : [[branchId, branchName]],
      ),
    );
    return {
      branches: [...branches].map(([branchId, name]) => ({ branchId, name })),
      staff: owners.slice(0, GROUP_OWNERS_SHOWN).map(({ staffId, name }) => ({ staffId, name })),
    };
  }

  /** @throws {AppError} communities.group_out_of_reach also outside the caller's reach */
  async getGroup({ scope, roles }: Principal, groupId: string): Promise<GroupDetail> {
    const group = await this.scope.findGroup(scope, groupId);
    const [rows, days, notices, lessons] = await Promise.all([
      this.#rowsOf([group]),
      daysOf(this.database.read, groupId, this.clock.now()),
      this.notices.latestOf(group),
      this.lessons.sharedWith(groupId),
    ]);
    const [row] = rows;
    if (row === undefined) throw new Error('a group that was found has no row');
    return {
      group: row,
      days,
      syncedAt: new Date(group.syncedAt).toISOString(),
      notices: [...notices],
      lessons: [...lessons],
      isKeeper: roles.some((role) => KEEPERS.includes(role)),
    };
  }

  async #matching(
    scope: Scope,
    { search = '', state, branch, owner }: z.output<typeof GroupListQuery>,
  ): Promise<SelectQueryBuilder<CommunityGroup>> {
    const groups = this.database.read.createQueryBuilder(CommunityGroup, 'one').where('1 = 1');
    const among = (name: string, reach: GroupReach): void => {
      if (reach === null) return;
      if (reach.size === 0) groups.andWhere('1 = 0');
      else groups.andWhere(`one.ownerWecomUserId IN (:...${name})`, { [name]: [...reach] });
    };
    among('reach', await this.scope.reachOf(scope));
    if (branch !== undefined) among('ofBranch', await this.staff.wecomUserIdsOf([branch]));
    if (owner !== undefined) among('ofOwner', await this.scope.reachOf({ kind: 'book', staffId: owner }));
    if (state !== undefined) groups.andWhere('one.state = :state', { state });
    if (search !== '') {
      const words = `%${search.replaceAll(/[!%_]/g, '!$&')}%`;
      groups.andWhere("one.name LIKE :words ESCAPE '!'", { words });
    }
    return groups;
  }

  async #rowsOf(groups: readonly CommunityGroup[]): Promise<GroupRow[]> {
    const { read } = this.database;
    const ids = groups.map(({ groupId }) => groupId);
    const [activity, owners] = await Promise.all([
      activityOf(read, ids, windowStart(this.clock.now())),
      this.staff.listByWecomUserIds(groups.map(({ ownerWecomUserId }) => ownerWecomUserId)),
    ]);
    return groups.map(({ groupId, name, state, ownerWecomUserId, memberCount }) => {
      const { lastActiveAt, ...counts } = activity(groupId);
      const owner = owners.get(ownerWecomUserId);
      return {
        groupId,
        name,
        state,
        ownerName: owner?.name ?? null,
        branchName: owner?.branchName ?? null,
        memberCount,
        ...counts,
        lastActiveAt: lastActiveAt === null ? null : new Date(lastActiveAt).toISOString(),
      };
    });
  }
}
