import { Injectable } from '@nestjs/common';
import { In, IsNull, type EntityManager } from 'typeorm';
import { Database } from '../../platform/database/index.ts';
import { ExternalIds, Identity } from '../identity/index.ts';
import { Config } from '../../platform/config/index.ts';
import { CommunityGroup, GroupSeat } from './community-group.entity.ts';
import { GroupSync } from './group-sync.ts';

/** As many as one owner chooses among. */
const OWNED_MAX = 100;

/** A group that somebody may post in. */
export interface OwnedGroup {
  readonly groupId: string;
  readonly name: string;
  readonly chatId: string;
  readonly memberCount: number;
}
/** A customer who reads what stands in a group. */
export interface GroupViewer {
  readonly groupId: string;
  /** What WeCom calls them. */
  readonly personId: string;
}

/** Who reads what is posted in groups (I-07). */
@Injectable()
export class GroupViewers {
  constructor(
    private readonly database: Database,
    private readonly config: Config,
    private readonly sync: GroupSync,
    private readonly externalIds: ExternalIds,
    private readonly identity: Identity,
  ) {}

  /** Living groups of an owner, by what WeCom calls them; the largest first. */
  async ownedBy(wecomUserId: string | null, manager?: EntityManager): Promise<readonly OwnedGroup[]> {
    if (wecomUserId === null) return [];
    const groups = await (manager ?? this.database.read).find(CommunityGroup, {
      where: { ownerWecomUserId: wecomUserId, state: 'ACTIVE' },
      order: { memberCount: 'DESC', groupId: 'ASC' },
      take: OWNED_MAX,
    });
    return groups.map(({ groupId, name, chatId, memberCount }) => {
      return { groupId, name: name || '客户群', chatId, memberCount };
    });
  }

  /** What groups are called, those too that are gone. */
  async namesOf(groupIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (groupIds.length === 0) return new Map();
    const groups = await this.database.read.findBy(CommunityGroup, { groupId: In([...groupIds]) });
    return new Map(groups.map(({ groupId, name }) => [groupId, name || '客户群']));
  }

  /** Asks WeCom who sits in these groups now, and keeps it: events may lag or be lost. @throws {WechatError} */
  async renew(groupIds: readonly string[]): Promise<void> {
    const groups = await this.database.read.findBy(CommunityGroup, {
      groupId: In([...groupIds]),
      state: 'ACTIVE',
    });
    for (const { chatId } of groups) {
      const write = await this.sync.lookUp(chatId);
      await this.database.runInTransaction(write);
    }
  }

  /** Everybody who sits there and is no employee; somebody in two of them stands there twice. */
  async of(groupIds: readonly string[], manager: EntityManager): Promise<readonly GroupViewer[]> {
    if (groupIds.length === 0) return [];
    const seats = await manager.findBy(GroupSeat, {
      groupId: In([...groupIds]),
      kind: 'CUSTOMER',
      leftAt: IsNull(),
    });
    return seats.map(({ groupId, personId }) => ({ groupId, personId }));
  }

  /**
   * The members behind contacts of WeCom. Absent: nobody is known to be them, or they have not agreed to be recorded.
   */
  async membersOf(
    personIds: readonly string[],
    manager: EntityManager,
  ): Promise<ReadonlyMap<string, number>> {
    const issuer = this.config.wecom?.corpId ?? '';
    const known = await this.externalIds.membersOf(
      personIds,
      { kind: 'wecom_external_contact', issuer },
      manager,
    );
    const agreed = await this.identity.permitted([...new Set(known.values())], 'SERVICE', manager);
    return new Map([...known].filter(([, memberNo]) => agreed.has(memberNo)));
  }
}
