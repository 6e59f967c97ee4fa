import { Module } from '@nestjs/common';
import { AuditModule } from '../../../foundation/audit/index.ts';
import { ConfigurationModule } from '../../../foundation/configuration/index.ts';
import { SegmentsModule } from '../../../insight/segments/index.ts';
import { IdentityModule } from '../../../records/identity/index.ts';
import { ProductsModule } from '../../../records/products/index.ts';
import { SuitabilityDecisionsModule, SuitabilityModule } from '../../../records/suitability/index.ts';
import { ContentModule } from '../../../services/content/index.ts';
import { MatchingConfiguration } from './matching-configuration.ts';
import { MatchingConsoleController } from './matching.console.controller.ts';
import { MatchingDesk } from './matching-desk.ts';
import { OfferMatching } from './offer-matching.ts';

/** Segment × life stage × suitability → what to speak of, always with reasons and the verdict. */
@Module({
  imports: [
    AuditModule,
    ConfigurationModule,
    IdentityModule,
    ProductsModule,
    SuitabilityDecisionsModule,
    SuitabilityModule,
    ContentModule,
    SegmentsModule,
  ],
  controllers: [MatchingConsoleController],
  providers: [MatchingConfiguration, MatchingDesk, OfferMatching],
})
export class MatchingModule {}
