import { defineRoute } from './route.ts';
import type { RelationPath } from './scoring.ts';

export const scoringRoutes = {
  getRelationPath: defineRoute<{}, RelationPath>(
    'scoring.getRelationPath',
    'member',
    'GET',
    '/v1/relation-path',
  ),
} as const;
