import { Module } from '@nestjs/common';
import { AuditModule } from '../../foundation/audit/index.ts';
import { ConfigurationModule } from '../../foundation/configuration/index.ts';
import { OrganisationModule } from '../../foundation/organisation/index.ts';
import { IdentityModule } from '../../records/identity/index.ts';
import { SuitabilityDecisionsModule, SuitabilityModule } from '../../records/suitability/index.ts';
import { BookChanges } from './book-changes.ts';
import { CallDesk } from './call-desk.ts';
import { CallLists } from './call-lists.ts';
import { CareCandidates } from './care-candidates.ts';
import { CareClients } from './care-clients.ts';
import { CareConsoleController } from './care.console.controller.ts';
import { CareController } from './care.controller.ts';
import { CarePeriodSetting } from './care-periods.ts';
import { CareScope } from './care-scope.ts';
import { CareSteps } from './care-steps.ts';
import { ClosedCare } from './closed-care.ts';
import { ComplaintDesk } from './complaint-desk.ts';
import { ComplaintDetails } from './complaint-details.ts';
import { ComplaintLists } from './complaint-lists.ts';
import { ComplaintMoves } from './complaint-moves.ts';
import { ComplaintPicturePurge } from './complaint-picture-purge.ts';
import { ComplaintPictures } from './complaint-pictures.ts';
import { ComplaintRegister } from './complaint-register.ts';
import { DueDays } from './due-days.ts';
import { ElderCalls } from './elder-calls.ts';
import { FollowUpCalls } from './follow-up-calls.ts';
import { HighRiskCalls } from './high-risk-calls.ts';
import { OwnComplaints } from './own-complaints.ts';

@Module({
  imports: [
    AuditModule,
    ConfigurationModule,
    IdentityModule,
    OrganisationModule,
    SuitabilityDecisionsModule,
    SuitabilityModule,
  ],
  controllers: [CareController, CareConsoleController],
  providers: [
    BookChanges,
    CallDesk,
    CallLists,
    CareCandidates,
    CareClients,
    CarePeriodSetting,
    CareScope,
    CareSteps,
    ClosedCare,
    ComplaintDesk,
    ComplaintDetails,
    ComplaintLists,
    ComplaintMoves,
    ComplaintPicturePurge,
    ComplaintPictures,
    ComplaintRegister,
    DueDays,
    ElderCalls,
    FollowUpCalls,
    HighRiskCalls,
    OwnComplaints,
  ],
  exports: [FollowUpCalls],
})
export class CareModule {}
