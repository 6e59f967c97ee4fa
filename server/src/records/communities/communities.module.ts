import { Module } from '@nestjs/common';
import { OrganisationModule } from '../../foundation/organisation/index.ts';
import { WechatModule } from '../../foundation/wechat/index.ts';
import { EngagementModule } from '../engagement/index.ts';
import { IdentityModule } from '../identity/index.ts';
import { ModerationModule } from '../moderation/index.ts';
import { ClosedCommunities } from './closed-communities.ts';
import { CommunitiesController } from './communities.controller.ts';
import { ContactLinks } from './contact-links.ts';
import { GroupBoard } from './group-board.ts';
import { GroupCards } from './group-cards.ts';
import { GroupEntries } from './group-entries.ts';
import { GroupHistories } from './group-histories.ts';
import { GroupQuestions } from './group-questions.ts';
import { GroupRoster } from './group-roster.ts';
import { GroupSync } from './group-sync.ts';
import { GroupTies } from './group-ties.ts';
import { MemberGroups } from './member-groups.ts';
import { PublicGroups } from './public-groups.ts';
import { StaffGroups } from './staff-groups.ts';
import { WecomLookups } from './wecom-lookups.ts';

@Module({
  imports: [OrganisationModule, WechatModule, ModerationModule, IdentityModule, EngagementModule],
  controllers: [CommunitiesController],
  providers: [
    ClosedCommunities,
    ContactLinks,
    GroupBoard,
    GroupCards,
    GroupEntries,
    GroupHistories,
    GroupQuestions,
    GroupRoster,
    GroupSync,
    GroupTies,
    MemberGroups,
    PublicGroups,
    StaffGroups,
    WecomLookups,
  ],
  exports: [
    GroupBoard,
    GroupHistories,
    GroupRoster,
    GroupTies,
    MemberGroups,
    PublicGroups,
    StaffGroups,
    WecomLookups,
  ],
})
export class CommunitiesModule {}
