import { z } from 'zod';
import type { EventKind } from '../../platform/outbox/index.ts';

/** Somebody reported a person, group, card or link that pretends to be the firm. */
export const FAKE_REPORTED = {
  type: 'FakeReported',
  payload: z.object({
    reportId: z.string(),
    /** Whether something had been checked before. */
    hasCheckedText: z.boolean(),
  }),
} as const satisfies EventKind;
export type FakeReportedPayload = z.infer<typeof FAKE_REPORTED.payload>;
