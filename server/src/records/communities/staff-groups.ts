import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { StaffDirectory } from '../../foundation/organisation/index.ts';
import { Database } from '../../platform/database/index.ts';
import type { Principal } from '../../platform/http/index.ts';
import { CommunityGroup, GroupSeat } from './community-group.entity.ts';

/** A group as those of the staff see it who are in it. */
export interface StaffGroup {
  readonly groupId: string;
  readonly name: string;
  /** Those of the firm who sit in it, by what WeCom calls them. */
  readonly staffWecomUserIds: readonly string[];
}

/** Groups by the chat of WeCom that somebody of the staff has open. */
@Injectable()
export class StaffGroups {
  constructor(
    private readonly database: Database,
    private readonly staff: StaffDirectory,
  ) {}

  /** Those who sit in a group may see it, and whose scope has the branch of its owner. Null: WeCom never told of it. */
  async findByChat({ id, scope }: Principal, chatId: string): Promise<StaffGroup | 'OUT_OF_SCOPE' | null> {
    const group = await this.database.read.findOneBy(CommunityGroup, { chatId, state: 'ACTIVE' });
    if (group === null) return null;
    const { groupId, name, ownerWecomUserId } = group;
    const seats = await this.database.read.findBy(GroupSeat, { groupId, kind: 'STAFF', leftAt: IsNull() });
    const staffWecomUserIds = seats.map(({ personId }) => personId);
    const found = { groupId, name, staffWecomUserIds };
    if (scope.kind === 'firm') return found;
    const owner = (await this.staff.listByWecomUserIds([ownerWecomUserId])).get(ownerWecomUserId);
    if (scope.kind === 'branch' && owner?.branchPath?.startsWith(scope.branchPath) === true) return found;
    const { wecomUserId } = await this.staff.getStaff(id);
    return wecomUserId !== null && staffWecomUserIds.includes(wecomUserId) ? found : 'OUT_OF_SCOPE';
  }
}
