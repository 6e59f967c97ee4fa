import { Injectable } from '@nestjs/common';
import type { ChatAddress } from '@siyu/shared/contracts/sidebar';
import { Config } from '../../platform/config/index.ts';
import { Database } from '../../platform/database/index.ts';
import type { Principal } from '../../platform/http/index.ts';
import { type StaffGroup, StaffGroups, WecomLookups } from '../../records/communities/index.ts';
import { ExternalIds, Identity, MemberScopes } from '../../records/identity/index.ts';
import { chatNotFound } from './outreach.errors.ts';
import type { SidebarInsertRow } from './sidebar-insert.entity.ts';

/** With whom a chat is, as our own records name them. */
export type ChatParty =
  | {
      readonly kind: 'MEMBER';
      readonly memberId: string;
      readonly memberNo: number;
      /** Every number of the person. */
      readonly numbers: readonly number[];
    }
  | ({ readonly kind: 'GROUP' } & StaffGroup);

/** Why nobody stands for a chat. */
export type NoParty = 'NOT_LINKED' | 'OUT_OF_SCOPE';

/** Finds the member or the group behind an id of WeCom, within what the caller may see. */
@Injectable()
export class SidebarChats {
  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly identity: Identity,
    private readonly externalIds: ExternalIds,
    private readonly scopes: MemberScopes,
    private readonly groups: StaffGroups,
    private readonly lookups: WecomLookups,
  ) {}

  find(caller: Principal, chat: ChatAddress): Promise<ChatParty | NoParty> {
    return chat.kind === 'CUSTOMER'
      ? this.#findMember(caller, chat.externalUserId)
      : this.#findGroup(caller, chat.chatId);
  }

  /** @throws {AppError} outreach.chat_not_found */
  async get(caller: Principal, chat: ChatAddress): Promise<ChatParty> {
    const party = await this.find(caller, chat);
    if (party === 'NOT_LINKED' || party === 'OUT_OF_SCOPE') throw chatNotFound();
    return party;
  }

  /** Whom an insert was for, whoever the person is by now. */
  async partyOf({ memberNo, groupId }: SidebarInsertRow): Promise<ChatParty> {
    return memberNo === null
      ? { kind: 'GROUP', groupId: groupId ?? '', name: '', staffWecomUserIds: [] }
      : this.#personOf(memberNo);
  }

  async #findMember({ scope }: Principal, externalUserId: string): Promise<ChatParty | NoParty> {
    const issuer = this.config.wecom?.corpId ?? '';
    const found = await this.externalIds.findMember({
      kind: 'wecom_external_contact',
      issuer,
      externalId: externalUserId,
    });
    if (found === null) return this.#lookUp('CONTACT', externalUserId);
    return (await this.scopes.covers(scope, found.memberNo))
      ? this.#personOf(found.memberNo)
      : 'OUT_OF_SCOPE';
  }

  async #findGroup(caller: Principal, chatId: string): Promise<ChatParty | NoParty> {
    const group = await this.groups.findByChat(caller, chatId);
    if (group === null) return this.#lookUp('GROUP', chatId);
    return group === 'OUT_OF_SCOPE' ? group : { kind: 'GROUP', ...group };
  }

  /** An event of WeCom may have been lost, or the person has joined since: WeCom is asked, and knows a moment later. */
  async #lookUp(kind: 'CONTACT' | 'GROUP', externalId: string): Promise<'NOT_LINKED'> {
    await this.database.runInTransaction((tx) => this.lookups.want(tx, kind, externalId));
    return 'NOT_LINKED';
  }

  async #personOf(memberNo: number): Promise<ChatParty> {
    const standing = await this.identity.resolveMember(memberNo);
    const [{ memberId }, numbers] = await Promise.all([
      this.identity.getMember(standing),
      this.identity.numbersOf(standing),
    ]);
    return { kind: 'MEMBER', memberId, memberNo: standing, numbers };
  }
}
