import type { ArchiveCoverage, GroupArchive } from './archive.ts';
import type {
  ConfigImpact,
  ConfigImpactOf,
  LessonReach,
  LessonReachQuery,
  LinkImpact,
  LinkImpactQuery,
} from './analytics.ts';
import { defineRoute } from './route.ts';

export const analyticsRoutes = {
  getArchiveCoverage: defineRoute<object, ArchiveCoverage>(
    'analytics.getArchiveCoverage',
    'staff',
    'GET',
    '/v1/console/archive/coverage',
  ),
  getGroupArchive: defineRoute<{ params: { groupId: string } }, GroupArchive>(
    'analytics.getGroupArchive',
    'staff',
    'GET',
    '/v1/console/groups/:groupId/archive',
  ),
  getLessonReach: defineRoute<{ params: { lessonId: string }; query: LessonReachQuery }, LessonReach>(
    'analytics.getLessonReach',
    'staff',
    'GET',
    '/v1/console/lessons/:lessonId/reach',
  ),
  /** Of a value that is not kept yet. */
  computeConfigImpact: defineRoute<{ params: { key: string }; body: ConfigImpactOf }, ConfigImpact>(
    'analytics.computeConfigImpact',
    'staff',
    'POST',
    '/v1/console/configuration/:key/impact',
  ),
  /** Of a stored version, for whoever decides on it. */
  getConfigImpact: defineRoute<{ params: { configVersionId: string } }, ConfigImpact>(
    'analytics.getConfigImpact',
    'staff',
    'GET',
    '/v1/console/configuration-versions/:configVersionId/impact',
  ),
  /** Of two registrations that are to become one person, or two again. */
  getLinkImpact: defineRoute<{ query: LinkImpactQuery }, LinkImpact>(
    'analytics.getLinkImpact',
    'staff',
    'GET',
    '/v1/console/member-links/impact',
  ),
} as const;
