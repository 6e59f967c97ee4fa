import { Module } from '@nestjs/common';
import { ConfigurationModule } from '../../foundation/configuration/index.ts';
import { WechatModule } from '../../foundation/wechat/index.ts';
import { MemberTexts } from './member-texts.ts';
import { ModerationConsoleController } from './moderation.console.controller.ts';
import { Moderation } from './moderation.service.ts';

@Module({
  imports: [ConfigurationModule, WechatModule],
  controllers: [ModerationConsoleController],
  providers: [Moderation, MemberTexts],
  exports: [Moderation, MemberTexts],
})
export class ModerationModule {}
