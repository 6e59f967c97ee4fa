import { Injectable } from '@nestjs/common';
import type { GroupMemberQuery, GroupMembers as Shown } from '@siyu/shared/contracts/communities-desk';
import { STAGES } from '@siyu/shared/contracts/scoring.limits';
import { MEMBER_COUNT_MAX } from '@siyu/shared/contracts/workspace.limits';
import type { z } from 'zod';
import { Database } from '../../platform/database/index.ts';
import type { Principal } from '../../platform/http/index.ts';
import { GroupScope } from '../../records/communities/index.ts';
import { MemberScopes } from '../../records/identity/index.ts';
import { countGroupStages } from './count-group-stages.query.ts';
import { mayReadNames, shownName } from './display-name.ts';
import { cursorAfter, positionAt } from './list-cursor.ts';
import { countMembers, listMembers } from './list-members.query.ts';
import { positional, SCOPED_COLUMN } from './member-scope.ts';

const SORT = 'number';

/**
 * The members of a group: how many are where on the path, and those of them whom the caller may look at anyway. Who
 * sees a group does not see its members by that.
 */
@Injectable()
export class GroupMembers {
  constructor(
    private readonly database: Database,
    private readonly groups: GroupScope,
    private readonly scopes: MemberScopes,
  ) {}

  /** @throws {AppError} communities.group_out_of_reach also outside the caller's reach */
  async list(
    caller: Principal,
    groupId: string,
    { limit, cursor }: z.output<typeof GroupMemberQuery>,
  ): Promise<Shown> {
    const { read } = this.database;
    await this.groups.findGroup(caller.scope, groupId);
    const scope = positional(read, await this.scopes.conditionOn(SCOPED_COLUMN, caller.scope));
    const wanted = { communityGroup: groupId, isNameReader: mayReadNames(caller), callerId: caller.id };
    const place = { sort: SORT, limit: limit + 1, after: positionAt(SORT, cursor) } as const;
    const [stages, found, total] = await Promise.all([
      countGroupStages(read, groupId),
      listMembers(read, scope, { ...wanted, ...place }),
      countMembers(read, scope, wanted, MEMBER_COUNT_MAX),
    ]);
    const page = found.slice(0, limit);
    const last = found.length > limit ? page.at(-1) : undefined;
    return {
      stages: STAGES.map((stage) => ({ stage, members: stages.get(stage) ?? 0 })),
      rows: page.map((record) => ({
        memberId: record.memberId,
        name: shownName(record, caller),
        stage: record.stage,
      })),
      total,
      nextCursor: last === undefined ? null : cursorAfter(SORT, last),
    };
  }
}
