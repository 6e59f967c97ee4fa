import { Body, Controller } from '@nestjs/common';
import { RecordServiceEvents, ServiceEventVerdicts } from '@siyu/shared/contracts/engagement';
import { engagementRoutes } from '@siyu/shared/contracts/engagement.routes';
import { Access, Bind } from '../../platform/http/index.ts';
import { ServiceBatches } from './service-batches.service.ts';

@Controller()
export class ServiceEventsController {
  constructor(private readonly batches: ServiceBatches) {}

  @Bind(engagementRoutes.recordServiceEvents, { response: ServiceEventVerdicts })
  @Access({ audience: 'machine' })
  recordServiceEvents(
    @Body({ schema: RecordServiceEvents }) body: RecordServiceEvents,
  ): Promise<ServiceEventVerdicts> {
    return this.batches.record(body);
  }
}
