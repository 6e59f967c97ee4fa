import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/index.ts';
import { ExportsModule } from '../exports/index.ts';
import { OrganisationModule } from '../organisation/index.ts';
import { TrailExport } from './trail-export.ts';
import { TrailDesk } from './trail-desk.ts';
import { TrailVerifier } from './trail-verifier.ts';
import { TrailConsoleController } from './trail.console.controller.ts';

@Module({
  imports: [AuditModule, OrganisationModule, ExportsModule],
  controllers: [TrailConsoleController],
  providers: [TrailDesk, TrailExport, TrailVerifier],
})
export class TrailModule {}
