import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../../platform/database/index.ts';
import { Budgets } from '../rules/budgets.ts';
import { RuleStops } from '../rules/rule-stops.ts';
import type { Award } from './award.entity.ts';

/** A budget has no room for all that a batch would take of it. */
export class BudgetShort extends Error {
  constructor(ruleNo: number) {
    super(`the budget of rule ${ruleNo} has no room for the whole batch`);
    this.name = 'BudgetShort';
  }
}

/** What a share of awards takes of the budget of their rule. */
export const shareOf = (awards: readonly Award[]) => ({
  awards: awards.length,
  points: awards.reduce((sum, { points }) => sum + points, 0),
  valueFen: awards.reduce((sum, { valueFen }) => sum + valueFen, 0),
});

/** Takes what awards need of the budgets, one statement a rule, the rules in the order of their numbers. */
@Injectable()
export class AwardBudgets {
  constructor(
    private readonly budgets: Budgets,
    private readonly stops: RuleStops,
  ) {}

  /**
   * @param isSingle one fact alone: then what does not fit is refused, and its rule stops itself
   * @returns the awards, those without budget refused
   * @throws {BudgetShort} for a batch of several
   */
  async take(tx: Transaction, awards: readonly Award[], isSingle: boolean): Promise<readonly Award[]> {
    const wanted = awards.filter(({ state }) => state !== 'REFUSED');
    const ruleNos = [...new Set(wanted.map(({ ruleNo }) => ruleNo))].sort((a, b) => a - b);
    const short = new Set<number>();
    for (const ruleNo of ruleNos) {
      const share = shareOf(wanted.filter((award) => award.ruleNo === ruleNo));
      if (await this.budgets.take(tx, ruleNo, share)) continue;
      if (!isSingle) throw new BudgetShort(ruleNo);
      await this.stops.stopExhausted(tx, ruleNo);
      short.add(ruleNo);
    }
    return awards.map((award) =>
      award.state !== 'REFUSED' && short.has(award.ruleNo)
        ? { ...award, state: 'REFUSED', hold: null, holdSeen: null, refusal: 'BUDGET' }
        : award,
    );
  }
}
