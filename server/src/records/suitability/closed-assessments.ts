import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ASSESSED_SUBJECT } from '@siyu/shared/contracts/suitability.limits';
import { In } from 'typeorm';
import { Reviews } from '../../foundation/reviews/index.ts';
import { Identity } from '../identity/index.ts';
import { Assessment } from './assessment.entity.ts';

/**
 * What a member answered and confirmed stays for twenty years when the account is closed (REQ-SUIT-14), under a number
 * without a name. Nobody decides on it any more.
 */
@Injectable()
export class ClosedAssessments implements OnModuleInit {
  constructor(
    private readonly identity: Identity,
    private readonly reviews: Reviews,
  ) {}

  onModuleInit(): void {
    this.identity.onAccountClosed(async (tx, memberNos) => {
      const memberNo = In([...memberNos]);
      for (const { assessmentId } of await tx.manager.findBy(Assessment, { memberNo, isHeld: true }))
        await this.reviews.supersede(tx, ASSESSED_SUBJECT, assessmentId, 'system');
    });
  }
}
