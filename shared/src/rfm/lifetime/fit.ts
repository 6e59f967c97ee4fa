/** Why there is no number. `have` is what there is, `need` what there should be, in the unit of the reason. */
export interface NotEnoughHistory {
  readonly outcome: 'not_enough_history';
  readonly reason:
    | 'never_purchased'
    /** Customers in the fit. */
    | 'too_few_customers'
    /** Repeat buyers in the fit, with money above zero for the spend model. */
    | 'too_few_repeat_buyers'
    /** Weeks since the first purchase of the customer observed longest. */
    | 'cohort_too_young'
    /** The likelihood grows without end: the data do not tell the parameters apart. No figures. */
    | 'no_maximum'
    /** Weeks since the customer's first purchase. */
    | 'customer_too_young'
    /** Weeks of horizon: the most that is allowed, and what was asked. */
    | 'horizon_too_long'
    /** Money of the customer's repeat purchases, fen. */
    | 'spend_not_positive'
    /** Every repeat buyer bought equally often, or spends the same: independence cannot be checked. No figures. */
    | 'independence_unknown'
    /** The mean spend of such a customer is infinite under the fitted model. No figures. */
    | 'mean_spend_infinite';
  readonly have: number | null;
  readonly need: number | null;
}

/** A model with its parameters by maximum likelihood and what they rest on. */
export interface Fitted<Model> {
  readonly outcome: 'fitted';
  readonly model: Model;
  readonly logLikelihood: number;
  readonly customers: number;
  readonly repeatBuyers: number;
}

/** A fitted model of when customers buy. */
export interface FittedPurchases<Model> extends Fitted<Model> {
  /** Weeks since the first purchase of the customer observed longest. */
  readonly cohortWeeks: number;
}

/** A fitted model of what a purchase is worth. */
export interface FittedSpend<Model> extends Fitted<Model> {
  /** Correlation of repeat purchases and mean money per repeat purchase; null when one of them does not vary. */
  readonly correlation: number | null;
}

/**
 * A refusal with its figures.
 *
 * @param have what there is, in the unit of the reason; null where a figure says nothing
 * @param need what there should be
 * @example
 * notEnoughHistory('cohort_too_young', 20, 26) // => { outcome: 'not_enough_history', reason: 'cohort_too_young', have: 20, need: 26 }
 * notEnoughHistory('no_maximum') // => { outcome: 'not_enough_history', reason: 'no_maximum', have: null, need: null }
 */
export function notEnoughHistory(
  reason: NotEnoughHistory['reason'],
  have: number | null = null,
  need: number | null = null,
): NotEnoughHistory {
  return { outcome: 'not_enough_history', reason, have, need };
}
