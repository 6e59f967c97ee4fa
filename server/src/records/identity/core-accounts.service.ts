import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { among, Database, selectRows, type Transaction, upsertRows } from '../../platform/database/index.ts';
import { CoreAccount } from './core-account.entity.ts';
import { CORE_ISSUER } from './core-issuer.ts';
import { coreCustomerTaken } from './identity.errors.ts';
import { MemberNumber } from './member.entity.ts';

const COUNTER = 'core_account';

/** An account as other modules see it. */
export interface AccountRecord {
  readonly accountNo: number;
  readonly coreCustomerId: string;
  /** Null while it is nobody's. */
  readonly memberNo: number | null;
  /** Clock of the member after the transaction that linked it; 0 before. */
  readonly linkedSeq: number;
}
export type LinkedAccount = AccountRecord & { readonly memberNo: number };
/** Told, in the transaction of the link, that accounts have become members'. */
export type AccountLinkHandler = (tx: Transaction, accounts: readonly LinkedAccount[]) => Promise<void>;
export interface AccountLink {
  readonly coreCustomerId: string;
  readonly memberNo: number;
  readonly seq: number;
}

/**
 * Numbers for the customers of the core system, given out when something is first told of them. Their rows are
 * also what writers of facts and a link wait for each other at: a fact is either there when the link looks, or
 * written when the member is known.
 */
@Injectable()
export class CoreAccounts {
  private readonly handlers: AccountLinkHandler[] = [];

  constructor(private readonly database: Database) {}

  onLinked(handler: AccountLinkHandler): void {
    this.handlers.push(handler);
  }

  /**
   * The accounts of core customers, opened where there are none, and held until the transaction ends. To be the
   * first act of a transaction: what is read afterwards is then as new as the locks.
   */
  async open(
    tx: Transaction,
    coreCustomerIds: readonly string[],
  ): Promise<ReadonlyMap<string, AccountRecord>> {
    const ids = [...new Set(coreCustomerIds)].sort();
    if (ids.length === 0) return new Map();
    const known = new Set((await this.find(ids, this.database.read)).map((row) => row.coreCustomerId));
    const missing = ids.filter((id) => !known.has(id));
    if (missing.length > 0) await this.register(tx, missing);
    const lock = this.database.engine === 'mysql' ? ' FOR UPDATE' : '';
    const held = await this.find(ids, tx.manager, lock);
    return new Map(held.map((row) => [row.coreCustomerId, row]));
  }

  /**
   * Makes accounts their members'; the last act of the transaction that links them.
   * @param links with the clock of the member after this transaction
   * @throws {AppError} identity.core_customer_taken when one is another member's
   */
  async attach(tx: Transaction, links: readonly AccountLink[]): Promise<void> {
    const held = await this.open(
      tx,
      links.map(({ coreCustomerId }) => coreCustomerId),
    );
    const linked = links.map(({ coreCustomerId, memberNo, seq }) => {
      const account = held.get(coreCustomerId);
      if (account === undefined) throw new Error('an account that was opened is gone');
      if (account.memberNo !== null && account.memberNo !== memberNo) throw coreCustomerTaken();
      return { ...account, issuer: CORE_ISSUER, memberNo, linkedSeq: seq };
    });
    await upsertRows(tx, CoreAccount, linked, ['memberNo', 'linkedSeq']);
    for (const handler of this.handlers) await handler(tx, linked);
  }

  /** The accounts that are linked to these members. */
  async ofMembers(
    memberNos: readonly number[],
    manager: EntityManager = this.database.read,
  ): Promise<readonly AccountRecord[]> {
    if (memberNos.length === 0) return [];
    const { sql, values } = among('member_no', memberNos);
    return selectRows(manager, CoreAccount, { sql: `${sql} ORDER BY account_no`, values });
  }

  /**
   * The rows of these customers; past the entity, since an import asks for a million of them. With a lock as they
   * are now, always in the order of the ids so that none wait in a ring.
   */
  private async find(
    ids: readonly string[],
    manager: EntityManager,
    lock: '' | ' FOR UPDATE' = '',
  ): Promise<readonly AccountRecord[]> {
    return manager.query(
      `SELECT account_no AS accountNo, core_customer_id AS coreCustomerId, member_no AS memberNo, linked_seq AS linkedSeq
       FROM core_accounts WHERE issuer = ? AND core_customer_id IN (${ids.map(() => '?').join(',')})
       ORDER BY core_customer_id${lock}`,
      [CORE_ISSUER, ...ids],
    );
  }

  /** Somebody may be quicker: then the number taken here is left unused. */
  private async register(tx: Transaction, ids: readonly string[]): Promise<void> {
    const insert = (entity: typeof CoreAccount | typeof MemberNumber, values: object[]) =>
      tx.manager
        .createQueryBuilder()
        .insert()
        .into(entity)
        .values(values)
        .orIgnore()
        .updateEntity(false)
        .execute();
    await insert(MemberNumber, [{ name: COUNTER, lastNo: 0 }]);
    await tx.manager.increment(MemberNumber, { name: COUNTER }, 'lastNo', ids.length);
    const counter = tx.manager
      .createQueryBuilder(MemberNumber, 'counter')
      .where('counter.name = :name', { name: COUNTER });
    // A reading without a lock would fix the snapshot of the transaction before the accounts are held.
    if (this.database.engine === 'mysql') counter.setLock('pessimistic_write');
    const { lastNo } = await counter.getOneOrFail();
    await insert(
      CoreAccount,
      ids.map((coreCustomerId, at) => ({
        accountNo: lastNo - ids.length + 1 + at,
        issuer: CORE_ISSUER,
        coreCustomerId,
        memberNo: null,
        linkedSeq: 0,
      })),
    );
  }
}
