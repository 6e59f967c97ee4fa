import { Module } from '@nestjs/common';
import { AuditModule } from '../../foundation/audit/index.ts';
import { BrakesModule } from '../../foundation/brakes/index.ts';
import { ConfigurationModule } from '../../foundation/configuration/index.ts';
import { OrganisationModule } from '../../foundation/organisation/index.ts';
import { WechatModule } from '../../foundation/wechat/index.ts';
import { AdvisoryModule } from '../../records/advisory/index.ts';
import { ArchiveModule } from '../../records/archive/index.ts';
import { CommunitiesModule } from '../../records/communities/index.ts';
import { IdentityModule } from '../../records/identity/index.ts';
import { ModerationModule } from '../../records/moderation/index.ts';
import { NotificationsModule } from '../../records/notifications/index.ts';
import { InsertGate } from './insert-gate.service.ts';
import { OutreachConfiguration } from './outreach-configuration.ts';
import { PageConfigs } from './page-config.service.ts';
import { SidebarChats } from './sidebar-chats.service.ts';
import { SidebarConsoleController } from './sidebar.console.controller.ts';
import { SidebarInserts } from './sidebar-inserts.service.ts';
import { SidebarPage } from './sidebar-page.service.ts';
import { SidebarTexts } from './sidebar-texts.ts';

@Module({
  imports: [
    AuditModule,
    BrakesModule,
    ConfigurationModule,
    OrganisationModule,
    WechatModule,
    AdvisoryModule,
    IdentityModule,
    ModerationModule,
    CommunitiesModule,
    ArchiveModule,
    NotificationsModule,
  ],
  controllers: [SidebarConsoleController],
  providers: [
    InsertGate,
    OutreachConfiguration,
    PageConfigs,
    SidebarChats,
    SidebarInserts,
    SidebarPage,
    SidebarTexts,
  ],
})
export class OutreachModule {}
