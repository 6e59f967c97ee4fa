import { Module } from '@nestjs/common';
import { AuditModule } from '../../foundation/audit/index.ts';
import { OrganisationModule } from '../../foundation/organisation/index.ts';
import { IdentityModule } from '../identity/index.ts';
import { ClosedEntitlements } from './closed-entitlements.ts';
import { EntitlementCopies } from './entitlement-copies.ts';
import { EntitlementDesk } from './entitlement-desk.ts';
import { EntitlementsConsoleController } from './entitlements.console.controller.ts';
import { EntitlementsController } from './entitlements.controller.ts';
import { Entitlements } from './entitlements.service.ts';
import { KeptPaths } from './kept-paths.ts';
import { OwnEntitlements } from './own-entitlements.ts';

/** What members hold: courses, seats, vouchers and coupons. */
@Module({
  imports: [AuditModule, OrganisationModule, IdentityModule],
  controllers: [EntitlementsController, EntitlementsConsoleController],
  providers: [
    ClosedEntitlements,
    EntitlementCopies,
    EntitlementDesk,
    Entitlements,
    KeptPaths,
    OwnEntitlements,
  ],
  exports: [EntitlementCopies, Entitlements, KeptPaths],
})
export class EntitlementsModule {}
