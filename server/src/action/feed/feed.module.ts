import { Module } from '@nestjs/common';
import { ConfigurationModule } from '../../foundation/configuration/index.ts';
import { SegmentsModule } from '../../insight/segments/index.ts';
import { CommunitiesModule } from '../../records/communities/index.ts';
import { IdentityModule } from '../../records/identity/index.ts';
import { ContentModule } from '../../services/content/index.ts';
import { FeedAudience, SegmentAudience } from './feed-audience.ts';
import { FeedConfiguration } from './feed-configuration.ts';
import { FeedOutcomes } from './feed-outcomes.ts';
import { FeedController } from './feed.controller.ts';
import { Feed } from './feed.service.ts';
import { SentCards } from './sent-cards.ts';
import { GroupPages } from './group-pages.ts';
import { GroupPagesController } from './group-pages.controller.ts';

@Module({
  imports: [ConfigurationModule, IdentityModule, CommunitiesModule, ContentModule, SegmentsModule],
  controllers: [FeedController, GroupPagesController],
  providers: [
    Feed,
    FeedConfiguration,
    FeedOutcomes,
    GroupPages,
    SentCards,
    { provide: FeedAudience, useClass: SegmentAudience },
  ],
  exports: [Feed, SentCards],
})
export class FeedModule {}
