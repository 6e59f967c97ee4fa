import { Body, Controller, Param } from '@nestjs/common';
import { PublicId } from '@siyu/shared/contracts/primitives';
import { OfferedItems, Redeem, Redemption } from '@siyu/shared/contracts/redemption';
import { redemptionRoutes } from '@siyu/shared/contracts/redemption.routes';
import { Access, Bind, Caller, type Principal } from '../../../platform/http/index.ts';
import { ServiceConsent } from '../../../services/content/index.ts';
import { ItemShelf } from './item-shelf.ts';
import { RedemptionCancelling } from './redemption-cancelling.ts';
import { Redemptions } from './redemptions.ts';

const Id = { schema: PublicId };

@Controller()
export class RedemptionController {
  constructor(
    private readonly consent: ServiceConsent,
    private readonly shelf: ItemShelf,
    private readonly redemptions: Redemptions,
    private readonly cancelling: RedemptionCancelling,
  ) {}

  @Bind(redemptionRoutes.listOffered, { response: OfferedItems })
  @Access({ audience: 'member' })
  async listOffered(@Caller() caller: Principal): Promise<OfferedItems> {
    return this.shelf.listFor(await this.consent.memberNoOf(caller));
  }

  @Bind(redemptionRoutes.redeem, { response: Redemption })
  @Access({ audience: 'member' })
  async redeem(
    @Caller() caller: Principal,
    @Param('redemptionId', Id) redemptionId: string,
    @Body({ schema: Redeem }) asked: Redeem,
  ): Promise<Redemption> {
    const member = { memberNo: await this.consent.memberNoOf(caller), memberId: caller.id };
    return this.redemptions.redeem(member, redemptionId, asked);
  }

  @Bind(redemptionRoutes.cancelRedemption, { response: Redemption })
  @Access({ audience: 'member' })
  async cancelRedemption(
    @Caller() caller: Principal,
    @Param('redemptionId', Id) redemptionId: string,
  ): Promise<Redemption> {
    return this.cancelling.cancel(await this.consent.memberNoOf(caller), redemptionId);
  }
}
