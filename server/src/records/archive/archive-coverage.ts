import { Injectable } from '@nestjs/common';
import { ConversationArchive } from '../../foundation/wechat/index.ts';
import { ArchiveSeats } from './archive-seats.ts';

/** Whose conversations are kept, for whoever shows an adviser or a group to staff: who is not here leaves no trace. */
@Injectable()
export class ArchiveCoverage {
  constructor(
    private readonly archive: ConversationArchive,
    private readonly seats: ArchiveSeats,
  ) {}

  /** Whether the firm has an archive at all. */
  get isOn(): boolean {
    return this.archive.isOn;
  }

  /** Those of the employees whose conversations are kept now, by what WeCom calls them. */
  archivedAmong(wecomUserIds: readonly string[]): Promise<ReadonlySet<string>> {
    return this.seats.amongUsers(wecomUserIds);
  }

  /** Whether a group is kept: somebody of the firm who sits in it has a seat. */
  async isGroupArchived(staffWecomUserIds: readonly string[]): Promise<boolean> {
    return (await this.seats.amongUsers(staffWecomUserIds)).size > 0;
  }
}
