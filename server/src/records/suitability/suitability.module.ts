import { Module } from '@nestjs/common';
import { AuditModule } from '../../foundation/audit/index.ts';
import { ConfigurationModule } from '../../foundation/configuration/index.ts';
import { OrganisationModule } from '../../foundation/organisation/index.ts';
import { ReviewsModule } from '../../foundation/reviews/index.ts';
import { EngagementModule } from '../engagement/index.ts';
import { IdentityModule } from '../identity/index.ts';
import { Answering } from './answering.ts';
import { Assessing } from './assessing.ts';
import { AssessmentHistories } from './assessment-histories.ts';
import { AssessmentMoves } from './assessment-moves.ts';
import { AssessmentReminders } from './assessment-reminders.ts';
import { ClosedAssessments } from './closed-assessments.ts';
import { ClosedSuitability } from './closed-suitability.ts';
import { BirthYears } from './elder/birth-years.ts';
import { ElderCallBacks } from './elder/elder-call-backs.ts';
import { ElderDesk } from './elder/elder-desk.ts';
import { ElderSetting } from './elder/elder-setting.ts';
import { ElderStandings } from './elder/elder-standings.ts';
import { ElderConsoleController } from './elder/elder.console.controller.ts';
import { ElderController } from './elder/elder.controller.ts';
import { OwnProtections } from './elder/own-protection.ts';
import { TrustedContacts } from './elder/trusted-contacts.ts';
import { HeldAssessments } from './held-assessments.ts';
import { InvestorCare } from './investor-care.ts';
import { InvestorStanding } from './investor-standing.ts';
import { InvestorTraits } from './investor-traits.ts';
import { OwnSuitability } from './own-suitability.ts';
import { PersonRecords } from './person-records.ts';
import { OwnProfessionals } from './professional/own-professional.ts';
import { ProfessionalDesk } from './professional/professional-desk.ts';
import { ProfessionalLists } from './professional/professional-lists.ts';
import { ProfessionalPictures } from './professional/professional-pictures.ts';
import { ProfessionalStandings } from './professional/professional-standings.ts';
import { ProfessionalConsoleController } from './professional/professional.console.controller.ts';
import { ProfessionalController } from './professional/professional.controller.ts';
import { Questionnaires } from './questionnaire/questionnaires.ts';
import { Saying } from './saying.ts';
import { SealedOrigins } from './sealed-origins.ts';
import { SuitabilityLimits } from './suitability-limits.ts';
import { SuitabilityConsoleController } from './suitability.console.controller.ts';
import { SuitabilityController } from './suitability.controller.ts';

/** What the firm has to know of members before a product reaches them, and the proof that it did. */
@Module({
  imports: [
    AuditModule,
    ConfigurationModule,
    EngagementModule,
    IdentityModule,
    OrganisationModule,
    ReviewsModule,
  ],
  controllers: [
    ElderConsoleController,
    ElderController,
    ProfessionalConsoleController,
    ProfessionalController,
    SuitabilityConsoleController,
    SuitabilityController,
  ],
  providers: [
    Answering,
    Assessing,
    AssessmentHistories,
    AssessmentMoves,
    AssessmentReminders,
    BirthYears,
    ClosedAssessments,
    ClosedSuitability,
    ElderCallBacks,
    ElderDesk,
    ElderSetting,
    ElderStandings,
    HeldAssessments,
    InvestorCare,
    InvestorStanding,
    InvestorTraits,
    OwnProfessionals,
    OwnProtections,
    OwnSuitability,
    PersonRecords,
    ProfessionalDesk,
    ProfessionalLists,
    ProfessionalPictures,
    ProfessionalStandings,
    Questionnaires,
    Saying,
    SealedOrigins,
    SuitabilityLimits,
    TrustedContacts,
  ],
  exports: [AssessmentHistories, BirthYears, ElderCallBacks, InvestorCare, InvestorStanding, OwnProtections],
})
export class SuitabilityModule {}
