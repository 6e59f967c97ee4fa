import type {
  AssessmentCover,
  AssessmentDetail,
  AssessmentQuery,
  AssessmentRows,
  AssessmentText,
  ReviseAssessment,
} from './assessments.ts';
import { defineRoute } from './route.ts';

interface ById {
  readonly params: { readonly assessmentId: string };
}

export const assessmentsRoutes = {
  listAssessments: defineRoute<{ query: AssessmentQuery }, AssessmentRows>(
    'assessments.listAssessments',
    'staff',
    'GET',
    '/v1/console/impact-assessments',
  ),
  /** Hands a first version in for a second person to decide on. */
  writeAssessment: defineRoute<{ body: AssessmentText }, AssessmentDetail>(
    'assessments.writeAssessment',
    'staff',
    'POST',
    '/v1/console/impact-assessments',
  ),
  getAssessment: defineRoute<ById, AssessmentDetail>(
    'assessments.getAssessment',
    'staff',
    'GET',
    '/v1/console/impact-assessments/:assessmentId',
  ),
  /** Sent again by the same person it is the same version. */
  reviseAssessment: defineRoute<ById & { body: ReviseAssessment }, AssessmentDetail>(
    'assessments.reviseAssessment',
    'staff',
    'POST',
    '/v1/console/impact-assessments/:assessmentId/versions',
  ),
  getCover: defineRoute<{}, AssessmentCover>(
    'assessments.getCover',
    'staff',
    'GET',
    '/v1/console/impact-assessment-cover',
  ),
} as const;
