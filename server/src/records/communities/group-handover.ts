import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../../platform/database/index.ts';
import { CommunityGroup } from './community-group.entity.ts';
import { GroupSync } from './group-sync.ts';

/** Groups that go from one owner to another: WeCom does it, and is asked afterwards what it did. */
@Injectable()
export class GroupHandover {
  constructor(
    private readonly database: Database,
    private readonly sync: GroupSync,
  ) {}

  /** How many living groups each owner has, by what WeCom calls them. */
  async countsOf(wecomUserIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    if (wecomUserIds.length === 0) return new Map();
    const rows = await this.database.read
      .createQueryBuilder(CommunityGroup, 'one')
      .select('one.ownerWecomUserId', 'owner')
      .addSelect('COUNT(*)', 'groups')
      .where({ ownerWecomUserId: In([...wecomUserIds]), state: 'ACTIVE' })
      .groupBy('one.ownerWecomUserId')
      .getRawMany<{ owner: string; groups: number | string }>();
    return new Map(rows.map(({ owner, groups }) => [owner, Number(groups)]));
  }

  /** Chats of an owner's living groups, in one order. */
  async chatsOf(wecomUserId: string, limit: number): Promise<readonly string[]> {
    const groups = await this.database.read.find(CommunityGroup, {
      select: { chatId: true },
      where: { ownerWecomUserId: wecomUserId, state: 'ACTIVE' },
      order: { groupId: 'ASC' },
      take: limit,
    });
    return groups.map(({ chatId }) => chatId);
  }

  /** What is done by its API WeCom tells nobody of. @throws {WechatError} */
  async renew(chatIds: readonly string[]): Promise<void> {
    for (const chatId of chatIds) await this.database.runInTransaction(await this.sync.lookUp(chatId));
  }
}
