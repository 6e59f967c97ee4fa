import type { EpochDay } from '../../time/index.ts';
import type { InvestorLevel } from '../levels.ts';

/** An assessment that gave a result, whatever became of it. */
export interface PastAssessment {
  readonly on: EpochDay;
  readonly level: InvestorLevel;
}

/** What the firm configures of assessments. */
export interface AssessmentLimits {
  /** From the assessment on; more than `VALID_MONTHS_MAX` count as so many. */
  readonly validMonths: number;
  /** How many on one day, and within twelve months; at least 1. */
  readonly perDay: number;
  readonly perYear: number;
  /** A rise of so many levels within so many days is looked at by people. */
  readonly jumpLevels: number;
  readonly jumpDays: number;
}

/** Nothing counts for longer (to be verified: REQ-SUIT-6). */
export const VALID_MONTHS_MAX = 24;

/** As shipped: 12 months are the practice of fund sales, the others our choice (REQ-SUIT-6, REQ-SUIT-7). */
export const ASSESSMENT_LIMITS: AssessmentLimits = {
  validMonths: 12,
  perDay: 1,
  perYear: 5,
  jumpLevels: 2,
  jumpDays: 30,
};
