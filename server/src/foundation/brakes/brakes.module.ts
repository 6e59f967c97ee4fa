import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/index.ts';
import { OrganisationModule } from '../organisation/index.ts';
import { ReviewsModule } from '../reviews/index.ts';
import { BrakeDesk } from './brake-desk.service.ts';
import { BrakeList } from './brake-list.service.ts';
import { BrakeTargets } from './brake-targets.service.ts';
import { BrakesConsoleController } from './brakes.console.controller.ts';
import { Brakes } from './brakes.service.ts';

@Module({
  imports: [AuditModule, OrganisationModule, ReviewsModule],
  controllers: [BrakesConsoleController],
  providers: [Brakes, BrakeDesk, BrakeList, BrakeTargets],
  exports: [Brakes],
})
export class BrakesModule {}
