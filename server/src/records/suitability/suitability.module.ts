import { Module } from '@nestjs/common';
import { AuditModule } from '../../foundation/audit/index.ts';
import { ConfigurationModule } from '../../foundation/configuration/index.ts';
import { OrganisationModule } from '../../foundation/organisation/index.ts';
import { ReviewsModule } from '../../foundation/reviews/index.ts';
import { IdentityModule } from '../identity/index.ts';
import { ClosedSuitability } from './closed-suitability.ts';
import { ElderCallBacks } from './elder/elder-call-backs.ts';
import { ElderConsoleController } from './elder/elder.console.controller.ts';
import { ElderController } from './elder/elder.controller.ts';
import { ElderDesk } from './elder/elder-desk.ts';
import { ElderSetting } from './elder/elder-setting.ts';
import { ElderStandings } from './elder/elder-standings.ts';
import { OwnProtections } from './elder/own-protection.ts';
import { TrustedContacts } from './elder/trusted-contacts.ts';
import { InvestorStanding } from './investor-standing.ts';
import { InvestorTraits } from './investor-traits.ts';
import { OwnProfessionals } from './professional/own-professional.ts';
import { ProfessionalDesk } from './professional/professional-desk.ts';
import { ProfessionalLists } from './professional/professional-lists.ts';
import { ProfessionalPictures } from './professional/professional-pictures.ts';
import { ProfessionalStandings } from './professional/professional-standings.ts';
import { ProfessionalConsoleController } from './professional/professional.console.controller.ts';
import { ProfessionalController } from './professional/professional.controller.ts';

/** What the firm has to know of members before a product reaches them, and the proof that it did. */
@Module({
  imports: [AuditModule, ConfigurationModule, IdentityModule, OrganisationModule, ReviewsModule],
  controllers: [
    ElderController,
    ElderConsoleController,
    ProfessionalController,
    ProfessionalConsoleController,
  ],
  providers: [
    ClosedSuitability,
    ElderCallBacks,
    ElderDesk,
    ElderSetting,
    ElderStandings,
    InvestorStanding,
    InvestorTraits,
    OwnProfessionals,
    OwnProtections,
    ProfessionalDesk,
    ProfessionalLists,
    ProfessionalPictures,
    ProfessionalStandings,
    TrustedContacts,
  ],
  exports: [ElderCallBacks, InvestorStanding],
})
export class SuitabilityModule {}
