import { Module } from '@nestjs/common';
import { AuditModule } from '../../foundation/audit/index.ts';
import { OrganisationModule } from '../../foundation/organisation/index.ts';
import { WechatModule } from '../../foundation/wechat/index.ts';
import { ChannelsModule } from '../../records/channels/index.ts';
import { CommunitiesModule } from '../../records/communities/index.ts';
import { IdentityModule } from '../../records/identity/index.ts';
import { HandoverDesk } from './handover-desk.ts';
import { HandoverWork } from './handover-work.ts';
import { HandoversConsoleController } from './handovers.console.controller.ts';

/** What was a leaver's goes to a successor. */
@Module({
  imports: [AuditModule, OrganisationModule, WechatModule, ChannelsModule, IdentityModule, CommunitiesModule],
  controllers: [HandoversConsoleController],
  providers: [HandoverDesk, HandoverWork],
})
export class HandoversModule {}
