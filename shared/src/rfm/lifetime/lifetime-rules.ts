/** When the models may speak, and how sure their interval is. Business configuration; each result keeps the version. */
export interface LifetimeRules {
  readonly version: number;
  /** Customers a purchase model needs to be fitted, at least. */
  readonly customers: number;
  /** Repeat buyers among them, at least; the spend model needs as many. */
  readonly repeatBuyers: number;
  /** Weeks since the first purchase of the customer observed longest, at least. */
  readonly cohortWeeks: number;
  /** Weeks since the first purchase of the customer to be valued, at least. */
  readonly customerWeeks: number;
  /** The horizon may be at most this many times as long as the customer observed longest has been observed. */
  readonly horizonsPerCohort: number;
  /** The spend model assumes that money and frequency are independent: |correlation| must stay below. */
  readonly correlationBelow: number;
  /** Probability the interval holds, between 0 and 1. */
  readonly intervalProbability: number;
}

/** Our choice (domain.md §1.7 fixes the correlation only). */
export const lifetimeRules: LifetimeRules = {
  version: 1,
  customers: 500,
  repeatBuyers: 200,
  cohortWeeks: 26,
  customerWeeks: 4,
  horizonsPerCohort: 2,
  correlationBelow: 0.3,
  intervalProbability: 0.8,
};
