import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Brakes, type StandingBrake } from '../../foundation/brakes/index.ts';
import { StaffDirectory } from '../../foundation/organisation/index.ts';
import { Database } from '../../platform/database/index.ts';
import { CommunityGroup } from './community-group.entity.ts';

const WAY = 'GROUP_PAGE';

/** Whether the page of a group is stopped: with everything, with all such pages, or with whoever looks after it. */
@Injectable()
export class GroupHolds implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly brakes: Brakes,
    private readonly staff: StaffDirectory,
  ) {}

  onModuleInit(): void {
    this.brakes.countHeld('GROUPS', (brakes) => this.#count(brakes));
  }

  async isHeld({ ownerWecomUserId }: CommunityGroup): Promise<boolean> {
    const standing = await this.brakes.standing();
    if (standing.length === 0) return false;
    const [holding = []] = await this.#holdsOf(standing, [ownerWecomUserId]);
    return holding.length > 0;
  }

  /** A few statements for any number of brakes. */
  async #count(brakes: readonly StandingBrake[]): Promise<ReadonlyMap<string, number>> {
    const owners = await this.database.read
      .createQueryBuilder(CommunityGroup, 'one')
      .select('one.ownerWecomUserId', 'owner')
      .addSelect('COUNT(*)', 'many')
      .where({ state: 'ACTIVE' })
      .groupBy('one.ownerWecomUserId')
      .getRawMany<{ owner: string; many: number | string }>();
    const holds = await this.#holdsOf(
      brakes,
      owners.map(({ owner }) => owner),
    );
    const held = new Map<string, number>();
    for (const [at, holding] of holds.entries())
      for (const { brakeId } of holding)
        held.set(brakeId, (held.get(brakeId) ?? 0) + Number(owners[at]?.many ?? 0));
    return held;
  }

  async #holdsOf(standing: readonly StandingBrake[], owners: readonly string[]) {
    const people = await this.staff.listByWecomUserIds(owners);
    return this.brakes.holdsAmong(
      standing,
      owners.map((owner) => ({
        channel: WAY,
        staffIds: [people.get(owner)?.staffId ?? []].flat(),
      })),
    );
  }
}
