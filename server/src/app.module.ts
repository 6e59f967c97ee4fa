import { type DynamicModule, Module } from '@nestjs/common';
import { FeedModule } from './action/feed/index.ts';
import { IncentivesModule } from './action/incentives/index.ts';
import { CampaignsModule, MatchingModule, OutreachModule } from './action/outreach/index.ts';
import { DemoModule } from './demo/index.ts';
import { AuditModule } from './foundation/audit/index.ts';
import { AssessmentsModule } from './foundation/assessments/index.ts';
import { BrakesModule } from './foundation/brakes/index.ts';
import { ConfigurationModule } from './foundation/configuration/index.ts';
import { DeskModule } from './foundation/desk/index.ts';
import { ExportsModule } from './foundation/exports/index.ts';
import { ImportsDeskModule } from './foundation/imports/index.ts';
import { JobsDeskModule } from './foundation/jobs/index.ts';
import { OrganisationModule } from './foundation/organisation/index.ts';
import { RetentionModule } from './foundation/retention/index.ts';
import { ReviewsModule } from './foundation/reviews/index.ts';
import { TrailModule } from './foundation/trail/index.ts';
import { WechatModule } from './foundation/wechat/index.ts';
import { ScoringModule } from './insight/scoring/index.ts';
import { SegmentsModule } from './insight/segments/index.ts';
import { migrations } from './migrations/index.ts';
import type { Config } from './platform/config/index.ts';
import { PlatformModule } from './platform/platform.module.ts';
import { AdvisoryModule } from './records/advisory/index.ts';
import { ArchiveModule } from './records/archive/index.ts';
import { ChannelsModule } from './records/channels/index.ts';
import { CommunitiesModule } from './records/communities/index.ts';
import { EngagementModule } from './records/engagement/index.ts';
import { EntitlementsModule } from './records/entitlements/index.ts';
import { IdentityModule } from './records/identity/index.ts';
import { NotificationsModule } from './records/notifications/index.ts';
import { ProductsModule } from './records/products/index.ts';
import { SuitabilityDecisionsModule, SuitabilityModule } from './records/suitability/index.ts';
import { TransactionsModule } from './records/transactions/index.ts';
import { VerificationModule } from './records/verification/index.ts';
import { CareModule } from './services/care/index.ts';
import { ContentModule } from './services/content/index.ts';
import { DiscussionModule } from './services/discussion/index.ts';
import { HandoversModule } from './services/handovers/index.ts';
import { LiveModule } from './services/live/index.ts';
import { NotebookModule } from './services/notebook/index.ts';
import { AnalyticsModule } from './views/analytics/index.ts';
import { PrivacyModule } from './views/privacy/index.ts';
import { WorkspaceModule } from './views/workspace/index.ts';

/** The whole house, floor by floor. */
@Module({
  imports: [
    AuditModule,
    OrganisationModule,
    ReviewsModule,
    ConfigurationModule,
    ImportsDeskModule,
    JobsDeskModule,
    ExportsModule,
    RetentionModule,
    AssessmentsModule,
    TrailModule,
    DeskModule,
    BrakesModule,
    WechatModule,
    ChannelsModule,
    IdentityModule,
    EngagementModule,
    ProductsModule,
    SuitabilityModule,
    SuitabilityDecisionsModule,
    AdvisoryModule,
    TransactionsModule,
    CommunitiesModule,
    ArchiveModule,
    NotificationsModule,
    VerificationModule,
    EntitlementsModule,
    ContentModule,
    DiscussionModule,
    HandoversModule,
    LiveModule,
    NotebookModule,
    CareModule,
    ScoringModule,
    SegmentsModule,
    FeedModule,
    OutreachModule,
    CampaignsModule,
    MatchingModule,
    IncentivesModule,
    AnalyticsModule,
    PrivacyModule,
    WorkspaceModule,
    // Does nothing unless the configuration asks for the demo firm.
    DemoModule,
  ],
})
export class AppModule {
  static of(config: Config): DynamicModule {
    return { module: AppModule, imports: [PlatformModule.of({ config, migrations })] };
  }
}
