import { Controller, Param } from '@nestjs/common';
import { HeldEntitlements } from '@siyu/shared/contracts/entitlements';
import { entitlementsRoutes } from '@siyu/shared/contracts/entitlements.routes';
import { PublicId } from '@siyu/shared/contracts/primitives';
import { Access, Bind, Caller, type Principal } from '../../platform/http/index.ts';
import { EntitlementDesk } from './entitlement-desk.ts';

const Id = { schema: PublicId };

@Controller()
export class EntitlementsConsoleController {
  constructor(private readonly desk: EntitlementDesk) {}

  @Bind(entitlementsRoutes.listOfMember, { response: HeldEntitlements })
  @Access({
    audience: 'staff',
    roles: ['adviser', 'relationshipManager', 'branchHead', 'operator', 'compliance'],
  })
  listOfMember(
    @Caller() caller: Principal,
    @Param('memberId', Id) memberId: string,
  ): Promise<HeldEntitlements> {
    return this.desk.listOf(caller, memberId);
  }

  /** Whoever serves the member; compliance looks on. */
  @Bind(entitlementsRoutes.useVoucher)
  @Access({ audience: 'staff', roles: ['adviser', 'relationshipManager', 'branchHead', 'operator'] })
  useVoucher(@Caller() caller: Principal, @Param('entitlementId', Id) entitlementId: string): Promise<void> {
    return this.desk.use(caller, entitlementId);
  }
}
