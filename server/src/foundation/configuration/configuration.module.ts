import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/index.ts';
import { OrganisationModule } from '../organisation/index.ts';
import { ReviewsModule } from '../reviews/index.ts';
import { ConfigurationDesk } from './configuration-desk.ts';
import { ConfigurationConsoleController } from './configuration.console.controller.ts';
import { Configuration } from './configuration.service.ts';
import { ExchangeCalendar } from './exchange-holidays.ts';

@Module({
  imports: [AuditModule, OrganisationModule, ReviewsModule],
  controllers: [ConfigurationConsoleController],
  providers: [Configuration, ConfigurationDesk, ExchangeCalendar],
  exports: [Configuration, ConfigurationDesk, ExchangeCalendar],
})
export class ConfigurationModule {}
