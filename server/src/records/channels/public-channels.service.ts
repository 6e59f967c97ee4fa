import { Injectable } from '@nestjs/common';
import { PLATFORMS, type Platform } from '@siyu/shared/contracts/channels.limits';
import { Organisation, StaffDirectory } from '../../foundation/organisation/index.ts';
import { Database } from '../../platform/database/index.ts';
import { ChannelAccountEntry, PlacementEntry } from './channel-account.entity.ts';

/** The same name stands at most once on each platform by its handle; a list of more would be a list of accounts. */
const FEW = PLATFORMS.length;
/** Case and spaces made equal, as whoever asks has made their text equal. */
const plain = (column: 'handle' | 'name'): string => `UPPER(REPLACE(one.${column}, ' ', ''))`;

/** An account as everybody may know it, and nothing of whom it has brought. */
export interface PublicAccount {
  readonly name: string;
  readonly platform: Platform;
  readonly branchName: string | null;
}

/** What may be said of accounts and placements to anybody who asks whether they are ours. */
@Injectable()
export class PublicChannels {
  constructor(
    private readonly database: Database,
    private readonly organisation: Organisation,
    private readonly staff: StaffDirectory,
  ) {}

  /** Accounts of exactly this name, or of this name on their platform. @param text upper case, without spaces */
  async accountIdsOf(text: string): Promise<readonly string[]> {
    const found = await this.database.read
      .createQueryBuilder(ChannelAccountEntry, 'one')
      .where(`${plain('name')} = :text OR ${plain('handle')} = :text`, { text })
      .orderBy('one.createdAt', 'ASC')
      .addOrderBy('one.accountId', 'ASC')
      .take(FEW)
      .getMany();
    return found.map(({ accountId }) => accountId);
  }

  /** Null for none of ours; the account of somebody who has left is ours no more. */
  async findAccount(accountId: string): Promise<PublicAccount | null> {
    const entry = await this.database.read.findOneBy(ChannelAccountEntry, { accountId });
    const platform = PLATFORMS.find((each) => each === entry?.platform);
    if (entry === null || platform === undefined) return null;
    const { name, branchId, staffId } = entry;
    if (staffId !== null && (await this.staff.findServingStaff(staffId)) === null) return null;
    const branches = branchId === null ? [] : await this.organisation.listBranches();
    return {
      name,
      platform,
      branchName: branches.find((each) => each.branchId === branchId)?.name ?? null,
    };
  }

  /** The key of the placement for which WeChat gave this link; null when it is none of ours. */
  async keyOfLink(linkUrl: string): Promise<string | null> {
    return (await this.database.read.findOneBy(PlacementEntry, { linkUrl }))?.placementKey ?? null;
  }

  /**
   * A placement by its key, whose case counts, with its account. How staff call the place is not for everybody. A
   * retired one is still ours: its code hangs somewhere.
   */
  async findPlacement(
    placementKey: string,
  ): Promise<(PublicAccount & { readonly isRetired: boolean }) | null> {
    const entry = await this.database.read.findOneBy(PlacementEntry, { placementKey });
    const account = entry === null ? null : await this.findAccount(entry.accountId);
    return entry === null || account === null ? null : { ...account, isRetired: entry.state === 'RETIRED' };
  }
}
