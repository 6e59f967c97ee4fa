import { Injectable } from '@nestjs/common';
import type { GroupCard } from '@siyu/shared/contracts/communities';
import { StaffDirectory } from '../../foundation/organisation/index.ts';
import type { CommunityGroup } from './community-group.entity.ts';

/** Groups as their members see them. */
@Injectable()
export class GroupCards {
  constructor(private readonly staff: StaffDirectory) {}

  /** In the order given; two statements for any number. */
  async of(groups: readonly CommunityGroup[]): Promise<readonly GroupCard[]> {
    const owners = await this.staff.listByWecomUserIds(
      groups.map(({ ownerWecomUserId }) => ownerWecomUserId),
    );
    return groups.map(({ groupId, name, ownerWecomUserId, memberCount }) => {
      const owner = owners.get(ownerWecomUserId);
      return {
        groupId,
        name: name || '客户群',
        ownerName: owner?.name ?? null,
        ownerRegistrationNo: owner?.registrationNo ?? null,
        memberCount,
      };
    });
  }
}
