import { Module } from '@nestjs/common';
import { IncentivesModule } from '../action/incentives/index.ts';
import { CampaignsModule } from '../action/outreach/index.ts';
import { AssessmentsModule } from '../foundation/assessments/index.ts';
import { OrganisationModule } from '../foundation/organisation/index.ts';
import { ReviewsModule } from '../foundation/reviews/index.ts';
import { ScoringModule } from '../insight/scoring/index.ts';
import { ChannelsModule } from '../records/channels/index.ts';
import { CommunitiesModule } from '../records/communities/index.ts';
import { EngagementModule } from '../records/engagement/index.ts';
import { EntitlementsModule } from '../records/entitlements/index.ts';
import { IdentityModule } from '../records/identity/index.ts';
import { ProductsModule } from '../records/products/index.ts';
import { SuitabilityModule } from '../records/suitability/index.ts';
import { TransactionsModule } from '../records/transactions/index.ts';
import { ContentModule } from '../services/content/index.ts';
import { LiveModule } from '../services/live/index.ts';
import { DemoCampaigns } from './demo-campaigns.ts';
import { DemoCatalogue } from './demo-catalogue.ts';
import { DemoAwards } from './demo-awards.ts';
import { DemoAssessments } from './demo-assessments.ts';
import { DemoBacktest } from './demo-backtest.ts';
import { DemoChannels } from './demo-channels.ts';
import { DemoDataRefusal } from './demo-data-refusal.ts';
import { DemoElders } from './demo-elders.ts';
import { DemoFirm } from './demo-firm.ts';
import { DemoGroups } from './demo-groups.ts';
import { DemoIncentives } from './demo-incentives.ts';
import { DemoLives } from './demo-lives.ts';
import { DemoLoader } from './demo-loader.ts';
import { DemoMembers } from './demo-members.ts';
import { DemoOrganisation } from './demo-organisation.ts';
import { DemoPaths } from './demo-paths.ts';
import { DemoProducts } from './demo-products.ts';
import { DemoPublication } from './demo-publication.ts';
import { DemoSuitability } from './demo-suitability.ts';
import { DemoSteps } from './demo-steps.ts';

@Module({
  imports: [
    OrganisationModule,
    ReviewsModule,
    AssessmentsModule,
    ChannelsModule,
    IdentityModule,
    EngagementModule,
    EntitlementsModule,
    ProductsModule,
    SuitabilityModule,
    CommunitiesModule,
    TransactionsModule,
    ContentModule,
    LiveModule,
    ScoringModule,
    IncentivesModule,
    CampaignsModule,
  ],
  providers: [
    DemoDataRefusal,
    DemoSteps,
    DemoSuitability,
    DemoOrganisation,
    DemoAssessments,
    DemoCampaigns,
    DemoChannels,
    DemoPaths,
    DemoPublication,
    DemoMembers,
    DemoGroups,
    DemoLives,
    DemoIncentives,
    DemoAwards,
    DemoBacktest,
    DemoCatalogue,
    DemoProducts,
    DemoElders,
    DemoFirm,
    DemoLoader,
  ],
  exports: [DemoFirm],
})
export class DemoModule {}
