import { Module } from '@nestjs/common';
import { CampaignsModule } from '../../action/outreach/index.ts';
import { FeedModule } from '../../action/feed/index.ts';
import { AuditModule } from '../../foundation/audit/index.ts';
import { OrganisationModule } from '../../foundation/organisation/index.ts';
import { ExportsModule } from '../../foundation/exports/index.ts';
import { ScoringModule } from '../../insight/scoring/index.ts';
import { AdvisoryModule } from '../../records/advisory/index.ts';
import { ArchiveModule } from '../../records/archive/index.ts';
import { CommunitiesModule } from '../../records/communities/index.ts';
import { IdentityModule } from '../../records/identity/index.ts';
import { ProductsModule } from '../../records/products/index.ts';
import { SuitabilityDecisionsModule, SuitabilityModule } from '../../records/suitability/index.ts';
import { AdviserBook } from './adviser-book.service.ts';
import { AdviserController } from './adviser.controller.ts';
import { GroupMembers } from './group-members.service.ts';
import { MemberMessages } from './member-messages.service.ts';
import { MemberPages } from './member-pages.service.ts';
import { Panorama } from './member-panorama.service.ts';
import { MemberSubjects } from './member-subject.ts';
import { MemberSuitabilities } from './member-suitability.service.ts';
import { PanoramaConsoleController } from './panorama.console.controller.ts';
import { WorkspaceConsoleController } from './workspace.console.controller.ts';
import { MembersExport } from './members-export.ts';
import { Workspace } from './workspace.service.ts';

@Module({
  imports: [
    AdvisoryModule,
    ArchiveModule,
    AuditModule,
    CampaignsModule,
    CommunitiesModule,
    ExportsModule,
    FeedModule,
    IdentityModule,
    OrganisationModule,
    ProductsModule,
    ScoringModule,
    SuitabilityDecisionsModule,
    SuitabilityModule,
  ],
  controllers: [AdviserController, PanoramaConsoleController, WorkspaceConsoleController],
  providers: [
    AdviserBook,
    GroupMembers,
    MemberMessages,
    MemberPages,
    MembersExport,
    MemberSubjects,
    MemberSuitabilities,
    Panorama,
    Workspace,
  ],
})
export class WorkspaceModule {}
