import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/index.ts';
import { ReviewsModule } from '../reviews/index.ts';
import { Configuration } from './configuration.service.ts';
import { ExchangeCalendar } from './exchange-holidays.ts';

@Module({
  imports: [AuditModule, ReviewsModule],
  providers: [Configuration, ExchangeCalendar],
  exports: [Configuration, ExchangeCalendar],
})
export class ConfigurationModule {}
