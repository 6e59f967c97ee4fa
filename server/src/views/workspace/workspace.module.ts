import { Module } from '@nestjs/common';
import { AuditModule } from '../../foundation/audit/index.ts';
import { ScoringModule } from '../../insight/scoring/index.ts';
import { IdentityModule } from '../../records/identity/index.ts';
import { WorkspaceConsoleController } from './workspace.console.controller.ts';
import { Workspace } from './workspace.service.ts';

@Module({
  imports: [AuditModule, IdentityModule, ScoringModule],
  controllers: [WorkspaceConsoleController],
  providers: [Workspace],
})
export class WorkspaceModule {}
