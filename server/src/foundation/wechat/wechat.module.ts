import { Module } from '@nestjs/common';
import { Config } from '../../platform/config/index.ts';
import { AuditModule } from '../audit/index.ts';
import { BrakesModule } from '../brakes/index.ts';
import { OrganisationModule } from '../organisation/index.ts';
import { ArchiveFeed, NoFeed } from './archive/archive-feed.ts';
import { BoxFeed } from './archive/box-feed.ts';
import { ConversationArchive } from './archive/conversation-archive.ts';
import { CallbacksController } from './callbacks/callbacks.controller.ts';
import { PlatformCallbacks } from './callbacks/platform-callbacks.ts';
import { MassSends } from './mass-sends.ts';
import { MomentPosts } from './moment-posts.ts';
import { PlatformClients } from './platform-clients.ts';
import { PlatformTokens } from './platform-tokens.ts';
import { PlatformSends } from './sends/platform-sends.ts';
import { SendHolds } from './sends/send-holds.ts';
import { SendsConsoleController } from './sends/sends.console.controller.ts';
import { SendsDesk } from './sends/sends-desk.ts';
import { SendRecords } from './sends/send-records.ts';
import { PlatformSeals } from './platform-seals.ts';
import { SendWorker } from './sends/send-worker.ts';
import { SessionKeys } from './session-keys.ts';
import { SubscribeSends } from './subscribe-sends.ts';
import { WechatApi } from './wechat-api.ts';
import { WechatLogin } from './wechat-login.ts';
import { WecomApi } from './wecom-api.ts';
import { wecomSource } from './wecom-source.ts';
import { WecomTransfers } from './wecom-transfers.ts';

@Module({
  imports: [AuditModule, OrganisationModule, BrakesModule],
  controllers: [CallbacksController, SendsConsoleController],
  providers: [
    WechatLogin,
    PlatformTokens,
    PlatformClients,
    WechatApi,
    WecomApi,
    WecomTransfers,
    SessionKeys,
    SendRecords,
    PlatformSeals,
    SendHolds,
    SendWorker,
    SendsDesk,
    PlatformSends,
    PlatformCallbacks,
    SubscribeSends,
    MassSends,
    MomentPosts,
    ConversationArchive,
    {
      provide: ArchiveFeed,
      inject: [Config, PlatformClients],
      // The real archive comes by a native library that nothing here runs yet; the box answers its calls over HTTP.
      useFactory: (config: Config, clients: PlatformClients): ArchiveFeed =>
        config.sandboxUrl === null || config.wecom === null || config.wecom.archive === null
          ? new NoFeed()
          : new BoxFeed(clients.wecom, wecomSource(config, clients, 'archive', 'chatdata')),
    },
  ],
  exports: [
    WechatLogin,
    WechatApi,
    WecomApi,
    WecomTransfers,
    SessionKeys,
    PlatformSends,
    PlatformCallbacks,
    SubscribeSends,
    MassSends,
    MomentPosts,
    ConversationArchive,
  ],
})
export class WechatModule {}
