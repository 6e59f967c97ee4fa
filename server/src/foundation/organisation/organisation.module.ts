import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/index.ts';
import { Organisation } from './organisation.service.ts';
import { StaffChanges } from './staff-changes.service.ts';
import { StaffDirectory } from './staff-directory.ts';

@Module({
  imports: [AuditModule],
  providers: [Organisation, StaffChanges, StaffDirectory],
  exports: [Organisation, StaffChanges, StaffDirectory],
})
export class OrganisationModule {}
