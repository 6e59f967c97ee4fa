import type { EventVerdicts, RecordEvents, RecordServiceEvents, ServiceEventVerdicts } from './engagement.ts';
import { defineRoute } from './route.ts';

export const engagementRoutes = {
  recordEvents: defineRoute<{ body: RecordEvents }, EventVerdicts>(
    'engagement.recordEvents',
    'member',
    'POST',
    '/v1/events',
  ),
  /** Assessments and consultations of customers, in any order; the same rows as an import file has. */
  recordServiceEvents: defineRoute<{ body: RecordServiceEvents }, ServiceEventVerdicts>(
    'engagement.recordServiceEvents',
    'machine',
    'POST',
    '/v1/core/service-events',
  ),
} as const;
