import { Module } from '@nestjs/common';
import { ConfigurationModule } from '../../../foundation/configuration/index.ts';
import { IncentiveLimits } from './incentive-limits.ts';

@Module({ imports: [ConfigurationModule], providers: [IncentiveLimits], exports: [IncentiveLimits] })
export class IncentiveLimitsModule {}
