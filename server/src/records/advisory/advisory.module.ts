import { Module } from '@nestjs/common';
import { AuditModule } from '../../foundation/audit/index.ts';
import { IdentityModule } from '../identity/index.ts';
import { AdvisoryConsoleController } from './advisory.console.controller.ts';
import { AdvisoryContracts } from './advisory-contracts.service.ts';
import { AdvisoryDesk } from './advisory-desk.service.ts';

@Module({
  imports: [AuditModule, IdentityModule],
  controllers: [AdvisoryConsoleController],
  providers: [AdvisoryContracts, AdvisoryDesk],
  exports: [AdvisoryContracts],
})
export class AdvisoryModule {}
