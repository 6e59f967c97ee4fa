import { defineRoute } from './route.ts';
import type {
  AskedQuestionnaire,
  ConfirmAssessment,
  HandInAnswers,
  HeldAssessment,
  MakeStatement,
  OwnAssessmentQuery,
  OwnAssessments,
  OwnSuitability,
} from './suitability.ts';

interface ById {
  readonly params: { readonly assessmentId: string };
}

export const suitabilityRoutes = {
  getOwnSuitability: defineRoute<{}, OwnSuitability>(
    'suitability.getOwnSuitability',
    'member',
    'GET',
    '/v1/suitability',
  ),
  getQuestionnaire: defineRoute<{}, AskedQuestionnaire>(
    'suitability.getQuestionnaire',
    'member',
    'GET',
    '/v1/suitability/questionnaire',
  ),
  handInAnswers: defineRoute<{ body: HandInAnswers }, OwnSuitability>(
    'suitability.handInAnswers',
    'member',
    'POST',
    '/v1/suitability/assessments',
  ),
  listOwnAssessments: defineRoute<{ query: OwnAssessmentQuery }, OwnAssessments>(
    'suitability.listOwnAssessments',
    'member',
    'GET',
    '/v1/suitability/assessments',
  ),
  /** Once: what was confirmed stays confirmed. */
  confirmAssessment: defineRoute<ById & { body: ConfirmAssessment }, OwnSuitability>(
    'suitability.confirmAssessment',
    'member',
    'PUT',
    '/v1/suitability/assessments/:assessmentId/confirmation',
  ),
  /** Said again while it holds, it changes nothing. */
  makeStatement: defineRoute<{ body: MakeStatement }, OwnSuitability>(
    'suitability.makeStatement',
    'member',
    'POST',
    '/v1/suitability/statements',
  ),
  getHeldAssessment: defineRoute<ById, HeldAssessment>(
    'suitability.getHeldAssessment',
    'staff',
    'GET',
    '/v1/console/suitability/assessments/:assessmentId',
  ),
} as const;
