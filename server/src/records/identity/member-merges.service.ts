import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { Clock } from '../../platform/clock/index.ts';
import { Database, type Transaction } from '../../platform/database/index.ts';
import { closedAmong } from './closed-accounts.ts';
import { CoreCustomers } from './core-customer.service.ts';
import { IdentityConflicts } from './identity-conflicts.service.ts';
import { accountClosed, alreadyMerged, twoAccounts } from './identity.errors.ts';
import { MemberClocks } from './member-clock.service.ts';
import { MemberLink } from './member-identity.entity.ts';

/** Two registrations that prove to be one person become one, and two again. No fact is rewritten. */
@Injectable()
export class MemberMerges {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly clocks: MemberClocks,
    private readonly coreCustomers: CoreCustomers,
    private readonly conflicts: IdentityConflicts,
  ) {}

  /**
   * From now on the records of `memberNo` are read as those of `intoMemberNo`; links never form chains.
   * @throws {AppError} identity.already_merged when either is merged already, or both are one number;
   * identity.account_closed; identity.two_accounts when each has an account of its own, which one person cannot.
   */
  async merge(tx: Transaction, memberNo: number, intoMemberNo: number): Promise<void> {
    await this.clocks.lock(tx, [memberNo, intoMemberNo]);
    if ((await closedAmong(tx.manager, [memberNo, intoMemberNo])).size > 0) throw accountClosed();
    const present = await this.presentLinks(tx, [memberNo, intoMemberNo]);
    const isTaken = present.some(
      (link) =>
        link.memberNo === memberNo || link.memberNo === intoMemberNo || link.intoMemberNo === memberNo,
    );
    if (isTaken || memberNo === intoMemberNo) throw alreadyMerged();
    const accounts = await this.coreCustomers.accountsOf([memberNo, intoMemberNo], tx.manager);
    if (accounts.size === 2) throw twoAccounts();
    const others = present.map((link) => link.memberNo);
    const fromSeq = await this.clocks.align(tx, [memberNo, intoMemberNo, ...others]);
    await tx.manager.insert(MemberLink, {
      memberNo,
      intoMemberNo,
      validFrom: this.clock.now(),
      validTo: null,
      fromSeq,
      toSeq: null,
    });
    await this.conflicts.follow(tx, memberNo, intoMemberNo, true);
  }

  /** Ends the present link of a member, if any; both have their own records again. */
  async unmerge(tx: Transaction, memberNo: number): Promise<void> {
    await this.clocks.lock(tx, [memberNo]);
    const [link] = (await this.presentLinks(tx, [memberNo])).filter((each) => each.memberNo === memberNo);
    if (link === undefined) return;
    const seqs = await this.clocks.advance(tx, [memberNo]);
    const validTo = Math.max(this.clock.now(), link.validFrom + 1);
    await tx.manager.update(
      MemberLink,
      { memberNo, validFrom: link.validFrom },
      { validTo, toSeq: seqs.get(memberNo) ?? link.fromSeq },
    );
    const staying = (await this.presentLinks(tx, [link.intoMemberNo])).length > 0 ? [] : [link.intoMemberNo];
    await this.clocks.part(tx, [memberNo, ...staying]);
    await this.conflicts.follow(tx, memberNo, link.intoMemberNo, false);
  }

  /** Links that touch these numbers, as they are now: the transaction may have an older snapshot. */
  private async presentLinks(tx: Transaction, memberNos: readonly number[]): Promise<readonly MemberLink[]> {
    const among = In([...memberNos]);
    return tx.manager.find(MemberLink, {
      where: [
        { memberNo: among, validTo: IsNull() },
        { intoMemberNo: among, validTo: IsNull() },
      ],
      ...(this.database.engine === 'mysql' ? { lock: { mode: 'pessimistic_write' as const } } : {}),
    });
  }
}
