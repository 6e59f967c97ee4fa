import { Injectable } from '@nestjs/common';
import type { Redemption } from '@siyu/shared/contracts/redemption';
import { Clock } from '../../../platform/clock/index.ts';
import { Database, type Transaction } from '../../../platform/database/index.ts';
import { Entitlements } from '../../../records/entitlements/index.ts';
import { Identity } from '../../../records/identity/index.ts';
import { LiveReservations } from '../../../services/live/index.ts';
import { PointsLedger } from '../ledger/points-ledger.ts';
import { ItemStock } from './item-stock.ts';
import { notCancellable, redemptionNotFound } from './redemption.errors.ts';
import { RedemptionEntry } from './redemption.entity.ts';
import { ownRedemption, redemptionOf } from './redemptions.ts';

/** An exchange undone: what was given goes back, what was spent comes back, each once. */
@Injectable()
export class RedemptionCancelling {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly identity: Identity,
    private readonly entitlements: Entitlements,
    private readonly reservations: LiveReservations,
    private readonly ledger: PointsLedger,
    private readonly stock: ItemStock,
  ) {}

  /**
   * Told again it changes nothing.
   * @throws {AppError} redemption.not_found, redemption.not_cancellable once something of it was used or it expired,
   * live.not_open for a seat in a live that has begun
   */
  async cancel(memberNo: number, redemptionId: string): Promise<Redemption> {
    const numbers = await this.identity.numbersOf(memberNo);
    const own = ownRedemption(redemptionId, numbers);
    const entry = await this.database.read.findOneBy(RedemptionEntry, own);
    if (entry === null) throw redemptionNotFound();
    await this.database.runInTransaction((tx) => this.#cancel(tx, entry));
    return redemptionOf(await this.database.read.findOneByOrFail(RedemptionEntry, own));
  }

  async #cancel(
    tx: Transaction,
    { redemptionId, memberNo, takerNo, itemId, couponId }: RedemptionEntry,
  ): Promise<void> {
    const cancelled = { state: 'CANCELLED', cancelledAt: this.clock.now() } as const;
    // The writes come first: of two who cancel at once the second finds nothing to do.
    const { affected } = await tx.manager.update(RedemptionEntry, { redemptionId, state: 'DONE' }, cancelled);
    if (affected !== 1) return;
    await this.stock.giveBack(tx, itemId);
    await this.identity.lockMembers(tx, [memberNo]);
    const given = await this.entitlements.takeBack(tx, { sourceKind: 'REDEMPTION', sourceId: redemptionId });
    if (given === null) throw notCancellable();
    await this.stock.giveShareBack(tx, takerNo, itemId);
    if (given.kind === 'LIVE_SEAT' && given.target !== null)
      await this.reservations.letGoIn(tx, memberNo, given.target);
    if (couponId === null) await this.ledger.giveBack(tx, { sourceId: redemptionId });
    else await this.entitlements.restore(tx, couponId);
  }
}
