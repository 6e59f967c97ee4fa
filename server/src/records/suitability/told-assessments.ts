import type { Goals, InvestorLevel } from '@siyu/shared/suitability';
import type { EpochDay } from '@siyu/shared/time';

/** An assessment with what became of it. */
export interface ToldAssessment {
  readonly assessmentId: string;
  readonly level: InvestorLevel;
  readonly goals: Goals;
  /** Epoch milliseconds. */
  readonly takenAt: number;
  readonly validUntil: EpochDay;
  readonly isHeld: boolean;
  readonly isConfirmed: boolean;
  readonly isReleased: boolean;
  readonly isRefused: boolean;
}
