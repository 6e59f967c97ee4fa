import { Injectable } from '@nestjs/common';
import { insertRows, type Transaction } from '../../../platform/database/index.ts';
import { IncentiveBudget } from './incentive-rule.entity.ts';

/** What is taken out of a budget, or given back to it. */
export interface BudgetShare {
  readonly awards: number;
  readonly points: number;
  readonly valueFen: number;
}
export type BudgetBounds = Pick<IncentiveBudget, 'awardsMax' | 'valueFenMax'>;

/** What rules have left to give. One conditional UPDATE each, so that no two awards take the same of it. */
@Injectable()
export class Budgets {
  /**
   * Takes all of it or nothing. Before any stock and any member, so that all lock in one order.
   * @returns whether there was room
   */
  async take({ manager }: Transaction, ruleNo: number, share: BudgetShare): Promise<boolean> {
    const { affected } = await manager
      .createQueryBuilder()
      .update(IncentiveBudget)
      .set({
        awardsUsed: () => 'awards_used + :awards',
        pointsUsed: () => 'points_used + :points',
        valueFenUsed: () => 'value_fen_used + :valueFen',
      })
      .where('rule_no = :ruleNo', { ruleNo })
      .andWhere('awards_used + :awards <= awards_max AND value_fen_used + :valueFen <= value_fen_max')
      .setParameters({ ...share })
      .execute();
    return affected === 1;
  }

  /** What was taken for an award that is reversed. A rule that stopped for want of it stays stopped until somebody lets it go on. */
  async giveBack({ manager }: Transaction, ruleNo: number, share: BudgetShare): Promise<void> {
    const { affected } = await manager
      .createQueryBuilder()
      .update(IncentiveBudget)
      .set({
        awardsUsed: () => 'awards_used - :awards',
        pointsUsed: () => 'points_used - :points',
        valueFenUsed: () => 'value_fen_used - :valueFen',
      })
      .where('rule_no = :ruleNo', { ruleNo })
      .andWhere('awards_used >= :awards AND points_used >= :points AND value_fen_used >= :valueFen')
      .setParameters({ ...share })
      .execute();
    if (affected !== 1) throw new Error(`more was given back to the budget of rule ${ruleNo} than was taken`);
  }

  /** The bounds of the version that was approved; what the rule has given so far counts against them. */
  async bound(tx: Transaction, ruleNo: number, bounds: BudgetBounds): Promise<void> {
    const { awardsMax, valueFenMax } = bounds;
    const { affected } = await tx.manager
      .createQueryBuilder()
      .update(IncentiveBudget)
      .set({ awardsMax, valueFenMax })
      .where({ ruleNo })
      .execute();
    if (affected === 1) return;
    const kept = await tx.manager.findOneBy(IncentiveBudget, { ruleNo });
    if (kept !== null) return;
    await insertRows(tx, IncentiveBudget, [
      { ruleNo, awardsMax, valueFenMax, awardsUsed: 0, pointsUsed: 0, valueFenUsed: 0 },
    ]);
  }
}
