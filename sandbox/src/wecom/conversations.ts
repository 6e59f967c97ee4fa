import type { Clock } from '../clock.ts';
import { hex, type Randomness } from '../randomness.ts';
import { WecomRefusal } from './refusal.ts';

/** What is said. Files lie in the box's memory. */
export type Content =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'image' | 'voice' | 'file' | 'video'; readonly name: string; readonly bytes: Buffer }
  | { readonly kind: 'link'; readonly title: string; readonly url: string; readonly description: string }
  | { readonly kind: 'miniprogram'; readonly title: string; readonly appId: string; readonly page: string }
  | { readonly kind: 'revoke'; readonly msgid: string };

/** Where it is said: between two people, or in a customer group. */
export type Room =
  | { readonly kind: 'single'; readonly userid: string; readonly externalUserId: string }
  | { readonly kind: 'group'; readonly chatId: string };

export interface ChatMessage {
  readonly msgid: string;
  readonly at: number;
  /** A userid or an external_userid. */
  readonly from: string;
  readonly room: Room;
  readonly content: Content;
}

/** A message can be taken back for this long. */
const REVOKE_MS = 120_000;
const KEPT_PER_ROOM = 500;

export const roomKey = (room: Room): string =>
  room.kind === 'group' ? room.chatId : `${room.userid} ${room.externalUserId}`;

/** The chats between employees and customers, as both see them on their screens. */
export class Conversations {
  private readonly rooms = new Map<string, ChatMessage[]>();
  private readonly listeners: ((message: ChatMessage) => void)[] = [];

  constructor(
    private readonly clock: Clock,
    private readonly randomness: Randomness,
  ) {}

  /** Calls for every message from now on. */
  onMessage(listener: (message: ChatMessage) => void): void {
    this.listeners.push(listener);
  }

  post(room: Room, from: string, content: Content): ChatMessage {
    const message = { msgid: hex(this.randomness, 10), at: this.clock.now(), from, room, content };
    const said = this.rooms.get(roomKey(room)) ?? [];
    this.rooms.set(roomKey(room), [...said, message].slice(-KEPT_PER_ROOM));
    for (const listen of this.listeners) listen(message);
    return message;
  }

  /** Takes a message back: only who said it, within two minutes. */
  revoke(room: Room, from: string, msgid: string): ChatMessage {
    const said = this.said(room).find((each) => each.msgid === msgid && each.from === from);
    if (said === undefined || this.clock.now() - said.at > REVOKE_MS)
      throw new WecomRefusal(40058, 'msgid: cannot be taken back');
    return this.post(room, from, { kind: 'revoke', msgid });
  }

  /** What stands in a chat, the oldest first. */
  said(room: Room): readonly ChatMessage[] {
    return this.rooms.get(roomKey(room)) ?? [];
  }

  /** When the two last had a word; null: never. */
  lastWordAt(userid: string, externalUserId: string): number | null {
    return this.said({ kind: 'single', userid, externalUserId }).at(-1)?.at ?? null;
  }
}
