import { Module } from '@nestjs/common';
import { AuditModule } from '../../../foundation/audit/index.ts';
import { BrakesModule } from '../../../foundation/brakes/index.ts';
import { ConfigurationModule } from '../../../foundation/configuration/index.ts';
import { OrganisationModule } from '../../../foundation/organisation/index.ts';
import { ReviewsModule } from '../../../foundation/reviews/index.ts';
import { WechatModule } from '../../../foundation/wechat/index.ts';
import { SegmentsModule } from '../../../insight/segments/index.ts';
import { AdvisoryModule } from '../../../records/advisory/index.ts';
import { CommunitiesModule } from '../../../records/communities/index.ts';
import { EngagementModule } from '../../../records/engagement/index.ts';
import { IdentityModule } from '../../../records/identity/index.ts';
import { NotificationsModule } from '../../../records/notifications/index.ts';
import { ProductsModule } from '../../../records/products/index.ts';
import { SuitabilityDecisionsModule, SuitabilityModule } from '../../../records/suitability/index.ts';
import { ContentModule } from '../../../services/content/index.ts';
import { DiscussionModule } from '../../../services/discussion/index.ts';
import { FeedModule } from '../../feed/index.ts';
import { AudienceRows } from './audience-rows.ts';
import { CampaignConfiguration } from './campaign-configuration.ts';
import { CampaignDesk } from './campaign-desk.ts';
import { CampaignEndings } from './campaign-endings.ts';
import { CampaignFacts } from './campaign-facts.ts';
import { CampaignHistories } from './campaign-histories.ts';
import { CampaignMembers } from './campaign-members.ts';
import { CampaignOptions } from './campaign-options.ts';
import { CampaignOutcomes } from './campaign-outcomes.ts';
import { CampaignPreviews } from './campaign-previews.ts';
import { CampaignQueue } from './campaign-queue.ts';
import { CampaignResults } from './campaign-results.ts';
import { CampaignReview } from './campaign-review.ts';
import { CampaignSending } from './campaign-sending.ts';
import { CampaignShelf } from './campaign-shelf.ts';
import { CampaignWriting } from './campaign-writing.ts';
import { CampaignsConsoleController } from './campaigns.console.controller.ts';
import { PostFacts } from './post-facts.ts';
import { PostSending } from './post-sending.ts';
import { PostWatch } from './post-watch.ts';
import { PostViews } from './post-views.ts';
import { SentFeedCards } from './sent-feed-cards.ts';
import { WecomTasks } from './wecom-tasks.ts';

/** What advisers send to the members of their own book, and what becomes of it. */
@Module({
  imports: [
    AuditModule,
    BrakesModule,
    ConfigurationModule,
    OrganisationModule,
    ReviewsModule,
    WechatModule,
    AdvisoryModule,
    CommunitiesModule,
    EngagementModule,
    IdentityModule,
    NotificationsModule,
    ProductsModule,
    SuitabilityDecisionsModule,
    SuitabilityModule,
    ContentModule,
    DiscussionModule,
    SegmentsModule,
    FeedModule,
  ],
  controllers: [CampaignsConsoleController],
  providers: [
    AudienceRows,
    CampaignConfiguration,
    CampaignDesk,
    CampaignEndings,
    CampaignFacts,
    CampaignHistories,
    CampaignMembers,
    CampaignOptions,
    CampaignOutcomes,
    CampaignPreviews,
    CampaignQueue,
    CampaignResults,
    CampaignReview,
    CampaignSending,
    CampaignShelf,
    CampaignWriting,
    PostFacts,
    PostSending,
    PostWatch,
    PostViews,
    SentFeedCards,
    WecomTasks,
  ],
  exports: [CampaignDesk, CampaignHistories, CampaignWriting],
})
export class CampaignsModule {}
