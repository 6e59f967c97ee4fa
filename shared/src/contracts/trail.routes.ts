import { defineRoute } from './route.ts';
import type { TrailQuery, TrailRows, TrailState } from './trail.ts';

export const trailRoutes = {
  listTrail: defineRoute<{ query: TrailQuery }, TrailRows>(
    'trail.listTrail',
    'staff',
    'GET',
    '/v1/console/audit',
  ),
  getTrailState: defineRoute<{}, TrailState>(
    'trail.getTrailState',
    'staff',
    'GET',
    '/v1/console/audit/state',
  ),
  /** Has the whole trail recomputed in the background; while one is under way, no second begins. */
  verifyTrail: defineRoute<{}, TrailState>(
    'trail.verifyTrail',
    'staff',
    'POST',
    '/v1/console/audit/verifications',
  ),
} as const;
