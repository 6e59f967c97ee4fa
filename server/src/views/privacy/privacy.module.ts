import { Module } from '@nestjs/common';
import { AuditModule } from '../../foundation/audit/index.ts';
import { ScoringModule } from '../../insight/scoring/index.ts';
import { IdentityModule } from '../../records/identity/index.ts';
import { AccessCopies } from './access-copies.service.ts';
import { CopyContents } from './copy-contents.service.ts';
import { CopyOrderWorker } from './copy-order.worker.ts';
import { CopyOrders } from './copy-orders.service.ts';
import { CopyPermits } from './copy-permits.service.ts';
import { CopySteps } from './copy-steps.ts';
import { DrawnConclusions } from './drawn-conclusions.service.ts';
import { PrivacyController } from './privacy.controller.ts';

@Module({
  imports: [AuditModule, IdentityModule, ScoringModule],
  controllers: [PrivacyController],
  providers: [
    AccessCopies,
    CopyContents,
    CopyOrders,
    CopyOrderWorker,
    CopyPermits,
    CopySteps,
    DrawnConclusions,
  ],
})
export class PrivacyModule {}
