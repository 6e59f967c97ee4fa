import type { IncentiveBudget } from '@siyu/shared/contracts/incentive-rules';
import { formatAmount, formatCount } from '../format/figures.ts';
import { ProgressBar } from '../list/progress-bar.tsx';

/** The larger of the two shares, whole; full only when it is. */
export function usedPercent({ awardsMax, awardsUsed, valueFenMax, valueFenUsed }: IncentiveBudget): number {
  const shares = [awardsUsed / awardsMax, valueFenMax === 0 ? 0 : valueFenUsed / valueFenMax];
  return Math.min(100, Math.floor(Math.max(...shares) * 100));
}

/** How much of its budget a rule has given. */
export function BudgetGauge({ budget }: { budget: IncentiveBudget | null }) {
  return (
    <section className="card" aria-label="预算">
      <h2>预算</h2>
      {budget === null ? (
        <p className="note">通过复核以后，这里会显示已经发了多少。</p>
      ) : (
        <>
          <ProgressBar percent={usedPercent(budget)} label="预算已用" />
          <p>
            已发 {formatCount(budget.awardsUsed)} 次，最多 {formatCount(budget.awardsMax)} 次
          </p>
          <p>
            价值 {formatAmount(budget.valueFenUsed)}，最多 {formatAmount(budget.valueFenMax)}
          </p>
          {budget.pointsUsed > 0 && <p className="note">共 {formatCount(budget.pointsUsed)} 积分</p>}
        </>
      )}
    </section>
  );
}
