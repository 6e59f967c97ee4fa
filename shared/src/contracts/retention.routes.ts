import type { RetentionRows } from './retention.ts';
import { defineRoute } from './route.ts';

export const retentionRoutes = {
  listRetention: defineRoute<{}, RetentionRows>(
    'retention.listRetention',
    'staff',
    'GET',
    '/v1/console/retention',
  ),
} as const;
