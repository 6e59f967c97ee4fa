import { Module } from '@nestjs/common';
import { AuditModule } from '../../foundation/audit/index.ts';
import { ConfigurationModule } from '../../foundation/configuration/index.ts';
import { WechatModule } from '../../foundation/wechat/index.ts';
import { IdentityModule } from '../identity/index.ts';
import { SuitabilityDecisionsModule } from '../suitability/index.ts';
import { AccountLinkedNotices } from './account-linked-notices.ts';
import { AssessmentNotices } from './assessment-notices.ts';
import { ClosedNotices } from './closed-notices.ts';
import { MarketingAdmission } from './marketing-admission.service.ts';
import { MemberNotices } from './member-notices.ts';
import { NoticeRounds } from './notice-rounds.ts';
import { NoticeTemplates } from './notice-templates.ts';
import { NoticeWishes } from './notice-wishes.service.ts';
import { NoticeDesk } from './notice-desk.ts';
import { Notices } from './notices.service.ts';
import { NotificationsController } from './notifications.controller.ts';
import { NotificationsConsoleController } from './notifications.console.controller.ts';
import { ProductLevelNotices } from './product-level-notices.ts';
import { ProfessionalNotices } from './professional-notices.ts';
import { SubscribeAccepts } from './subscribe-accepts.service.ts';
import { SubscribeEvents } from './subscribe-events.ts';
import { SubscribeHooks } from './subscribe-hooks.ts';
import { SubscribeLedger } from './subscribe-ledger.service.ts';

@Module({
  imports: [AuditModule, ConfigurationModule, WechatModule, IdentityModule, SuitabilityDecisionsModule],
  controllers: [NotificationsController, NotificationsConsoleController],
  providers: [
    AccountLinkedNotices,
    AssessmentNotices,
    ClosedNotices,
    MarketingAdmission,
    MemberNotices,
    NoticeDesk,
    NoticeRounds,
    Notices,
    ProductLevelNotices,
    ProfessionalNotices,
    NoticeTemplates,
    NoticeWishes,
    SubscribeAccepts,
    SubscribeEvents,
    SubscribeHooks,
    SubscribeLedger,
  ],
  exports: [MarketingAdmission, NoticeRounds, NoticeWishes],
})
export class NotificationsModule {}
