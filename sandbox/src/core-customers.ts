import { demoAccounts } from './phone-accounts.ts';

/** A customer as the firm's core system knows one. */
export interface CoreCustomer {
  readonly customerId: string;
  /** Number of the securities account. */
  readonly accountNo: string;
  /** The phone on record; codes go there and nowhere else. */
  readonly phone: string;
  /** Who that is on the demo phone. */
  readonly account: string;
}

/** One customer for each demo investor; the demo firm of the server links some of them itself. */
export const coreCustomers: readonly CoreCustomer[] = demoAccounts.map(({ account }, index) => ({
  customerId: `demo-${account}`,
  accountNo: `62000000${String(index + 1).padStart(2, '0')}`,
  phone: `138000000${String(index + 1).padStart(2, '0')}`,
  account,
}));
