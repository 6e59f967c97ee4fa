import { Body, Controller } from '@nestjs/common';
import { EventVerdicts, RecordEvents } from '@siyu/shared/contracts/engagement';
import { engagementRoutes } from '@siyu/shared/contracts/engagement.routes';
import { Access, Bind, Caller, type Principal } from '../../platform/http/index.ts';
import { Ingest } from './ingest.service.ts';

@Controller()
export class EngagementController {
  constructor(private readonly ingest: Ingest) {}

  @Bind(engagementRoutes.recordEvents, { response: EventVerdicts })
  @Access({ audience: 'member' })
  async recordEvents(
    @Caller() caller: Principal,
    @Body({ schema: RecordEvents }) body: RecordEvents,
  ): Promise<EventVerdicts> {
    return { verdicts: [...(await this.ingest.record(caller.memberNo ?? 0, body.events))] };
  }
}
