import { defineRoute } from './route.ts';
import type { EvidenceTaken, TakeEvidence } from './suitability-evidence.ts';

export const suitabilityEvidenceRoutes = {
  /** Each file that leaves stands in the trail (REQ-SUIT-15). */
  takeEvidence: defineRoute<{ params: { readonly memberId: string }; body: TakeEvidence }, EvidenceTaken>(
    'suitabilityEvidence.takeEvidence',
    'staff',
    'POST',
    '/v1/console/members/:memberId/suitability-evidence',
  ),
} as const;
