import type { Clock } from './clock.ts';
import type { CoreCustomer } from './core-customers.ts';
import { hex, type Randomness } from './randomness.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
export const LINK_CODE_LIFE_MS = 5 * MINUTE;
/** A ticket dies with the third wrong code. */
const WRONG_MAX = 3;
/** Codes one account gets within a day, whoever asks. */
const CODES_PER_DAY = 5;
const MESSAGES_MAX = 10;

interface Ticket {
  readonly customer: CoreCustomer;
  readonly code: string;
  readonly sentAt: number;
  wrong: number;
}
export interface ShortMessage {
  readonly at: number;
  readonly text: string;
}
export type SentCode =
  | { readonly kind: 'sent'; readonly ticket: string; readonly phoneTail: string }
  | { readonly kind: 'not_matched' | 'too_many' };
export type CheckedCode =
  | { readonly kind: 'verified'; readonly customerId: string }
  | { readonly kind: 'wrong' | 'expired' };

/** The desk of the core system that verifies who holds an account, and the messages it has sent to phones. */
export class CoreDesk {
  private readonly tickets = new Map<string, Ticket>();
  private readonly sentTo = new Map<string, number[]>();
  private readonly inboxes = new Map<string, ShortMessage[]>();

  constructor(
    private readonly clock: Clock,
    private readonly randomness: Randomness,
    readonly customers: readonly CoreCustomer[],
  ) {}

  /** An unknown account and a wrong phone are not told apart. */
  sendCode(accountNo: string, phone: string): SentCode {
    const customer = this.customers.find((each) => each.accountNo === accountNo);
    if (customer === undefined || customer.phone !== phone) return { kind: 'not_matched' };
    const now = this.clock.now();
    const recent = (this.sentTo.get(accountNo) ?? []).filter((at) => now - at < DAY);
    if (recent.length >= CODES_PER_DAY) return { kind: 'too_many' };
    this.sentTo.set(accountNo, [...recent, now]);
    const ticket = hex(this.randomness, 16);
    const code = String(Buffer.from(this.randomness.bytes(4)).readUInt32BE(0) % 1_000_000).padStart(6, '0');
    // A new code makes the one before it void.
    for (const [key, each] of this.tickets) if (each.customer === customer) this.tickets.delete(key);
    this.tickets.set(ticket, { customer, code, sentAt: now, wrong: 0 });
    const text = `【示例证券】验证码 ${code}，用于关联账户，5 分钟内有效。请勿告诉他人。`;
    this.inboxes.set(phone, [...(this.inboxes.get(phone) ?? []), { at: now, text }].slice(-MESSAGES_MAX));
    return { kind: 'sent', ticket, phoneTail: phone.slice(-4) };
  }

  /** The right code answers the same as long as the ticket lives. */
  checkCode(ticket: string, code: string): CheckedCode {
    const found = this.tickets.get(ticket);
    if (found === undefined || this.clock.now() - found.sentAt > LINK_CODE_LIFE_MS)
      return { kind: 'expired' };
    if (found.code === code) return { kind: 'verified', customerId: found.customer.customerId };
    found.wrong += 1;
    if (found.wrong >= WRONG_MAX) this.tickets.delete(ticket);
    return { kind: 'wrong' };
  }

  /** What a phone has received, the latest last. */
  messagesTo(phone: string): readonly ShortMessage[] {
    return this.inboxes.get(phone) ?? [];
  }
}
