import type { Clock } from '../clock.ts';
import { hex, type Randomness } from '../randomness.ts';
import type { Customer, Customers, Follow } from './customers.ts';
import type { WecomEvents } from './events.ts';
import { WecomRefusal } from './refusal.ts';
import type { Welcomes } from './welcomes.ts';

/** What stands behind a 联系我 code. */
export interface ContactWay {
  readonly configId: string;
  readonly createdAt: number;
  type: 1 | 2;
  /** 1: a control in a mini-program; 2: a QR code. */
  scene: 1 | 2;
  style: number;
  remark: string;
  skipVerify: boolean;
  state: string;
  users: readonly string[];
  /** How often it has been scanned: the employees of a shared one take turns. */
  scans: number;
}

/** A customer who asked and whom the employee has not accepted yet. */
export interface ContactRequest {
  readonly id: string;
  readonly customer: Customer;
  readonly userid: string;
  readonly state: string;
}

/** What a person sees after scanning. */
export interface Scanned {
  readonly userid: string;
  readonly outcome: 'added' | 'already' | 'asked';
  readonly requestId: string | null;
}

const CONTENT = 'https://work.weixin.qq.com/ca/';

/** The text in the QR code of a contact way. */
export const contactWayText = (configId: string): string => `${CONTENT}${configId}`;

/** The codes by which customers add employees, and those who have asked. */
export class ContactWays {
  private readonly ways = new Map<string, ContactWay>();
  private readonly requests = new Map<string, ContactRequest>();

  constructor(
    private readonly clock: Clock,
    private readonly randomness: Randomness,
    private readonly customers: Customers,
    private readonly welcomes: Welcomes,
    private readonly events: WecomEvents,
  ) {}

  add(given: Omit<ContactWay, 'configId' | 'createdAt' | 'scans'>): ContactWay {
    const way = { ...given, configId: hex(this.randomness, 16), createdAt: this.clock.now(), scans: 0 };
    this.ways.set(way.configId, way);
    return way;
  }

  get(configId: string): ContactWay {
    const way = this.ways.get(configId);
    if (way === undefined) throw new WecomRefusal(41044);
    return way;
  }

  remove(configId: string): void {
    this.get(configId);
    this.ways.delete(configId);
  }

  list(): readonly ContactWay[] {
    return [...this.ways.values()];
  }

  /** The way a scanned text leads to; null when it is none or was deleted. */
  findByText(text: string): ContactWay | null {
    return text.startsWith(CONTENT) ? (this.ways.get(text.slice(CONTENT.length)) ?? null) : null;
  }

  /** A person scans. Whom they know already they do not add again, and nothing is called back. */
  scan(way: ContactWay, account: string, isHalf = false): Scanned {
    const customer = this.customers.ofAccount(account);
    const known = way.users.find((userid) => customer.follows.get(userid)?.isDroppedByCustomer === false);
    const userid = known ?? way.users[way.scans % way.users.length] ?? '';
    way.scans += 1;
    if (known !== undefined) return { userid, outcome: 'already', requestId: null };
    if (way.skipVerify && !isHalf) {
      this.becomeContacts(customer, userid, way.state, null);
      return { userid, outcome: 'added', requestId: null };
    }
    const id = hex(this.randomness, 8);
    this.requests.set(id, { id, customer, userid, state: way.state });
    if (isHalf) {
      const code = this.welcomes.issue(userid, customer);
      this.fire('add_half_external_contact', customer, userid, way.state, code);
    }
    return { userid, outcome: 'asked', requestId: id };
  }

  waiting(): readonly ContactRequest[] {
    return [...this.requests.values()];
  }

  /** The employee accepts; false when nobody asks under this id. */
  accept(requestId: string): boolean {
    const request = this.requests.get(requestId);
    if (request === undefined) return false;
    this.requests.delete(requestId);
    this.becomeContacts(request.customer, request.userid, request.state, requestId);
    return true;
  }

  private becomeContacts(
    customer: Customer,
    userid: string,
    state: string,
    requestId: string | null,
  ): Follow {
    const follow = this.customers.follow(customer, userid, { state, addWay: requestId === null ? 1 : 2 });
    // Whom the welcome has reached through the half-way event gets no second one.
    const code = this.welcomes.wasWelcomed(userid, customer) ? null : this.welcomes.issue(userid, customer);
    this.fire('add_external_contact', customer, userid, state, code);
    return follow;
  }

  private fire(type: string, customer: Customer, userid: string, state: string, code: string | null): void {
    this.events.fire({
      Event: 'change_external_contact',
      ChangeType: type,
      UserID: userid,
      ExternalUserID: customer.externalUserId,
      ...(state === '' ? {} : { State: state }),
      ...(code === null ? {} : { WelcomeCode: code }),
    });
  }
}
