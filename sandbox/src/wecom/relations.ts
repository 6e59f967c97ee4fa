import type { Customers } from './customers.ts';
import type { WecomEvents } from './events.ts';

const CHANGE_TYPES = {
  edited: 'edit_external_contact',
  dropped_by_employee: 'del_external_contact',
  dropped_by_customer: 'del_follow_user',
} as const;

/** What two contacts do to each other by hand. */
export class Relations {
  constructor(
    private readonly customers: Customers,
    private readonly events: WecomEvents,
  ) {}

  /** False when the two do not know each other. */
  change(account: string, userid: string, act: keyof typeof CHANGE_TYPES, remark?: string): boolean {
    const customer = this.customers.ofAccount(account);
    const follow = customer.follows.get(userid);
    if (follow === undefined) return false;
    if (act === 'edited') follow.remark = remark ?? follow.remark;
    else if (act === 'dropped_by_customer') follow.isDroppedByCustomer = true;
    else customer.follows.delete(userid);
    this.events.fire({
      Event: 'change_external_contact',
      ChangeType: CHANGE_TYPES[act],
      UserID: userid,
      ExternalUserID: customer.externalUserId,
    });
    return true;
  }
}
