import type { Clock } from '../clock.ts';
import { hex, type Randomness } from '../randomness.ts';
import { opengidOf, type Group, type Groups } from '../world/groups.ts';
import { externalUserIdOf } from './customers.ts';
import type { WecomEvent, WecomEvents } from './events.ts';
import { WecomRefusal } from './refusal.ts';

/** How somebody came in: 1 invited, 2 by a link, 3 by a QR code. */
export type JoinScene = 1 | 2 | 3;

export interface Membership {
  readonly joinedAt: number;
  readonly scene: JoinScene;
  /** The state of the join way, given back per member. */
  readonly state: string;
  readonly invitor: string | null;
}

/** What WeCom keeps of a customer group beside the chat itself. */
export interface CustomerGroup {
  readonly chatId: string;
  name: string;
  owner: string;
  notice: string;
  readonly createdAt: number;
  /** Employees in it, the owner among them. */
  readonly staff: Set<string>;
  readonly admins: Set<string>;
  /** How each has come; by userid or external_userid. */
  readonly memberships: Map<string, Membership>;
  version: number;
}

/** A group holds this many people. */
export const GROUP_MAX = 200;
/** A chat of employees only: it has an id, and no customers. */
export const INTERNAL_CHAT_ID = 'wrSandboxInternal000000000000001';

/** Customer groups of the firm; who sits in one is what the chats of the box say. */
export class CustomerGroups {
  private readonly kept = new Map<string, CustomerGroup>();
  private readonly gone = new Set<string>();

  constructor(
    private readonly clock: Clock,
    private readonly randomness: Randomness,
    private readonly corpId: string,
    /** Mini-programs linked to the firm: an opengid of another one says nothing here. */
    private readonly appIds: readonly string[],
    private readonly groups: Groups,
    private readonly events: WecomEvents,
    /** Who owns a chat that was put into the box with its firm, by its name. */
    private readonly ownerOf: (name: string) => string,
  ) {}

  list(): readonly CustomerGroup[] {
    for (const { corp, name } of this.groups.list()) {
      if (corp?.corpId !== this.corpId || this.gone.has(corp.chatId) || this.kept.has(corp.chatId)) continue;
      this.keep(corp.chatId, name, this.ownerOf(name));
    }
    return [...this.kept.values()];
  }

  get(chatId: string): CustomerGroup {
    const group = this.list().find((each) => each.chatId === chatId);
    if (group !== undefined) return group;
    throw new WecomRefusal(chatId === INTERNAL_CHAT_ID ? 90501 : 40050);
  }

  /** Accounts of the phones in a group, in the order they came. */
  accountsOf(chatId: string): readonly string[] {
    return this.chatOf(chatId).members;
  }

  externalUserIdsOf(chatId: string): readonly string[] {
    return this.accountsOf(chatId).map(externalUserIdOf);
  }

  /** The group an opengid stands for, when it is one of ours that is still alive. */
  ofOpengid(opengid: string): CustomerGroup {
    const found = this.groups
      .list()
      .find((group) => this.appIds.some((appId) => opengidOf(appId, group) === opengid));
    const group = this.list().find(({ chatId }) => chatId === found?.corp?.chatId);
    if (group === undefined) throw new WecomRefusal(90501);
    return group;
  }

  /** An employee makes a group and invites people. */
  create(owner: string, name: string, accounts: readonly string[]): CustomerGroup {
    const chatId = `wrSbx${hex(this.randomness, 13)}`;
    const group = this.keep(chatId, name, owner);
    // The name of a chat is unique in the box, whatever its owner calls it.
    this.groups.put({
      name: `${name} ${chatId.slice(-4)}`,
      chatType: 4,
      corp: { corpId: this.corpId, chatId },
      members: accounts,
    });
    this.fire(group, { ChangeType: 'create' });
    return group;
  }

  /** False when they sit in it already or it is full. */
  join(
    group: CustomerGroup,
    account: string,
    given: { scene: JoinScene; state?: string; invitor?: string },
  ): boolean {
    const members = this.accountsOf(group.chatId);
    if (members.includes(account) || members.length + group.staff.size >= GROUP_MAX) return false;
    const externalUserId = externalUserIdOf(account);
    group.memberships.set(externalUserId, {
      joinedAt: this.clock.now(),
      scene: given.scene,
      state: given.state ?? '',
      invitor: given.invitor ?? null,
    });
    this.seat(group, [...members, account]);
    this.changed(group, 'add_member', externalUserId, { JoinScene: given.scene === 3 ? 3 : 0 });
    return true;
  }

  /** False when they do not sit in it. `isRemoved`: the owner put them out. */
  leave(group: CustomerGroup, account: string, isRemoved: boolean): boolean {
    const members = this.accountsOf(group.chatId);
    if (!members.includes(account)) return false;
    const externalUserId = externalUserIdOf(account);
    group.memberships.delete(externalUserId);
    this.seat(
      group,
      members.filter((each) => each !== account),
    );
    this.changed(group, 'del_member', externalUserId, { QuitScene: isRemoved ? 1 : 0 });
    return true;
  }

  rename(group: CustomerGroup, name: string): void {
    group.name = name;
    this.fire(group, { ChangeType: 'update', UpdateDetail: 'change_name' });
  }

  announce(group: CustomerGroup, notice: string): void {
    group.notice = notice;
    this.fire(group, { ChangeType: 'update', UpdateDetail: 'change_notice' });
  }

  handOver(group: CustomerGroup, owner: string): void {
    group.owner = owner;
    group.staff.add(owner);
    this.fire(group, { ChangeType: 'update', UpdateDetail: 'change_owner' });
  }

  /** The same through the API, of which nobody is told. */
  inherit(group: CustomerGroup, owner: string): void {
    group.owner = owner;
    group.staff.add(owner);
  }

  dismiss(group: CustomerGroup): void {
    this.kept.delete(group.chatId);
    this.gone.add(group.chatId);
    this.seat(group, []);
    this.fire(group, { ChangeType: 'dismiss' });
  }

  private keep(chatId: string, name: string, owner: string): CustomerGroup {
    const createdAt = this.clock.now();
    const group: CustomerGroup = {
      chatId,
      name,
      owner,
      notice: '',
      createdAt,
      staff: new Set([owner]),
      admins: new Set(),
      memberships: new Map(),
      version: 1,
    };
    this.kept.set(chatId, group);
    return group;
  }

  private chatOf(chatId: string): Group {
    const chat = this.groups.findByChatId(this.corpId, chatId);
    if (chat === null) throw new WecomRefusal(40050);
    return chat;
  }

  private seat(group: CustomerGroup, members: readonly string[]): void {
    this.groups.put({ ...this.chatOf(group.chatId), members });
  }

  private changed(
    group: CustomerGroup,
    detail: string,
    member: string,
    scene: Readonly<Record<string, number>>,
  ): void {
    group.version += 1;
    this.fire(group, {
      ChangeType: 'update',
      UpdateDetail: detail,
      ...scene,
      MemChangeCnt: 1,
      MemChangeList: [member],
      LastMemVer: versionText(group.version - 1),
      CurMemVer: versionText(group.version),
    });
  }

  private fire(group: CustomerGroup, fields: Omit<WecomEvent, 'Event'>): void {
    this.events.fire({ Event: 'change_external_chat', ChatId: group.chatId, ...fields });
  }
}

/** The version of a member list, as it stands in events and in groupchat/get. */
export const versionText = (version: number): string => version.toString(16).padStart(32, '0');
