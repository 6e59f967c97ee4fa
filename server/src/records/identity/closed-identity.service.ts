import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { PlatformSends, SessionKeys } from '../../foundation/wechat/index.ts';
import type { Transaction } from '../../platform/database/index.ts';
import { forgetAnswers } from '../../platform/idempotency/index.ts';
import { AccountLinkAttempt } from './account-link.entity.ts';
import { CurrentConsent } from './consent.entity.ts';
import { CoreAccount } from './core-account.entity.ts';
import { IdentityConflict } from './identity-conflict.entity.ts';
import { MemberAdviser } from './member-adviser.entity.ts';
import { MemberClock, MemberDue } from './member-clock.entity.ts';
import { MemberIdentity } from './member-identity.entity.ts';
import { MemberLinkRequest } from './member-link-request.entity.ts';
import { Member } from './member.entity.ts';
import { Session } from './session.entity.ts';

/** Says nothing of anybody, in place of what staff wrote about a person. */
const ERASED = '（随账号注销删除）';

/** What identity itself erases of closed registrations: who they were, where they signed in, whose account it is. */
@Injectable()
export class ClosedIdentity {
  constructor(
    private readonly sessionKeys: SessionKeys,
    private readonly sends: PlatformSends,
  ) {}

  /** To be called last: nothing follows the members' clocks afterwards. */
  async erase(tx: Transaction, memberNos: readonly number[], closedAt: number): Promise<void> {
    const { manager } = tx;
    await this.sessionKeys.forget(tx, memberNos);
    await this.sends.forget(tx, memberNos);
    const memberNo = In([...memberNos]);
    const members = await manager.find(Member, { where: { memberNo }, select: { memberId: true } });
    await forgetAnswers(
      manager,
      members.map(({ memberId }) => memberId),
    );
    await manager.delete(Session, { memberNo });
    // Without a name in another system the next sign-in is somebody new, who may link the same account again.
    await manager.delete(MemberIdentity, { memberNo });
    await manager.update(CoreAccount, { memberNo }, { memberNo: null, linkedSeq: 0 });
    await manager.delete(AccountLinkAttempt, { memberNo });
    await manager.delete(CurrentConsent, { memberNo });
    await manager.delete(IdentityConflict, { claimantNo: memberNo });
    await manager.delete(IdentityConflict, { holderNo: memberNo });
    await manager.update(MemberLinkRequest, { memberNo }, { reason: ERASED });
    await manager.update(MemberLinkRequest, { intoMemberNo: memberNo }, { reason: ERASED });
    await manager.update(Member, { memberNo }, { displayName: null, branchId: null });
    for (const { memberNo: number, seq } of await manager.findBy(MemberClock, { memberNo })) {
      await manager.update(
        MemberAdviser,
        { memberNo: number, unboundAt: IsNull() },
        { unboundAt: closedAt, endedSeq: seq },
      );
      const followed = { wantedSeq: seq, doneSeq: seq, isPending: false, dueOn: null };
      await manager.update(MemberDue, { memberNo: number }, followed);
    }
  }
}
