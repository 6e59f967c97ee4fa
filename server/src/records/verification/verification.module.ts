import { Module } from '@nestjs/common';
import { AuditModule } from '../../foundation/audit/index.ts';
import { OrganisationModule } from '../../foundation/organisation/index.ts';
import { ChannelsModule } from '../channels/index.ts';
import { CommunitiesModule } from '../communities/index.ts';
import { AdviserCards } from './adviser-cards.ts';
import { CardCodes } from './card-codes.service.ts';
import { CardSources } from './card-sources.ts';
import { ChannelCards } from './channel-cards.ts';
import { GroupCards } from './group-cards.ts';
import { FakeReports } from './fake-reports.service.ts';
import { ReportPicturePurge } from './report-picture-purge.ts';
import { ReportPictures } from './report-pictures.service.ts';
import { VerificationChecks } from './verification-checks.service.ts';
import { VerificationConsoleController } from './verification.console.controller.ts';
import { VerificationController } from './verification.controller.ts';

@Module({
  imports: [AuditModule, ChannelsModule, CommunitiesModule, OrganisationModule],
  controllers: [VerificationController, VerificationConsoleController],
  providers: [
    AdviserCards,
    CardCodes,
    CardSources,
    ChannelCards,
    FakeReports,
    GroupCards,
    ReportPicturePurge,
    ReportPictures,
    VerificationChecks,
  ],
  exports: [CardSources],
})
export class VerificationModule {}
