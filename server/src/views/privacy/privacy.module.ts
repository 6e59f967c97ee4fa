import { Module } from '@nestjs/common';
import { IncentivesModule } from '../../action/incentives/index.ts';
import { AuditModule } from '../../foundation/audit/index.ts';
import { ScoringModule } from '../../insight/scoring/index.ts';
import { EntitlementsModule } from '../../records/entitlements/index.ts';
import { IdentityModule } from '../../records/identity/index.ts';
import { AccessCopies } from './access-copies.service.ts';
import { CopyContents } from './copy-contents.service.ts';
import { CopyOrderWorker } from './copy-order.worker.ts';
import { CopyOrders } from './copy-orders.service.ts';
import { CopyPermits } from './copy-permits.service.ts';
import { RewardCopy } from './copy-rewards.service.ts';
import { CopySteps } from './copy-steps.ts';
import { DrawnConclusions } from './drawn-conclusions.service.ts';
import { PrivacyController } from './privacy.controller.ts';

@Module({
  imports: [AuditModule, EntitlementsModule, IdentityModule, IncentivesModule, ScoringModule],
  controllers: [PrivacyController],
  providers: [
    AccessCopies,
    CopyContents,
    CopyOrders,
    CopyOrderWorker,
    CopyPermits,
    CopySteps,
    DrawnConclusions,
    RewardCopy,
  ],
})
export class PrivacyModule {}
