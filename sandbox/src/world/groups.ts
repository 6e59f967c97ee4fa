import { createHash } from 'node:crypto';

/** 1 with a WeChat contact, 2 with a WeCom contact, 3 a WeChat group, 4 a customer group of a firm's WeCom. */
export type ChatType = 1 | 2 | 3 | 4;

/** A chat that a mini-program card can lie in. */
export interface Group {
  /** Unique in the box; what the buttons of the phone page and the control routes call it. */
  readonly name: string;
  readonly chatType: ChatType;
  /** The WeCom customer group behind it: which firm's, and its id there. Only for chat type 4. */
  readonly corp: { readonly corpId: string; readonly chatId: string } | null;
  /** Accounts of phones that sit in it; who is not in it gets 65206. */
  readonly members: readonly string[];
}

const derived = (prefix: string, ...parts: readonly string[]): string =>
  prefix + createHash('sha256').update(parts.join('\n')).digest('base64url').slice(0, 26);

/** The id an app sees for a group: the same each time, another one for another app. */
export const opengidOf = (appId: string, group: Group): string =>
  derived('tGx', 'opengid', appId, group.name);

/** The id an app sees for a chat of two, where WeChat gives no opengid. */
export const singleRoomIdOf = (appId: string, group: Group): string =>
  derived('tRx', 'room', appId, group.name);

/** The id of a person inside a room: the same each time there, another one in another room. */
export const groupOpenidOf = (appId: string, group: Group, account: string): string =>
  derived('oGx', 'member', appId, group.name, account);

/** The chats of the box; ids are derived from names, so that they outlive a restart. */
export class Groups {
  private readonly byName = new Map<string, Group>();

  constructor(seeds: readonly Group[]) {
    for (const seed of seeds) this.put(seed);
  }

  put(group: Group): void {
    this.byName.set(group.name, group);
  }

  list(): readonly Group[] {
    return [...this.byName.values()];
  }

  find(name: string): Group | null {
    return this.byName.get(name) ?? null;
  }

  /** What `opengid_to_chatid` asks: the group an app's opengid stands for. */
  findByOpengid(appId: string, opengid: string): Group | null {
    return this.list().find((group) => opengidOf(appId, group) === opengid) ?? null;
  }

  /** The group behind a WeCom chat_id. */
  findByChatId(corpId: string, chatId: string): Group | null {
    return this.list().find(({ corp }) => corp?.corpId === corpId && corp.chatId === chatId) ?? null;
  }
}

/** The firm in the box, as WeCom knows it. */
export const DEMO_CORP_ID = 'ww5a11db0c00000001';

export const demoGroups: readonly Group[] = [
  {
    name: '思语投教一群',
    chatType: 4,
    corp: { corpId: DEMO_CORP_ID, chatId: 'wrSandboxGroup000000000000000001' },
    members: ['demo-1', 'demo-2', 'demo-3', 'demo-4', 'demo-8'],
  },
  {
    name: '思语投教二群',
    chatType: 4,
    corp: { corpId: DEMO_CORP_ID, chatId: 'wrSandboxGroup000000000000000002' },
    members: ['demo-3', 'demo-5', 'demo-6'],
  },
  { name: '老同学', chatType: 3, corp: null, members: ['demo-1', 'demo-4', 'demo-7'] },
  { name: '和陈志远的聊天', chatType: 1, corp: null, members: ['demo-1', 'demo-3'] },
  { name: '和投顾的聊天', chatType: 2, corp: null, members: ['demo-3', 'demo-8'] },
];
