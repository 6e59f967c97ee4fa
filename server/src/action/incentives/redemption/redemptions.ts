import { Injectable } from '@nestjs/common';
import { type Redeem, Redemption } from '@siyu/shared/contracts/redemption';
import { In } from 'typeorm';
import { sha256OfJson } from '../../../foundation/audit/index.ts';
import { Clock } from '../../../platform/clock/index.ts';
import { Database, insertRows, type Transaction } from '../../../platform/database/index.ts';
import { once } from '../../../platform/idempotency/index.ts';
import { Entitlements } from '../../../records/entitlements/index.ts';
import { Identity, type MemberRecord } from '../../../records/identity/index.ts';
import { consentRequired } from '../../../services/content/index.ts';
import { LiveReservations } from '../../../services/live/index.ts';
import { PointsLedger } from '../ledger/points-ledger.ts';
import { CatalogueItem } from './catalogue-item.entity.ts';
import { ItemStock } from './item-stock.ts';
import { couponNotValid, limitReached, notEnoughPoints, notOffered, soldOut } from './redemption.errors.ts';
import { RedemptionEntry } from './redemption.entity.ts';

const DAY_MS = 86_400_000;
type Taker = Pick<MemberRecord, 'memberNo' | 'memberId'>;

/** Points, or a coupon, for an item: all of it happens or nothing. */
@Injectable()
export class Redemptions {
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
   * Told again it answers with what came of it first.
   * @param redemptionId named by the client
   * @throws {AppError} redemption.not_offered, sold_out, limit_reached, not_enough_points, coupon_not_valid;
   * live.not_found, live.paused, live.not_open for a seat
   */
  async redeem(member: Taker, redemptionId: string, asked: Redeem): Promise<Redemption> {
    const item = await this.database.read.findOneBy(CatalogueItem, { itemId: asked.itemId });
    if (item === null) throw notOffered();
    if (item.kind === 'LIVE_SEAT') await this.reservations.requireSeen(member.memberNo, item.target ?? '');
    const key = { principalId: member.memberId, key: redemptionId, now: this.clock.now() };
    return this.database.runInTransaction(async (tx) => {
      // The row everybody reaches for comes first: a transaction that has looked at anything before would find it changed.
      const isTaken = await this.stock.take(tx, item);
      await this.identity.lockMembers(tx, [member.memberNo]);
      // Who withdraws or closes the account meanwhile leaves nothing behind.
      if (!(await this.identity.mayProcess(member.memberNo, 'SERVICE', tx.manager))) throw consentRequired();
      let isNew = false;
      const request = { ...key, requestSha256: sha256OfJson(asked) };
      const answer = await once(tx, request, Redemption, async () => {
        isNew = true;
        if (!isTaken) throw await this.#whyNone(item.itemId);
        return this.#redeem(tx, { memberNo: member.memberNo, redemptionId, couponId: asked.couponId }, item);
      });
      if (isTaken && !isNew) await this.stock.giveBack(tx, item.itemId);
      return answer;
    });
  }

  async #redeem(
    tx: Transaction,
    { memberNo, redemptionId, couponId }: Pick<RedemptionEntry, 'memberNo' | 'redemptionId' | 'couponId'>,
    item: CatalogueItem,
  ): Promise<Redemption> {
    const { itemId } = item;
    const numbers = await this.identity.numbersOf(memberNo, tx.manager);
    // Whoever has several registrations has one share.
    const takerNo = Math.min(...numbers);
    if (!(await this.stock.takeShare(tx, takerNo, item))) throw limitReached(item.perMember);
    const points = couponId === null ? item.points : 0;
    if (couponId === null) {
      if (!(await this.ledger.spend(tx, { memberNo, points, sourceId: redemptionId })))
        throw notEnoughPoints(item.points);
    } else if (!(await this.entitlements.useCoupon(tx, numbers, couponId, itemId))) throw couponNotValid();
    const now = this.clock.now();
    const entry: RedemptionEntry = {
      redemptionId,
      memberNo,
      takerNo,
      itemId,
      itemVersion: item.version,
      points,
      couponId,
      state: 'DONE',
      redeemedAt: now,
      cancelledAt: null,
    };
    await insertRows(tx, RedemptionEntry, [entry]);
    await this.#give(tx, entry, item);
    return redemptionOf(entry);
  }

  async #give(tx: Transaction, { redemptionId, memberNo, redeemedAt }: RedemptionEntry, item: CatalogueItem) {
    const { kind, target, title, validDays } = item;
    await this.entitlements.grantMany(tx, [
      {
        memberNo,
        kind,
        target,
        title,
        sourceKind: 'REDEMPTION',
        sourceId: redemptionId,
        grantedAt: redeemedAt,
        expiresAt: validDays === null ? null : redeemedAt + validDays * DAY_MS,
      },
    ]);
    if (kind === 'LIVE_SEAT' && target !== null) await this.reservations.reserveIn(tx, memberNo, target);
  }

  /** Looked at once more, since it may have changed while somebody waited for it. */
  async #whyNone(itemId: string) {
    const now = this.clock.now();
    const item = await this.database.read.findOneBy(CatalogueItem, { itemId });
    const isOffered = item?.state === 'PUBLISHED' && item.fromAt <= now && now < item.untilAt;
    return isOffered ? soldOut() : notOffered();
  }
}

/** Of the person, under any registration. */
export const ownRedemption = (redemptionId: string, numbers: readonly number[]) => ({
  redemptionId,
  memberNo: In([...numbers]),
});

export function redemptionOf({
  redemptionId,
  itemId,
  points,
  state,
  redeemedAt,
}: RedemptionEntry): Redemption {
  return { redemptionId, itemId, points, state, redeemedAt: new Date(redeemedAt).toISOString() };
}
