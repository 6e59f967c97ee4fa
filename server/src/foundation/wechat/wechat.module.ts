import { Module } from '@nestjs/common';
import { ConversationArchive, NoArchive } from './conversation-archive.ts';
import { PlatformClients } from './platform-clients.ts';
import { PlatformTokens } from './platform-tokens.ts';
import { PlatformSends } from './sends/platform-sends.ts';
import { SendRecords } from './sends/send-records.ts';
import { SendSeals } from './sends/send-seals.ts';
import { SendWorker } from './sends/send-worker.ts';
import { SessionKeys } from './session-keys.ts';
import { WechatApi } from './wechat-api.ts';
import { WechatLogin } from './wechat-login.ts';
import { WecomApi } from './wecom-api.ts';

@Module({
  providers: [
    WechatLogin,
    PlatformTokens,
    PlatformClients,
    WechatApi,
    WecomApi,
    SessionKeys,
    SendRecords,
    SendSeals,
    SendWorker,
    PlatformSends,
    { provide: ConversationArchive, useClass: NoArchive },
  ],
  exports: [WechatLogin, WechatApi, WecomApi, SessionKeys, PlatformSends, ConversationArchive],
})
export class WechatModule {}
