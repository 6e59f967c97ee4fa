import { Body, Controller, Param } from '@nestjs/common';
import { ChannelKey, PlacementLead, RecordTouches, ShareKey } from '@siyu/shared/contracts/channels';
import { channelsRoutes } from '@siyu/shared/contracts/channels.routes';
import { Access, Bind, Caller, type Principal } from '../../platform/http/index.ts';
import { notOpenYet } from './channels.errors.ts';
import { PlacementLessons } from './placement-lessons.ts';
import { Touches } from './touches.service.ts';

@Controller()
export class ChannelsController {
  constructor(
    private readonly touches: Touches,
    private readonly lessons: PlacementLessons,
  ) {}

  @Bind(channelsRoutes.recordTouches)
  @Access({ audience: 'member' })
  recordTouches(
    @Caller() caller: Principal,
    @Body({ schema: RecordTouches }) body: RecordTouches,
  ): Promise<void> {
    return this.touches.recordReturn(numberOf(caller), body.touches);
  }

  @Bind(channelsRoutes.openPlacement, { response: PlacementLead })
  @Access({ audience: 'member' })
  async openPlacement(@Param('key', { schema: ChannelKey }) key: string): Promise<PlacementLead> {
    return { lessonId: await this.lessons.lessonOf(key) };
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
