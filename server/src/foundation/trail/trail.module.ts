import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/index.ts';
import { OrganisationModule } from '../organisation/index.ts';
import { TrailDesk } from './trail-desk.ts';
import { TrailVerifier } from './trail-verifier.ts';
import { TrailConsoleController } from './trail.console.controller.ts';

@Module({
  imports: [AuditModule, OrganisationModule],
  controllers: [TrailConsoleController],
  providers: [TrailDesk, TrailVerifier],
})
export class TrailModule {}
