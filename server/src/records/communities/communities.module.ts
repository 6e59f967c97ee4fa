import { Module } from '@nestjs/common';
import { AuditModule } from '../../foundation/audit/index.ts';
import { BrakesModule } from '../../foundation/brakes/index.ts';
import { OrganisationModule } from '../../foundation/organisation/index.ts';
import { ReviewsModule } from '../../foundation/reviews/index.ts';
import { WechatModule } from '../../foundation/wechat/index.ts';
import { ChannelsModule } from '../channels/index.ts';
import { EngagementModule } from '../engagement/index.ts';
import { IdentityModule } from '../identity/index.ts';
import { ModerationModule } from '../moderation/index.ts';
import { ClosedCommunities } from './closed-communities.ts';
import { CommunitiesConsoleController } from './communities.console.controller.ts';
import { CommunitiesController } from './communities.controller.ts';
import { ContactLinks } from './contact-links.ts';
import { GroupBoard } from './group-board.ts';
import { GroupCards } from './group-cards.ts';
import { GroupEntries } from './group-entries.ts';
import { GroupHandover } from './group-handover.ts';
import { GroupHistories } from './group-histories.ts';
import { GroupHolds } from './group-holds.ts';
import { GroupLists } from './group-lists.service.ts';
import { GroupQuestions } from './group-questions.ts';
import { GroupRefresh } from './group-refresh.ts';
import { GroupRoster } from './group-roster.ts';
import { GroupScope } from './group-scope.service.ts';
import { GroupSync } from './group-sync.ts';
import { GroupTies } from './group-ties.ts';
import { GroupViewers } from './group-viewers.ts';
import { MemberGroups } from './member-groups.ts';
import { NoticeDesk } from './notice-desk.service.ts';
import { NoticeLists } from './notice-lists.service.ts';
import { PostWording } from './post-wording.ts';
import { PublicGroups } from './public-groups.ts';
import { QuestionDesk } from './question-desk.service.ts';
import { SharedLessons } from './shared-lessons.service.ts';
import { StaffGroups } from './staff-groups.ts';
import { WecomLookups } from './wecom-lookups.ts';

@Module({
  imports: [
    AuditModule,
    BrakesModule,
    ReviewsModule,
    ChannelsModule,
    OrganisationModule,
    WechatModule,
    ModerationModule,
    IdentityModule,
    EngagementModule,
  ],
  controllers: [CommunitiesController, CommunitiesConsoleController],
  providers: [
    ClosedCommunities,
    ContactLinks,
    GroupBoard,
    GroupCards,
    GroupEntries,
    GroupHandover,
    GroupHistories,
    GroupHolds,
    GroupLists,
    GroupQuestions,
    GroupRefresh,
    GroupRoster,
    GroupScope,
    GroupSync,
    GroupTies,
    GroupViewers,
    MemberGroups,
    NoticeDesk,
    NoticeLists,
    PostWording,
    PublicGroups,
    QuestionDesk,
    SharedLessons,
    StaffGroups,
    WecomLookups,
  ],
  exports: [
    GroupBoard,
    GroupHandover,
    GroupHistories,
    GroupRoster,
    GroupScope,
    GroupTies,
    GroupViewers,
    MemberGroups,
    PublicGroups,
    QuestionDesk,
    StaffGroups,
    WecomLookups,
  ],
})
export class CommunitiesModule {}
