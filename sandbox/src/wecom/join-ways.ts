import { hex, type Randomness } from '../randomness.ts';
import type { CustomerGroup, CustomerGroups } from './customer-groups.ts';
import { WecomRefusal } from './refusal.ts';

/** What stands behind a code that leads into customer groups (加入群聊). */
export interface JoinWay {
  readonly configId: string;
  /** 1: a control in a mini-program; 2: a QR code. */
  scene: 1 | 2;
  remark: string;
  /** Whether a new group is made when the others are full, and what it is called: base name and number. */
  createsRoom: boolean;
  roomBaseName: string;
  roomBaseId: number;
  chatIds: readonly string[];
  state: string;
}

const CONTENT = 'https://work.weixin.qq.com/gm/';

/** The text in the QR code of a join way. */
export const joinWayText = (configId: string): string => `${CONTENT}${configId}`;

/** The codes by which customers come into groups. */
export class JoinWays {
  private readonly ways = new Map<string, JoinWay>();

  constructor(
    private readonly randomness: Randomness,
    private readonly groups: CustomerGroups,
  ) {}

  add(given: Omit<JoinWay, 'configId'>): JoinWay {
    const way = { ...given, configId: hex(this.randomness, 16) };
    this.ways.set(way.configId, way);
    return way;
  }

  get(configId: string): JoinWay {
    const way = this.ways.get(configId);
    if (way === undefined) throw new WecomRefusal(41044);
    return way;
  }

  remove(configId: string): void {
    this.get(configId);
    this.ways.delete(configId);
  }

  /** The way a scanned text leads to; null when it is none or was deleted. */
  findByText(text: string): JoinWay | null {
    return text.startsWith(CONTENT) ? (this.ways.get(text.slice(CONTENT.length)) ?? null) : null;
  }

  /** A person scans and sits in the first group with room, in a new one when that is allowed, else nowhere. */
  scan(way: JoinWay, account: string): CustomerGroup | null {
    const alive = this.groups.list().filter(({ chatId }) => way.chatIds.includes(chatId));
    const known = alive.find(({ chatId }) => this.groups.accountsOf(chatId).includes(account));
    if (known !== undefined) return known;
    const entry = { scene: 3, state: way.state } as const;
    const free = alive.find((group) => this.groups.join(group, account, entry));
    if (free !== undefined) return free;
    const owner = alive[0]?.owner;
    if (!way.createsRoom || owner === undefined) return null;
    const room = this.groups.create(owner, `${way.roomBaseName}${way.roomBaseId}`, []);
    way.roomBaseId += 1;
    way.chatIds = [...way.chatIds, room.chatId];
    this.groups.join(room, account, entry);
    return room;
  }
}
