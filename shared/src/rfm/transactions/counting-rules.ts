/** What the business decides about counting (our choices, domain.md §1.2 #10–#12); a score stores the version. */
export interface CountingRules {
  /** Whether each deduction of a regular plan is a purchase, or a plan one purchase: its last deduction. */
  readonly planCounting: 'each' | 'plan';
  /** Whether the amount of a switch counts as money spent. Frequency counts a switch in any case. */
  readonly switchCountsAmount: boolean;
  /** Products bought automatically with idle cash (现金理财自动申购): no purchases, in no amount. */
  readonly cashSweepProducts: readonly string[];
}

/** The rules that the software brings along. */
export const countingRules: CountingRules = {
  planCounting: 'each',
  switchCountsAmount: false,
  cashSweepProducts: [],
};
