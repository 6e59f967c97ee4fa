import { Module } from '@nestjs/common';
import { AuditModule } from '../../foundation/audit/index.ts';
import { ConfigurationModule } from '../../foundation/configuration/index.ts';
import { OrganisationModule } from '../../foundation/organisation/index.ts';
import { WechatModule } from '../../foundation/wechat/index.ts';
import { AccountHandover } from './account-handover.ts';
import { AccountImport } from './account-import.ts';
import { AccountRegister } from './account-register.service.ts';
import { AttributionSetting } from './attribution-setting.ts';
import { ChannelDesk } from './channel-desk.service.ts';
import { ChannelLists } from './channel-lists.service.ts';
import { ChannelScope } from './channel-scope.service.ts';
import { ChannelsConsoleController } from './channels.console.controller.ts';
import { ChannelsController } from './channels.controller.ts';
import { Invitations } from './invitations.ts';
import { PlacementCodes } from './placement-codes.service.ts';
import { PlacementLessons } from './placement-lessons.ts';
import { PlacementLinks } from './placement-links.service.ts';
import { PublicChannels } from './public-channels.service.ts';
import { ToldOwners } from './told-owners.ts';
import { Touches } from './touches.service.ts';

@Module({
  imports: [AuditModule, ConfigurationModule, OrganisationModule, WechatModule],
  controllers: [ChannelsController, ChannelsConsoleController],
  providers: [
    AccountHandover,
    AccountImport,
    AccountRegister,
    AttributionSetting,
    ChannelDesk,
    ChannelLists,
    ChannelScope,
    Invitations,
    PlacementCodes,
    PlacementLessons,
    PlacementLinks,
    PublicChannels,
    ToldOwners,
    Touches,
  ],
  exports: [
    AccountHandover,
    ChannelDesk,
    ChannelLists,
    Invitations,
    PlacementLessons,
    PublicChannels,
    Touches,
  ],
})
export class ChannelsModule {}
