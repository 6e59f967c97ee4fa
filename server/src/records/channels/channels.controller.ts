import { Body, Controller } from '@nestjs/common';
import { RecordTouches, ShareKey } from '@siyu/shared/contracts/channels';
import { channelsRoutes } from '@siyu/shared/contracts/channels.routes';
import { Access, Bind, Caller, type Principal } from '../../platform/http/index.ts';
import { notOpenYet } from './channels.errors.ts';
import { Touches } from './touches.service.ts';

@Controller()
export class ChannelsController {
  constructor(private readonly touches: Touches) {}

  @Bind(channelsRoutes.recordTouches)
  @Access({ audience: 'member' })
  recordTouches(
    @Caller() caller: Principal,
    @Body({ schema: RecordTouches }) body: RecordTouches,
  ): Promise<void> {
    return this.touches.recordReturn(numberOf(caller), body.touches);
  }

  @Bind(channelsRoutes.openShareKey, { response: ShareKey })
  @Access({ audience: 'member' })
  async openShareKey(@Caller() caller: Principal): Promise<ShareKey> {
    return { key: await this.touches.openShareKey(numberOf(caller)) };
  }
}

/** The guard lets in members only; one without number would be a fault of ours. */
function numberOf({ memberNo }: Principal): number {
  if (memberNo === null) throw notOpenYet();
  return memberNo;
}
