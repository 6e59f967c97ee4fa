import type { Clock } from '../clock.ts';
import type { PhoneAccount } from '../phone-accounts.ts';
import { WecomRefusal } from './refusal.ts';

/** What one employee keeps about a customer. */
export interface Follow {
  readonly userid: string;
  remark: string;
  description: string;
  readonly createdAt: number;
  readonly tagIds: Set<string>;
  state: string;
  /** 1: a QR code; 8: a shared card; 16: a link of the acquisition assistant; 24: a mini-program. */
  readonly addWay: number;
  /** Whether the customer has thrown the employee out; the employee still sees them. */
  isDroppedByCustomer: boolean;
}

/** A WeChat user whom somebody of the firm has added. */
export interface Customer {
  readonly account: string;
  readonly externalUserId: string;
  readonly unionid: string;
  readonly name: string;
  readonly follows: Map<string, Follow>;
}

const EXTERNAL_PREFIX = 'wmSbx0000000000000000-';

/** The id the firm knows a WeChat user by; another firm would see another one. */
export function externalUserIdOf(account: string): string {
  return `${EXTERNAL_PREFIX}${account}`;
}

/** The customers of the firm and who follows them. */
export class Customers {
  private readonly byId = new Map<string, Customer>();

  constructor(
    private readonly clock: Clock,
    private readonly accounts: readonly PhoneAccount[],
  ) {}

  /** The customer of a phone account, known to the firm or not yet. */
  ofAccount(account: string): Customer {
    const externalUserId = externalUserIdOf(account);
    const known = this.byId.get(externalUserId);
    if (known !== undefined) return known;
    const customer: Customer = {
      account,
      externalUserId,
      unionid: `usbx-${account}`,
      name: this.accounts.find((each) => each.account === account)?.nickname ?? account,
      follows: new Map(),
    };
    this.byId.set(externalUserId, customer);
    return customer;
  }

  find(externalUserId: string): Customer | null {
    return this.byId.get(externalUserId) ?? null;
  }

  /** Somebody whom an employee follows. */
  get(externalUserId: string): Customer {
    const customer = this.byId.get(externalUserId);
    if (customer === undefined) throw new WecomRefusal(40096);
    if (customer.follows.size === 0) throw new WecomRefusal(84061);
    return customer;
  }

  /** What the employee keeps about the customer; refuses when the two do not know each other. */
  followOf(externalUserId: string, userid: string): Follow {
    const follow = this.get(externalUserId).follows.get(userid);
    if (follow === undefined) throw new WecomRefusal(84061);
    return follow;
  }

  /** Customers of one employee, the longest known first. */
  of(userid: string): readonly Customer[] {
    return [...this.byId.values()].filter((customer) => customer.follows.has(userid));
  }

  all(): readonly Customer[] {
    return [...this.byId.values()].filter((customer) => customer.follows.size > 0);
  }

  /** The employee and the customer become contacts. */
  follow(
    customer: Customer,
    userid: string,
    given: { state?: string; addWay: number; remark?: string },
  ): Follow {
    const follow: Follow = {
      userid,
      remark: given.remark ?? customer.name,
      description: '',
      createdAt: this.clock.now(),
      tagIds: new Set(),
      state: given.state ?? '',
      addWay: given.addWay,
      isDroppedByCustomer: false,
    };
    customer.follows.set(userid, follow);
    return follow;
  }
}
