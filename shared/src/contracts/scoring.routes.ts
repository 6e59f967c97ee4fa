import { defineRoute } from './route.ts';
import type { RelationPath, ScoreReplay, ScoreReplayQuery } from './scoring.ts';

export const scoringRoutes = {
  getRelationPath: defineRoute<{}, RelationPath>(
    'scoring.getRelationPath',
    'member',
    'GET',
    '/v1/relation-path',
  ),
  getScoreReplay: defineRoute<{ params: { memberId: string }; query: ScoreReplayQuery }, ScoreReplay>(
    'scoring.getScoreReplay',
    'staff',
    'GET',
    '/v1/console/members/:memberId/score-replay',
  ),
} as const;
