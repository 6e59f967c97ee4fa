import { Injectable } from '@nestjs/common';
import { Organisation, StaffDirectory } from '../../foundation/organisation/index.ts';
import { Database } from '../../platform/database/index.ts';
import type { Scope } from '../../platform/http/index.ts';
import { groupOutOfReach } from './community-desk.errors.ts';
import { CommunityGroup } from './community-group.entity.ts';

/** Whose groups a caller may see, by what WeCom calls their owners; null: everybody's. */
export type GroupReach = ReadonlySet<string> | null;

/** Turns a scope into the owners whose groups it reaches: a branch those of its people, a book one's own. */
@Injectable()
export class GroupScope {
  constructor(
    private readonly database: Database,
    private readonly organisation: Organisation,
    private readonly staff: StaffDirectory,
  ) {}

  async reachOf(scope: Scope): Promise<GroupReach> {
    if (scope.kind === 'firm') return null;
    if (scope.kind === 'branch') return this.ownersUnder(scope.branchPath);
    const { wecomUserId } = await this.staff.getStaff(scope.staffId);
    return new Set(wecomUserId === null ? [] : [wecomUserId]);
  }

  /** The people of a branch and of those below it. */
  async ownersUnder(branchPath: string): Promise<ReadonlySet<string>> {
    const branches = await this.organisation.listBranches(branchPath);
    return this.staff.wecomUserIdsOf(branches.map(({ branchId }) => branchId));
  }

  /** @throws {AppError} communities.group_out_of_reach also outside the caller's reach */
  async findGroup(scope: Scope, groupId: string): Promise<CommunityGroup> {
    const group = await this.database.read.findOneBy(CommunityGroup, { groupId });
    const reach = await this.reachOf(scope);
    if (group === null || (reach !== null && !reach.has(group.ownerWecomUserId))) throw groupOutOfReach();
    return group;
  }
}
