import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database, type Transaction } from '../../platform/database/index.ts';
import { ChannelAccountEntry } from './channel-account.entity.ts';

/** Accounts with their codes that go from one of the staff to another: what hangs on paper leads on. */
@Injectable()
export class AccountHandover {
  constructor(private readonly database: Database) {}

  /** How many accounts each of them has. */
  async countsOf(staffIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    if (staffIds.length === 0) return new Map();
    const rows = await this.database.read
      .createQueryBuilder(ChannelAccountEntry, 'one')
      .select('one.staffId', 'staffId')
      .addSelect('COUNT(*)', 'accounts')
      .where({ staffId: In([...staffIds]) })
      .groupBy('one.staffId')
      .getRawMany<{ staffId: string; accounts: number | string }>();
    return new Map(rows.map(({ staffId, accounts }) => [staffId, Number(accounts)]));
  }

  /** @returns how many */
  async move(
    tx: Transaction,
    fromId: string,
    to: { readonly staffId: string; readonly branchId: string | null },
  ): Promise<number> {
    const { staffId, branchId } = to;
    const { affected } = await tx.manager.update(
      ChannelAccountEntry,
      { staffId: fromId },
      { staffId, branchId },
    );
    return affected ?? 0;
  }
}
