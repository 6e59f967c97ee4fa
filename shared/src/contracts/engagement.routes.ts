import type { EventVerdicts, RecordEvents } from './engagement.ts';
import { defineRoute } from './route.ts';

export const engagementRoutes = {
  recordEvents: defineRoute<{ body: RecordEvents }, EventVerdicts>(
    'engagement.recordEvents',
    'member',
    'POST',
    '/v1/events',
  ),
} as const;
