/** What a rule may give in all, and what it has given; null: without a limit of its kind. */
export interface Budget {
  readonly pointsMax: number | null;
  readonly valueFenMax: number | null;
  readonly pointsUsed: number;
  readonly valueFenUsed: number;
}

/** What one award takes from the budget of its rule. */
export interface BudgetShare {
  readonly points: number;
  readonly valueFen: number;
}

const fits = (max: number | null, used: number, wanted: number): boolean =>
  max === null || used + wanted <= max;

/**
 * Takes one award from a budget, wholly or not at all. Awards are taken in award order; what is asked for several at once
 * and halved when it does not fit, until single awards decide, comes to the same.
 */
export function takeFromBudget(
  budget: Budget,
  { points, valueFen }: BudgetShare,
): { readonly isGranted: boolean; readonly budget: Budget } {
  const isGranted =
    fits(budget.pointsMax, budget.pointsUsed, points) &&
    fits(budget.valueFenMax, budget.valueFenUsed, valueFen);
  if (!isGranted) return { isGranted, budget };
  const pointsUsed = budget.pointsUsed + points;
  const valueFenUsed = budget.valueFenUsed + valueFen;
  return { isGranted, budget: { ...budget, pointsUsed, valueFenUsed } };
}
