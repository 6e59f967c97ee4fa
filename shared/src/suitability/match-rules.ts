import type { RiskLevel } from './levels.ts';

/** Raised with every change of `decideMatch` that could change a verdict: each decision stores it. */
export const MATCH_RULE_VERSION = 1;

/** No firm may give less time to think over a product of high risk (our choice; art 20 names no number). */
export const COOLING_HOURS_MIN = 24;

/** What the firm configures. */
export interface MatchRules {
  /** From this level on a product is one of high risk (art 20). */
  readonly highRiskFrom: RiskLevel;
  /** Time to think it over after the last notice; fewer than `COOLING_HOURS_MIN` count as so many. */
  readonly coolingHours: number;
  /** So long an asking and the notices that followed it count. */
  readonly askingDays: number;
}

/** As shipped, until the firm's compliance decides. */
export const MATCH_RULES: MatchRules = {
  highRiskFrom: 'R5',
  coolingHours: COOLING_HOURS_MIN,
  askingDays: 30,
};
