import type { CheckWording, WordingCheck } from './moderation.ts';
import { defineRoute } from './route.ts';

export const moderationRoutes = {
  checkWording: defineRoute<{ body: CheckWording }, WordingCheck>(
    'moderation.checkWording',
    'staff',
    'POST',
    '/v1/console/moderation/check',
  ),
} as const;
