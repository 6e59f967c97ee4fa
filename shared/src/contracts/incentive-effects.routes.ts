import type { IncentiveEffect } from './incentive-effects.ts';
import { defineRoute } from './route.ts';

export const incentiveEffectsRoutes = {
  getIncentiveEffect: defineRoute<{ params: { ruleId: string } }, IncentiveEffect>(
    'incentives.getIncentiveEffect',
    'staff',
    'GET',
    '/v1/console/incentive-rules/:ruleId/effect',
  ),
} as const;
