import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/index.ts';
import { ReviewsModule } from '../reviews/index.ts';
import { Configuration } from './configuration.service.ts';

@Module({ imports: [AuditModule, ReviewsModule], providers: [Configuration], exports: [Configuration] })
export class ConfigurationModule {}
