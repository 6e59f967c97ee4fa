import { z } from 'zod';
import type { EventKind } from '../../platform/outbox/index.ts';

/** `RELEASED`, `REFUSED`: by a person. `FALLS_DUE`, `EXPIRED`: by days passing. */
const AssessmentMove = z.enum(['HANDED_IN', 'CONFIRMED', 'RELEASED', 'REFUSED', 'FALLS_DUE', 'EXPIRED']);
export type AssessmentMove = z.infer<typeof AssessmentMove>;

/** Outbox event: something became of a member's assessment. What it says is L3 and is looked up, not carried. */
export const ASSESSMENT_MOVED = {
  type: 'AssessmentMoved',
  payload: z.object({
    assessmentId: z.string(),
    move: AssessmentMove,
    /** The member had a level before and has another one now. */
    isLevelChanged: z.boolean(),
  }),
} as const satisfies EventKind;
export type AssessmentMoved = z.infer<typeof ASSESSMENT_MOVED.payload>;
