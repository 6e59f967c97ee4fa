import { Module } from '@nestjs/common';
import { AuditModule } from '../../foundation/audit/index.ts';
import { ScoringModule } from '../../insight/scoring/index.ts';
import { IdentityModule } from '../../records/identity/index.ts';
import { AccessCopies } from './access-copies.service.ts';
import { CopyPermits } from './copy-permits.service.ts';
import { PrivacyController } from './privacy.controller.ts';

@Module({
  imports: [AuditModule, IdentityModule, ScoringModule],
  controllers: [PrivacyController],
  providers: [AccessCopies, CopyPermits],
})
export class PrivacyModule {}
