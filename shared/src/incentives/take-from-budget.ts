/** How much a rule may give in all, and what it has given. */
export interface Budget {
  readonly awardsMax: number;
  readonly valueFenMax: number;
  readonly awardsUsed: number;
  readonly pointsUsed: number;
  readonly valueFenUsed: number;
}

/** What is taken from the budget of a rule at a time. */
export interface BudgetShare {
  readonly awards: number;
  readonly points: number;
  readonly valueFen: number;
}

/**
 * Takes a share of a budget, wholly or not at all. Awards take theirs in award order; asking for several at once, and
 * halving what does not fit until single awards decide, comes to the same.
 *
 * @example
 * const budget = { awardsMax: 2, valueFenMax: 15, awardsUsed: 1, pointsUsed: 10, valueFenUsed: 10 };
 * takeFromBudget(budget, { awards: 1, points: 10, valueFen: 10 }).isGranted // => false
 */
export function takeFromBudget(
  budget: Budget,
  { awards, points, valueFen }: BudgetShare,
): { readonly isGranted: boolean; readonly budget: Budget } {
  const used = {
    awardsUsed: budget.awardsUsed + awards,
    pointsUsed: budget.pointsUsed + points,
    valueFenUsed: budget.valueFenUsed + valueFen,
  };
  return used.awardsUsed <= budget.awardsMax && used.valueFenUsed <= budget.valueFenMax
    ? { isGranted: true, budget: { ...budget, ...used } }
    : { isGranted: false, budget };
}
