import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/index.ts';
import { OrganisationModule } from '../organisation/index.ts';
import { RetentionModule } from '../retention/index.ts';
import { ReviewsModule } from '../reviews/index.ts';
import { AssessmentDesk } from './assessment-desk.service.ts';
import { AssessmentPurge } from './assessment-purge.ts';
import { AssessmentRegister } from './assessment-register.service.ts';
import { AssessmentsConsoleController } from './assessments.console.controller.ts';

/** The register of assessments of what is done with personal information. */
@Module({
  imports: [AuditModule, OrganisationModule, ReviewsModule, RetentionModule],
  controllers: [AssessmentsConsoleController],
  providers: [AssessmentRegister, AssessmentDesk, AssessmentPurge],
  exports: [AssessmentDesk],
})
export class AssessmentsModule {}
