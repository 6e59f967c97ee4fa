import type { Clock } from './clock.ts';

/** Something that has arrived in a person's WeChat. */
export interface InboxMessage {
  readonly at: number;
  readonly appId: string;
  readonly account: string;
  readonly kind: 'subscribe' | 'customer_service' | 'chat_tool';
  /** Title of the card, or empty. */
  readonly title: string;
  /** Its lines, as a person reads them. */
  readonly lines: readonly string[];
  /** Where a touch leads; null for nowhere. */
  readonly page: string | null;
}

const KEPT = 1_000;

/** What has arrived on the phones of the box. */
export class Inbox {
  private readonly messages: InboxMessage[] = [];

  constructor(private readonly clock: Clock) {}

  put(message: Omit<InboxMessage, 'at'>): void {
    this.messages.push({ ...message, at: this.clock.now() });
    if (this.messages.length > KEPT) this.messages.shift();
  }

  of(account: string): readonly InboxMessage[] {
    return this.messages.filter((message) => message.account === account);
  }
}
