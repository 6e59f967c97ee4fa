import { Module } from '@nestjs/common';
import { ConfigurationModule } from '../../foundation/configuration/index.ts';
import { ModerationConsoleController } from './moderation.console.controller.ts';
import { Moderation } from './moderation.service.ts';

@Module({
  imports: [ConfigurationModule],
  controllers: [ModerationConsoleController],
  providers: [Moderation],
  exports: [Moderation],
})
export class ModerationModule {}
