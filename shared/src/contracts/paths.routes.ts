import type { SchedulePublication } from './content.ts';
import type {
  CreatePath,
  MovePath,
  PathDetail,
  PathLessonPage,
  PathLessonQuery,
  PathQuery,
  PathRow,
  PathRows,
  SavePathDraft,
  WithdrawPath,
} from './paths.ts';
import { defineRoute } from './route.ts';

interface ById {
  readonly params: { readonly pathId: string };
}

export const pathsRoutes = {
  listPaths: defineRoute<{ query: PathQuery }, PathRows>(
    'paths.listPaths',
    'staff',
    'GET',
    '/v1/console/paths',
  ),
  /** Takes an Idempotency-Key: a repeat makes no second path. */
  createPath: defineRoute<{ body: CreatePath }, PathRow>(
    'paths.createPath',
    'staff',
    'POST',
    '/v1/console/paths',
  ),
  getPath: defineRoute<ById, PathDetail>('paths.getPath', 'staff', 'GET', '/v1/console/paths/:pathId'),
  listPathLessons: defineRoute<{ query: PathLessonQuery }, PathLessonPage>(
    'paths.listPathLessons',
    'staff',
    'GET',
    '/v1/console/path-lessons',
  ),
  saveDraft: defineRoute<ById & { body: SavePathDraft }, PathRow>(
    'paths.saveDraft',
    'staff',
    'PUT',
    '/v1/console/paths/:pathId/draft',
  ),
  submitPath: defineRoute<ById, PathRow>(
    'paths.submitPath',
    'staff',
    'POST',
    '/v1/console/paths/:pathId/submission',
  ),
  publishPath: defineRoute<ById, PathRow>(
    'paths.publishPath',
    'staff',
    'POST',
    '/v1/console/paths/:pathId/publication',
  ),
  schedulePath: defineRoute<ById & { body: SchedulePublication }, PathRow>(
    'paths.schedulePath',
    'staff',
    'PUT',
    '/v1/console/paths/:pathId/schedule',
  ),
  unschedulePath: defineRoute<ById, PathRow>(
    'paths.unschedulePath',
    'staff',
    'DELETE',
    '/v1/console/paths/:pathId/schedule',
  ),
  withdrawPath: defineRoute<ById & { body: WithdrawPath }, PathRow>(
    'paths.withdrawPath',
    'staff',
    'POST',
    '/v1/console/paths/:pathId/withdrawal',
  ),
  movePath: defineRoute<ById & { body: MovePath }, PathRow>(
    'paths.movePath',
    'staff',
    'PUT',
    '/v1/console/paths/:pathId/place',
  ),
} as const;
