import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { Clock } from '../../platform/clock/index.ts';
import { Database, type Transaction } from '../../platform/database/index.ts';
import { alreadyMerged } from './identity.errors.ts';
import { MemberClocks } from './member-clock.service.ts';
import { MemberLink } from './member-identity.entity.ts';

/** Two registrations that prove to be one person. Facts stay where they were written; readers ask here. */
@Injectable()
export class MemberLinks {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly clocks: MemberClocks,
  ) {}

  /** From now on the records of `memberNo` are read as those of `intoMemberNo`; links never form chains. */
  async merge(tx: Transaction, memberNo: number, intoMemberNo: number): Promise<void> {
    await this.clocks.lock(tx, [memberNo, intoMemberNo]);
    const ends = In([memberNo, intoMemberNo]);
    const touching = await tx.manager.countBy(MemberLink, [
      { memberNo: ends, validTo: IsNull() },
      { intoMemberNo: memberNo, validTo: IsNull() },
    ]);
    if (touching > 0 || memberNo === intoMemberNo) throw alreadyMerged();
    await tx.manager.insert(MemberLink, {
      memberNo,
      intoMemberNo,
      validFrom: this.clock.now(),
      validTo: null,
    });
    await this.clocks.advance(tx, [memberNo, intoMemberNo]);
  }

  /** Ends the present link of a member, if any; both have their own records again. */
  async unmerge(tx: Transaction, memberNo: number): Promise<void> {
    await this.clocks.lock(tx, [memberNo]);
    const link = await tx.manager.findOneBy(MemberLink, { memberNo, validTo: IsNull() });
    if (link === null) return;
    const validTo = Math.max(this.clock.now(), link.validFrom + 1);
    await tx.manager.update(MemberLink, { memberNo, validFrom: link.validFrom }, { validTo });
    await this.clocks.advance(tx, [memberNo, link.intoMemberNo]);
  }

  /** Every number whose records are to be read as this member's, the own one first. */
  async numbersOf(memberNo: number): Promise<readonly number[]> {
    const links = await this.database.read.findBy(MemberLink, { intoMemberNo: memberNo, validTo: IsNull() });
    return [memberNo, ...links.map((link) => link.memberNo)];
  }
}
