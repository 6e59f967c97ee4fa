import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/index.ts';
import { OrganisationModule } from '../organisation/index.ts';
import { ImportsConsoleController } from './imports.console.controller.ts';
import { ImportsDesk } from './imports-desk.ts';

/** The desk at which staff hand files in; what is in them is known to the modules that registered their kinds. */
@Module({
  imports: [AuditModule, OrganisationModule],
  controllers: [ImportsConsoleController],
  providers: [ImportsDesk],
})
export class ImportsDeskModule {}
