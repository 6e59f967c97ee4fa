import { Injectable } from '@nestjs/common';
import type { OfferedItems } from '@siyu/shared/contracts/redemption';
import { ITEMS_OFFERED_MAX } from '@siyu/shared/contracts/redemption.limits';
import { In, LessThanOrEqual, MoreThan } from 'typeorm';
import { Clock } from '../../../platform/clock/index.ts';
import { Database } from '../../../platform/database/index.ts';
import { Entitlements } from '../../../records/entitlements/index.ts';
import { Identity } from '../../../records/identity/index.ts';
import { PointsBalance } from '../ledger/points-balance.entity.ts';
import { CatalogueItem } from './catalogue-item.entity.ts';
import { CatalogueTaker } from './redemption.entity.ts';

/** The catalogue as one member finds it: what is offered now, the cheapest first. */
@Injectable()
export class ItemShelf {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly identity: Identity,
    private readonly entitlements: Entitlements,
  ) {}

  async listFor(memberNo: number): Promise<OfferedItems> {
    const now = this.clock.now();
    const numbers = await this.identity.numbersOf(memberNo);
    const [items, takers, coupons, balance] = await Promise.all([
      this.database.read.find(CatalogueItem, {
        where: { state: 'PUBLISHED', fromAt: LessThanOrEqual(now), untilAt: MoreThan(now) },
        order: { points: 'ASC', itemId: 'ASC' },
        take: ITEMS_OFFERED_MAX,
      }),
      this.database.read.findBy(CatalogueTaker, { memberNo: In([...numbers]) }),
      this.entitlements.unusedOf(memberNo, 'COUPON'),
      this.database.read.findOneBy(PointsBalance, { memberNo }),
    ]);
    const taken = new Map<string, number>();
    for (const each of takers) taken.set(each.itemId, (taken.get(each.itemId) ?? 0) + each.taken);
    const couponOf = new Map(coupons.map(({ target, entitlementId }) => [target, entitlementId]));
    return {
      items: items.map(({ itemId, kind, title, summary, perMember, validDays, ...item }) => ({
        itemId,
        kind,
        title,
        summary,
        points: item.points,
        left: item.stock - item.taken,
        perMember,
        taken: taken.get(itemId) ?? 0,
        until: new Date(item.untilAt).toISOString(),
        validDays,
        couponId: couponOf.get(itemId) ?? null,
      })),
      points: balance?.availablePoints ?? 0,
    };
  }
}
