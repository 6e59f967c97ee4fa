import { Injectable } from '@nestjs/common';
import { StaffDirectory } from '../../foundation/organisation/index.ts';
import { Database } from '../../platform/database/index.ts';
import { CommunityGroup } from './community-group.entity.ts';

/** A few groups may share a name; a list of more would be a list of groups. */
const FEW = 5;

/** A group as everybody may know it: not who sits in it, nor how many. */
export interface PublicGroup {
  readonly name: string;
  readonly ownerName: string | null;
  readonly branchName: string | null;
}

/** What may be said of groups to anybody who asks whether one is ours. */
@Injectable()
export class PublicGroups {
  constructor(
    private readonly database: Database,
    private readonly staff: StaffDirectory,
  ) {}

  /** Groups of exactly this name. @param text with width, case and spaces made equal */
  async idsOf(text: string): Promise<readonly string[]> {
    const found = await this.database.read.find(CommunityGroup, {
      where: { plainName: text, state: 'ACTIVE' },
      order: { createdAt: 'ASC', groupId: 'ASC' },
      take: FEW,
    });
    // The database may hold equal what is not.
    return found.flatMap((group) => (group.plainName === text ? [group.groupId] : []));
  }

  /** Null for none of ours, and for one that is gone or that nobody of the firm looks after. */
  async find(groupId: string): Promise<PublicGroup | null> {
    const group = await this.database.read.findOneBy(CommunityGroup, { groupId, state: 'ACTIVE' });
    if (group === null) return null;
    const { name, ownerWecomUserId } = group;
    const owner = (await this.staff.listByWecomUserIds([ownerWecomUserId])).get(ownerWecomUserId);
    return owner?.isServing === true ? { name, ownerName: owner.name, branchName: owner.branchName } : null;
  }
}
