import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/index.ts';
import { Organisation } from './organisation.service.ts';
import { StaffDirectory } from './staff-directory.ts';

@Module({
  imports: [AuditModule],
  providers: [Organisation, StaffDirectory],
  exports: [Organisation, StaffDirectory],
})
export class OrganisationModule {}
