import { Injectable } from '@nestjs/common';
import { KINDS_WITH_TARGET } from '@siyu/shared/contracts/redemption.limits';
import { guardItem } from '@siyu/shared/incentives';
import { Clock } from '../../../platform/clock/index.ts';
import { Content } from '../../../services/content/index.ts';
import { LiveReservations } from '../../../services/live/index.ts';
import { IncentiveLimits } from '../limits/incentive-limits.ts';
import type { CatalogueItem } from './catalogue-item.entity.ts';
import { guardedItem } from './item-terms.ts';
import { itemRefused, periodReversed, stockTooLow, targetUnknown } from './redemption.errors.ts';

/** What an item has to meet before it is handed in, and again before it is published. */
@Injectable()
export class ItemGuard {
  constructor(
    private readonly clock: Clock,
    private readonly limits: IncentiveLimits,
    private readonly content: Content,
    private readonly reservations: LiveReservations,
  ) {}

  /**
   * By today's configuration, whatever it was when the item was written.
   * @throws {PlacedRefusal} catalogue.item_refused, naming the requirement
   * @throws {AppError} catalogue.period_reversed, catalogue.stock_too_low, catalogue.target_unknown
   */
  async require(item: CatalogueItem): Promise<void> {
    const now = this.clock.now();
    const { value } = await this.limits.at(now);
    const refusals = guardItem(guardedItem(item), {
      yearlyCapFen: value.yearlyCapFen,
      pointCostMilliFen: value.pointCostMilliFen,
      arePhysicalGiftsAllowed: value.physicalGifts !== null,
      items: new Map(),
    });
    if (refusals.length > 0) throw itemRefused(refusals);
    if (item.untilAt <= Math.max(item.fromAt, now)) throw periodReversed();
    if (item.stock < item.taken) throw stockTooLow(item.taken);
    if (!(await this.#isTargetThere(item))) throw targetUnknown();
  }

  async #isTargetThere({ kind, target }: CatalogueItem): Promise<boolean> {
    if (!KINDS_WITH_TARGET.includes(kind)) return target === null;
    if (target === null) return false;
    return kind === 'COURSE' ? this.content.hasPath(target) : this.reservations.isOpen(target);
  }
}
