import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/index.ts';
import { ClosedEntitlements } from './closed-entitlements.ts';
import { Entitlements } from './entitlements.service.ts';
import { KeptPaths } from './kept-paths.ts';

/** What members hold: courses, seats, vouchers and coupons. */
@Module({
  imports: [IdentityModule],
  providers: [ClosedEntitlements, Entitlements, KeptPaths],
  exports: [Entitlements, KeptPaths],
})
export class EntitlementsModule {}
