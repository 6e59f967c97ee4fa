import { Injectable } from '@nestjs/common';
import type { EnterGroup, GroupCard } from '@siyu/shared/contracts/communities';
import { z } from 'zod';
import { SessionKeys, WechatError, WecomApi } from '../../foundation/wechat/index.ts';
import { Database } from '../../platform/database/index.ts';
import { Identity } from '../identity/index.ts';
import { consentRequired, groupDataUnreadable, wecomAway } from './communities.errors.ts';
import { CommunityGroup } from './community-group.entity.ts';
import { GroupCards } from './group-cards.ts';
import { GroupSync } from './group-sync.ts';
import { GroupTies } from './group-ties.ts';
import { WecomLookups } from './wecom-lookups.ts';

/** A chat of two has no opengid. Older versions of WeChat spell it the other way, and name no type. */
const GroupData = z.object({
  opengid: z.string().min(1).max(64).optional(),
  openGId: z.string().min(1).max(64).optional(),
  chat_type: z.int().optional(),
});
/** A group with customers in it, as only a firm on WeCom has them. */
const CUSTOMER_GROUP = 4;

/** Ties members to the group whose card opened the app. Of groups that are none of ours nothing is kept. */
@Injectable()
export class GroupEntries {
  constructor(
    private readonly database: Database,
    private readonly identity: Identity,
    private readonly sessionKeys: SessionKeys,
    private readonly wecom: WecomApi,
    private readonly sync: GroupSync,
    private readonly lookups: WecomLookups,
    private readonly ties: GroupTies,
    private readonly cards: GroupCards,
  ) {}

  /**
   * Told again it changes nothing but when the group was entered last.
   * @returns null for a group that is none of ours
   * @throws {AppError} communities.consent_required, communities.group_data_unreadable, communities.wecom_away
   */
  async enter(memberNo: number, data: EnterGroup): Promise<GroupCard | null> {
    if (!(await this.identity.mayProcess(memberNo, 'SERVICE'))) throw consentRequired();
    const opengid = await this.#opengidIn(memberNo, data);
    const group = opengid === null ? null : await this.#groupOf(opengid);
    if (group === null) return null;
    const { groupId, chatId } = group;
    await this.database.runInTransaction(async (tx) => {
      const isSeated = await this.ties.enter(tx, { memberNo, groupId });
      if (group.opengid !== opengid) await tx.manager.update(CommunityGroup, { groupId }, { opengid });
      // Whose seat it is may be known now, since the member has agreed to be recorded.
      if (!isSeated) await this.lookups.want(tx, 'GROUP', chatId);
    });
    const [card = null] = await this.cards.of([group]);
    return card;
  }

  /** Null for a chat that is no customer group. */
  async #opengidIn(memberNo: number, data: EnterGroup): Promise<string | null> {
    for (const number of await this.identity.numbersOf(memberNo)) {
      const opened = await this.sessionKeys.open(number, data, GroupData);
      if (opened === null) continue;
      const { chat_type = CUSTOMER_GROUP } = opened;
      return chat_type === CUSTOMER_GROUP ? (opened.opengid ?? opened.openGId ?? null) : null;
    }
    throw groupDataUnreadable();
  }

  /** A group that somebody has entered before is known without WeCom. */
  async #groupOf(opengid: string): Promise<CommunityGroup | null> {
    const known = await this.#active({ opengid });
    if (known !== null) return known;
    if (!this.wecom.isConfigured) return null;
    try {
      const chatId = await this.wecom.opengidToChatid(opengid);
      if (chatId === null) return null;
      const kept = await this.#active({ chatId });
      if (kept !== null) return kept;
      const write = await this.sync.lookUp(chatId);
      await this.database.runInTransaction(write);
      return await this.#active({ chatId });
    } catch (error) {
      if (error instanceof WechatError) throw wecomAway();
      throw error;
    }
  }

  #active(one: { readonly opengid: string } | { readonly chatId: string }): Promise<CommunityGroup | null> {
    return this.database.read.findOneBy(CommunityGroup, { ...one, state: 'ACTIVE' });
  }
}
