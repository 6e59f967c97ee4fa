import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../../platform/database/index.ts';
import { Entitlements } from '../../../records/entitlements/index.ts';
import { ItemStock } from '../redemption/item-stock.ts';
import { Budgets } from '../rules/budgets.ts';
import { RuleStops } from '../rules/rule-stops.ts';
import { shareOf } from './award-budgets.ts';
import type { Award } from './award.entity.ts';

/** There are fewer of an item than a batch would give. */
class StockShort extends Error {
  constructor(itemId: string) {
    super(`there is not enough of item ${itemId} for the whole batch`);
    this.name = 'StockShort';
  }
}

const itemOf = ({ reward }: Award): string | null => (reward.kind === 'coupon' ? reward.itemId : null);

/** Takes what awards give of the catalogue, one statement an item, the items in the order of their ids. */
@Injectable()
export class AwardStock {
  constructor(
    private readonly stock: ItemStock,
    private readonly budgets: Budgets,
    private readonly stops: RuleStops,
    private readonly entitlements: Entitlements,
  ) {}

  /**
   * After the budgets, and before any member.
   * @param isSingle one fact alone: then what is not there is refused, its budget given back, and its rule stops itself
   * @returns the awards, those without stock refused
   * @throws {StockShort} for a batch of several
   */
  async take(tx: Transaction, awards: readonly Award[], isSingle: boolean): Promise<readonly Award[]> {
    const wanted = awards.filter((award) => award.state !== 'REFUSED' && itemOf(award) !== null);
    const itemIds = [...new Set(wanted.flatMap((award) => itemOf(award) ?? []))].sort();
    const short = new Set<Award>();
    for (const itemId of itemIds) {
      const ofItem = wanted.filter((award) => itemOf(award) === itemId);
      if (await this.stock.takeFor(tx, itemId, ofItem.length)) continue;
      if (!isSingle) throw new StockShort(itemId);
      for (const award of ofItem) {
        await this.budgets.giveBack(tx, award.ruleNo, shareOf([award]));
        await this.stops.stopExhausted(tx, award.ruleNo);
        short.add(award);
      }
    }
    return awards.map((award) =>
      short.has(award) ? { ...award, state: 'REFUSED', hold: null, holdSeen: null, refusal: 'STOCK' } : award,
    );
  }

  /** Of awards that are taken back: what was handed over and used stays taken. */
  async giveBack(tx: Transaction, awards: readonly Award[]): Promise<void> {
    for (const award of awards) {
      const itemId = itemOf(award);
      if (itemId === null) continue;
      const source = { sourceKind: 'AWARD', sourceId: award.awardId } as const;
      const isThere = award.state === 'HELD' || (await this.entitlements.takeBack(tx, source)) !== null;
      if (isThere) await this.stock.giveBack(tx, itemId);
    }
  }
}
