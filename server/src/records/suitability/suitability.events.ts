/** Outbox event: something became of a member's assessment. What it says is L3 and is looked up, not carried. */
export const ASSESSMENT_MOVED = 'AssessmentMoved';

/** `RELEASED`, `REFUSED`: by a person. `FALLS_DUE`, `EXPIRED`: by days passing. */
export type AssessmentMove = 'HANDED_IN' | 'CONFIRMED' | 'RELEASED' | 'REFUSED' | 'FALLS_DUE' | 'EXPIRED';

export interface AssessmentMoved {
  readonly assessmentId: string;
  readonly move: AssessmentMove;
  /** The member had a level before and has another one now. */
  readonly isLevelChanged: boolean;
}
