import type { Clock } from '../clock.ts';
import { hex, type Randomness } from '../randomness.ts';
import type { Customer } from './customers.ts';
import { WecomRefusal } from './refusal.ts';

/** A welcome may be said within 20 seconds of the event, once. */
export const WELCOME_LIFE_MS = 20_000;

interface Welcome {
  readonly userid: string;
  readonly customer: Customer;
  readonly issuedAt: number;
  isSent: boolean;
  /** Another app of the firm has taken the code and is about to send. */
  isTaken: boolean;
}

/** The welcome codes that events carry. */
export class Welcomes {
  private readonly codes = new Map<string, Welcome>();

  constructor(
    private readonly clock: Clock,
    private readonly randomness: Randomness,
  ) {}

  issue(userid: string, customer: Customer): string {
    const code = `CALLBACK${hex(this.randomness, 16)}`;
    this.codes.set(code, { userid, customer, issuedAt: this.clock.now(), isSent: false, isTaken: false });
    return code;
  }

  /** Whether this employee has welcomed the customer already. */
  wasWelcomed(userid: string, customer: Customer): boolean {
    return [...this.codes.values()].some(
      (each) => each.userid === userid && each.customer === customer && each.isSent,
    );
  }

  /** A control switch: the next use of every open code finds another app busy with it. */
  letAnotherAppTake(): void {
    for (const each of this.codes.values()) each.isTaken = !each.isSent;
  }

  /**
   * Uses a code up.
   * @throws {WecomRefusal} 41096 while another app holds it, 41051 when it is used, 40058 when unknown or too old.
   */
  use(code: string): { readonly userid: string; readonly customer: Customer } {
    const welcome = this.codes.get(code);
    if (welcome === undefined) throw new WecomRefusal(40058, 'welcome_code: invalid');
    if (welcome.isTaken) {
      welcome.isTaken = false;
      throw new WecomRefusal(41096);
    }
    if (welcome.isSent) throw new WecomRefusal(41051);
    if (this.clock.now() - welcome.issuedAt > WELCOME_LIFE_MS)
      throw new WecomRefusal(40058, 'welcome_code: expired');
    welcome.isSent = true;
    return welcome;
  }
}
