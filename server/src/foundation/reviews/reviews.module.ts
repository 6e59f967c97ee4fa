import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/index.ts';
import { OrganisationModule } from '../organisation/index.ts';
import { ReviewList } from './review-list.ts';
import { ReviewsConsoleController } from './reviews.console.controller.ts';
import { Reviews } from './reviews.service.ts';

@Module({
  imports: [AuditModule, OrganisationModule],
  controllers: [ReviewsConsoleController],
  providers: [Reviews, ReviewList],
  exports: [Reviews, ReviewList],
})
export class ReviewsModule {}
