import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Clock } from '../../../platform/clock/index.ts';
import type { Transaction } from '../../../platform/database/index.ts';
import { Entitlements, type Grant } from '../../../records/entitlements/index.ts';
import { PointsLedger } from '../ledger/points-ledger.ts';
import { costFenOf, IncentiveLimits } from '../limits/incentive-limits.ts';
import { CatalogueItem } from '../redemption/catalogue-item.entity.ts';
import type { Award } from './award.entity.ts';

const DAY_MS = 86_400_000;

/** Hands over what awards say, each once by its id, in the transaction in which it was decided. */
@Injectable()
export class AwardGiving {
  constructor(
    private readonly clock: Clock,
    private readonly limits: IncentiveLimits,
    private readonly ledger: PointsLedger,
    private readonly entitlements: Entitlements,
  ) {}

  /** @param at when they are handed over; the cost of a point is that of now */
  async give(tx: Transaction, awards: readonly Award[], at = this.clock.now()): Promise<void> {
    if (awards.length === 0) return;
    const { value } = await this.limits.at(this.clock.now());
    const grants = await this.#rightsOf(tx, awards, at);
    if (grants.length > 0) await this.entitlements.grantMany(tx, grants);
    const credits = awards
      .filter(({ points }) => points > 0)
      .map(({ memberNo, points, pendingUntil, expiresOn, awardId }) => ({
        memberNo,
        points,
        costFen: costFenOf(points, value.pointCostMilliFen),
        pendingUntil,
        expiresOn,
        sourceKind: 'AWARD' as const,
        sourceId: awardId,
        at,
      }));
    if (credits.length > 0) await this.ledger.credit(tx, credits);
  }

  async #rightsOf(
    { manager }: Transaction,
    awards: readonly Award[],
    now: number,
  ): Promise<readonly Grant[]> {
    const itemIds = awards.flatMap(({ reward }) => (reward.kind === 'coupon' ? [reward.itemId] : []));
    const items =
      itemIds.length === 0 ? [] : await manager.findBy(CatalogueItem, { itemId: In([...new Set(itemIds)]) });
    const byId = new Map(items.map((item) => [item.itemId, item]));
    return awards.flatMap(({ memberNo, awardId, title, reward }) => {
      const given = { memberNo, sourceKind: 'AWARD', sourceId: awardId, grantedAt: now } as const;
      if (reward.kind === 'voucher')
        return [{ ...given, kind: 'CONSULTATION' as const, target: null, title, expiresAt: null }];
      if (reward.kind !== 'coupon') return [];
      const item = byId.get(reward.itemId);
      // Its stock was taken a moment ago: an award that hands over nothing would be a promise not kept.
      if (item === undefined) throw new Error(`award ${awardId} gives an item that is nowhere`);
      const { kind, target, validDays } = item;
      const expiresAt = validDays === null ? null : now + validDays * DAY_MS;
      return [{ ...given, kind, target, title: item.title, expiresAt }];
    });
  }

  /** Takes back what is still there to be taken; of the catalogue `AwardStock` takes it back with its stock. */
  async takeBack(tx: Transaction, awards: readonly Award[]): Promise<void> {
    await this.entitlements.cancel(
      tx,
      'AWARD',
      awards.filter(({ reward }) => reward.kind === 'voucher').map(({ awardId }) => awardId),
    );
    for (const { awardId, points } of awards)
      if (points > 0)
        await this.ledger.reverse(tx, { sourceKind: 'AWARD', sourceId: awardId, reason: 'FACT_WITHDRAWN' });
  }
}
