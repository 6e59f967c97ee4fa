import type { Clock } from '../clock.ts';
import { hex, type Randomness } from '../randomness.ts';
import type { Content, Conversations, Room } from './conversations.ts';
import type { Customers } from './customers.ts';
import { WecomRefusal } from './refusal.ts';

/** 0: not yet; 1: sent; 2: no contact any more; 3: the receiver has had all of the month. */
export type SendStatus = 0 | 1 | 2 | 3;

export interface Receiver {
  /** An external_userid or a chat_id. */
  readonly id: string;
  status: SendStatus;
  sentAt: number | null;
}

/** What one employee is asked to send. */
export interface SendTask {
  readonly userid: string;
  readonly receivers: readonly Receiver[];
  confirmedAt: number | null;
  /** How often the app has asked the employee to look. */
  reminders: number;
}

export interface MassSend {
  readonly msgid: string;
  readonly createdAt: number;
  readonly chatType: 'single' | 'group';
  readonly contents: readonly Content[];
  readonly text: string;
  readonly attachments: readonly object[];
  readonly tasks: readonly SendTask[];
  readonly remindedAt: number[];
  isCancelled: boolean;
}

const DAY = 86_400_000;
const REMINDERS_PER_DAY = 3;
/** The month is counted where the firm is. */
const SHANGHAI_MS = 8 * 3_600_000;

const monthOf = (at: number): string => new Date(at + SHANGHAI_MS).toISOString().slice(0, 7);

/** As many messages a month as it has days, for each customer and each group. */
export function monthlyCap(at: number): number {
  const local = new Date(at + SHANGHAI_MS);
  return new Date(Date.UTC(local.getUTCFullYear(), local.getUTCMonth() + 1, 0)).getUTCDate();
}

/** Mass sends: tasks that wait for the employee's tap. */
export class MassSends {
  private readonly sends = new Map<string, MassSend>();
  private readonly had = new Map<string, number>();

  constructor(
    private readonly clock: Clock,
    private readonly randomness: Randomness,
    private readonly customers: Customers,
    private readonly conversations: Conversations,
  ) {}

  add(
    given: Pick<MassSend, 'chatType' | 'contents' | 'text' | 'attachments'>,
    byEmployee: ReadonlyMap<string, readonly string[]>,
  ): MassSend {
    const send: MassSend = {
      ...given,
      msgid: `msg${hex(this.randomness, 14)}`,
      createdAt: this.clock.now(),
      tasks: [...byEmployee].map(([userid, ids]) => ({
        userid,
        receivers: ids.map((id) => ({ id, status: 0, sentAt: null })),
        confirmedAt: null,
        reminders: 0,
      })),
      remindedAt: [],
      isCancelled: false,
    };
    this.sends.set(send.msgid, send);
    return send;
  }

  list(): readonly MassSend[] {
    return [...this.sends.values()];
  }

  get(msgid: string): MassSend {
    const send = this.sends.get(msgid);
    if (send === undefined) throw new WecomRefusal(41055);
    return send;
  }

  /** Whether the receiver has had as many messages this month as it has days. */
  isFull(id: string): boolean {
    const now = this.clock.now();
    return (this.had.get(`${monthOf(now)} ${id}`) ?? 0) >= monthlyCap(now);
  }

  /** Asks the employees to look; three times in 24 hours at most. */
  remind(msgid: string): void {
    const send = this.open(msgid);
    const now = this.clock.now();
    if (send.remindedAt.filter((at) => now - at < DAY).length >= REMINDERS_PER_DAY)
      throw new WecomRefusal(45009, 'three reminders in 24 hours');
    send.remindedAt.push(now);
    for (const task of send.tasks) if (task.confirmedAt === null) task.reminders += 1;
  }

  /** What has been sent stays sent. */
  cancel(msgid: string): void {
    this.open(msgid).isCancelled = true;
  }

  /** The employee taps; false when there is nothing left to tap. */
  confirm(msgid: string, userid: string): boolean {
    const send = this.get(msgid);
    const task = send.tasks.find((each) => each.userid === userid);
    if (task === undefined || task.confirmedAt !== null || send.isCancelled) return false;
    const now = this.clock.now();
    task.confirmedAt = now;
    for (const receiver of task.receivers) {
      const room = this.roomOf(send, userid, receiver.id);
      receiver.status = room === null ? 2 : this.isFull(receiver.id) ? 3 : 1;
      if (receiver.status !== 1 || room === null) continue;
      receiver.sentAt = now;
      const key = `${monthOf(now)} ${receiver.id}`;
      this.had.set(key, (this.had.get(key) ?? 0) + 1);
      for (const content of send.contents) this.conversations.post(room, userid, content);
    }
    return true;
  }

  private open(msgid: string): MassSend {
    const send = this.get(msgid);
    if (send.isCancelled) throw new WecomRefusal(41058);
    return send;
  }

  private roomOf(send: MassSend, userid: string, id: string): Room | null {
    if (send.chatType === 'group') return { kind: 'group', chatId: id };
    const follow = this.customers.find(id)?.follows.get(userid);
    return follow?.isDroppedByCustomer === false ? { kind: 'single', userid, externalUserId: id } : null;
  }
}
