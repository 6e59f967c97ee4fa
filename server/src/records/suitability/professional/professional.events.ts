import { z } from 'zod';
import type { EventKind } from '../../../platform/outbox/index.ts';

/** Outbox event: two people, or one who refused, have decided on an application. Why is L3 and is looked up. */
export const PROFESSIONAL_DECIDED = {
  type: 'ProfessionalDecided',
  payload: z.object({ applicationId: z.string(), isApproved: z.boolean() }),
} as const satisfies EventKind;
export type ProfessionalDecided = z.infer<typeof PROFESSIONAL_DECIDED.payload>;
