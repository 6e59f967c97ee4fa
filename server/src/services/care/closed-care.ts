import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { Clock } from '../../platform/clock/index.ts';
import { Identity } from '../../records/identity/index.ts';
import { Complaint } from './complaint.entity.ts';
import { ComplaintPictures } from './complaint-pictures.ts';
import { FollowUpCall } from './follow-up-call.entity.ts';
import { FollowUpCalls } from './follow-up-calls.ts';

/**
 * Complaints and calls are records of the firm's service and stay, restricted, when the account is closed. Nobody is
 * called any more, and what was sent with no complaint goes.
 */
@Injectable()
export class ClosedCare implements OnModuleInit {
  constructor(
    private readonly clock: Clock,
    private readonly identity: Identity,
    private readonly calls: FollowUpCalls,
    private readonly pictures: ComplaintPictures,
  ) {}

  onModuleInit(): void {
    this.identity.onAccountClosed(async (tx, memberNos) => {
      const memberNo = In([...memberNos]);
      const { manager } = tx;
      for (const call of await manager.findBy(FollowUpCall, { memberNo, state: In(['OPEN', 'ASSIGNED']) }))
        await this.calls.take(tx, call, 'system', { act: 'CANCEL', stepNo: call.stepNo + 1 });
      const restrictedAt = this.clock.now();
      const unmarked = { memberNo, restrictedAt: IsNull() };
      await manager.update(Complaint, unmarked, { restrictedAt });
      await manager.update(FollowUpCall, unmarked, { restrictedAt });
      await this.pictures.forgetFree(tx, memberNos);
    });
  }
}
