import { Module } from '@nestjs/common';
import { ConfigurationModule } from '../../foundation/configuration/index.ts';
import { IdentityModule } from '../identity/index.ts';
import { ClosedNotices } from './closed-notices.ts';
import { MarketingAdmission } from './marketing-admission.service.ts';
import { NoticeTemplates } from './notice-templates.ts';
import { SubscribeAccepts } from './subscribe-accepts.service.ts';
import { SubscribeLedger } from './subscribe-ledger.service.ts';

@Module({
  imports: [ConfigurationModule, IdentityModule],
  providers: [ClosedNotices, MarketingAdmission, NoticeTemplates, SubscribeAccepts, SubscribeLedger],
  exports: [MarketingAdmission],
})
export class NotificationsModule {}
