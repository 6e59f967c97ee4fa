import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/index.ts';
import { InvestorStanding } from './investor-standing.ts';
import { InvestorTraits } from './investor-traits.ts';

/** What the firm has to know of members before a product reaches them, and the proof that it did. */
@Module({
  imports: [IdentityModule],
  providers: [InvestorStanding, InvestorTraits],
  exports: [InvestorStanding],
})
export class SuitabilityModule {}
