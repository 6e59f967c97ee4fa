import { Injectable } from '@nestjs/common';
import { POINTS_MAX, type PointReversalReason, type PointSource } from '@siyu/shared/contracts/points.limits';
import { In } from 'typeorm';
import { Clock } from '../../../platform/clock/index.ts';
import type { Transaction } from '../../../platform/database/index.ts';
import type { PostingDraft } from './member-book.ts';
import { type LotMove, putInto, takeFirstOut, takeFrom } from './lot-moves.ts';
import { PointsBooks } from './points-books.ts';
import { PointsLot } from './points-lot.entity.ts';
import { PointsEntry, PointsPosting } from './points-posting.entity.ts';

/** Points that a member gets. */
export interface PointsCredit {
  readonly memberNo: number;
  readonly points: number;
  /** What they cost the firm, by the rate in force when they are issued. */
  readonly costFen: number;
  /** When they become available; null: at once. */
  readonly pendingUntil: number | null;
  /** The first civil day on which they are no longer there; null: they stay. */
  readonly expiresOn: number | null;
  readonly sourceKind: PointSource;
  /** Names the award; an award that was credited before is passed over. */
  readonly sourceId: string;
  readonly at: number;
}

export interface PointsSpend {
  readonly memberNo: number;
  readonly points: number;
  /** Names the redemption. */
  readonly sourceId: string;
}

/** What became of the points of an award that was taken back. */
export interface PointsReversal {
  readonly memberNo: number;
  /** Taken from what was still there. */
  readonly reversed: number;
  /** Spent before, and no longer there to be taken. */
  readonly writtenOff: number;
}

/**
 * Points of members, in double entry: each movement takes them out of one account of a member and puts them into
 * another. Everything happens in the transaction of whoever asks, and once, by the source it is for. In order of locks
 * a member's points come after budgets and stock.
 */
@Injectable()
export class PointsLedger {
  constructor(
    private readonly clock: Clock,
    private readonly books: PointsBooks,
  ) {}

  /**
   * Issues points, for up to a few hundred awards in a handful of statements.
   * @throws {RangeError} for points or a cost that is no whole number in its bounds
   */
  async credit(tx: Transaction, credits: readonly PointsCredit[]): Promise<void> {
    for (const each of credits) checkCredit(each);
    const memberNos = [...new Set(credits.map(({ memberNo }) => memberNo))];
    if (memberNos.length === 0) return;
    const held = await this.books.open(tx, memberNos);
    const known = await this.#knownLots(tx, credits);
    const lotNos = new Map([...held].map(([memberNo, { lotNo }]) => [memberNo, lotNo]));
    const opened: PointsLot[] = [];
    const drafts: PostingDraft[] = [];
    for (const credit of credits) {
      const { memberNo, sourceKind, sourceId, at } = credit;
      if (known.has(keyOf(credit))) continue;
      known.add(keyOf(credit));
      const lotNo = (lotNos.get(memberNo) ?? 0) + 1;
      lotNos.set(memberNo, lotNo);
      const lot = lotOf(credit, lotNo);
      const to = lot.pendingPoints > 0 ? 'PENDING' : 'AVAILABLE';
      const move = { lotNo, from: 'ISSUANCE', to, points: credit.points, costFen: credit.costFen } as const;
      opened.push(lot);
      drafts.push({ memberNo, kind: 'EARNED', sourceKind, sourceId, moves: [move], isNewLot: true, at });
    }
    if (drafts.length > 0) await this.books.write(tx, held, drafts, { opened });
  }

  /**
   * Spends available points; those that expire first go first. Asked again for the same redemption it spends nothing.
   * @returns false, having changed nothing, when there are not enough
   */
  async spend(tx: Transaction, { memberNo, points, sourceId }: PointsSpend): Promise<boolean> {
    checkPoints(points);
    const held = await this.books.hold(tx, [memberNo]);
    const kind = 'REDEEMED';
    const sourceKind = 'REDEMPTION';
    if (await tx.manager.existsBy(PointsPosting, { sourceKind, sourceId, kind })) return true;
    if ((held.get(memberNo)?.availablePoints ?? 0) < points) return false;
    const lots = await this.books.listLots(tx, memberNo);
    const { lots: changed, moves, taken } = takeFirstOut(lots, points, 'REDEEMED');
    if (taken !== points) throw new Error(`the lots of member ${memberNo} do not hold what the balance says`);
    const draft = { memberNo, kind, sourceKind, sourceId, moves, at: this.clock.now() } as const;
    await this.books.write(tx, held, [draft], { changed });
    return true;
  }

  /**
   * Puts what a cancelled redemption spent into the lots it came from, with the days they had. What was written off of
   * a lot meanwhile, since its award was taken back, does not come back.
   * @returns false when nothing was spent for it, or it was given back before
   */
  async giveBack(tx: Transaction, { sourceId }: { readonly sourceId: string }): Promise<boolean> {
    const source = { sourceKind: 'REDEMPTION', sourceId } as const;
    const spent = await tx.manager.findOneBy(PointsPosting, { ...source, kind: 'REDEEMED' });
    if (spent === null) return false;
    const { memberNo, postingNo } = spent;
    const held = await this.books.hold(tx, [memberNo]);
    if (await tx.manager.existsBy(PointsPosting, { ...source, kind: 'RETURNED' })) return false;
    const entries = await tx.manager.findBy(PointsEntry, { memberNo, postingNo, account: 'REDEEMED' });
    const lots = await this.books.findLots(
      tx,
      memberNo,
      entries.map(({ lotNo }) => lotNo),
    );
    const changed: PointsLot[] = [];
    const moves: LotMove[] = [];
    let recovered = 0;
    for (const { lotNo, points, costFen } of entries) {
      const lot = lots.find((each) => each.lotNo === lotNo);
      if (lot === undefined) throw new Error(`member ${memberNo} has no lot ${lotNo}`);
      // The cost goes with the points: of a part of them a part, of the last of them the rest.
      const owed = Math.min(points, lot.writtenOffPoints);
      const owedFen = owed === points ? costFen : Math.floor((costFen * owed) / points);
      if (owed > 0) moves.push({ lotNo, from: 'REDEEMED', to: 'REVERSED', points: owed, costFen: owedFen });
      const back = { points: points - owed, costFen: costFen - owedFen };
      if (back.points > 0) moves.push({ lotNo, from: 'REDEEMED', to: 'AVAILABLE', ...back });
      const freed = { ...lot, writtenOffPoints: lot.writtenOffPoints - owed };
      changed.push(putInto(freed, back.points, back.costFen));
      recovered += owed;
    }
    const draft = { memberNo, ...source, kind: 'RETURNED', moves, at: this.clock.now() } as const;
    await this.books.write(tx, held, [{ ...draft, writtenOffPoints: 0 - recovered }], { changed });
    return true;
  }

  /**
   * Takes back what was credited for a source: what is pending of it, what is available of it, and for what was spent of
   * it other available points; what is not there is written off and said to be. Points that expired are not asked for.
   * @returns null when nothing was credited for it, or it was taken back before
   */
  async reverse(
    tx: Transaction,
    source: {
      readonly sourceKind: PointSource;
      readonly sourceId: string;
      readonly reason: PointReversalReason;
    },
  ): Promise<PointsReversal | null> {
    const { sourceKind, sourceId, reason } = source;
    const found = await tx.manager.findOneBy(PointsLot, { sourceKind, sourceId });
    if (found === null) return null;
    const { memberNo, lotNo } = found;
    const held = await this.books.hold(tx, [memberNo]);
    const kind = 'REVERSED';
    if (await tx.manager.existsBy(PointsPosting, { sourceKind, sourceId, kind })) return null;
    const [own] = await this.books.findLots(tx, memberNo, [lotNo]);
    if (own === undefined) throw new Error(`member ${memberNo} has no lot ${lotNo}`);
    const pending = takeFrom(own, 'PENDING', own.pendingPoints, 'REVERSED');
    const available = takeFrom(pending.lot, 'AVAILABLE', own.availablePoints, 'REVERSED');
    const spent = await this.#spentOf(tx, memberNo, lotNo);
    const others = (await this.books.listLots(tx, memberNo)).filter((each) => each.lotNo !== lotNo);
    const instead = takeFirstOut(others, spent, 'REVERSED');
    const writtenOff = spent - instead.taken;
    const moves = [pending.move, available.move, ...instead.moves].filter((move) => move !== null);
    const changed = [{ ...available.lot, writtenOffPoints: writtenOff }, ...instead.lots];
    const draft = { memberNo, kind, sourceKind, sourceId, moves, reason, at: this.clock.now() } as const;
    await this.books.write(tx, held, [{ ...draft, writtenOffPoints: writtenOff }], { changed });
    return { memberNo, reversed: moves.reduce((sum, { points }) => sum + points, 0), writtenOff };
  }

  /** Points of a lot that are spent and were not given back. */
  async #spentOf({ manager }: Transaction, memberNo: number, lotNo: number): Promise<number> {
    const entries = await manager.find(PointsEntry, {
      select: { points: true },
      where: { memberNo, lotNo, account: 'REDEEMED' },
    });
    return entries.reduce((sum, { points }) => sum + points, 0);
  }

  async #knownLots({ manager }: Transaction, credits: readonly PointsCredit[]): Promise<Set<string>> {
    const kinds = [...new Set(credits.map(({ sourceKind }) => sourceKind))];
    const sourceId = In(credits.map((each) => each.sourceId));
    const lots = await manager.find(PointsLot, {
      select: { memberNo: true, lotNo: true, sourceKind: true, sourceId: true },
      where: kinds.map((sourceKind) => ({ sourceKind, sourceId })),
    });
    return new Set(lots.map(keyOf));
  }
}

const keyOf = ({ sourceKind, sourceId }: Pick<PointsCredit, 'sourceKind' | 'sourceId'>): string =>
  `${sourceKind}:${sourceId}`;

function lotOf(credit: PointsCredit, lotNo: number): PointsLot {
  const { memberNo, points, costFen, pendingUntil, expiresOn, sourceKind, sourceId } = credit;
  const isPending = pendingUntil !== null;
  return {
    memberNo,
    lotNo,
    sourceKind,
    sourceId,
    issuedPoints: points,
    issuedFen: costFen,
    pendingPoints: isPending ? points : 0,
    pendingFen: isPending ? costFen : 0,
    availablePoints: isPending ? 0 : points,
    availableFen: isPending ? 0 : costFen,
    writtenOffPoints: 0,
    pendingUntil,
    expiresOn,
    lapsesOn: isPending ? null : expiresOn,
  };
}

function checkPoints(points: number): void {
  if (!Number.isSafeInteger(points) || points < 1 || points > POINTS_MAX)
    throw new RangeError(`not a number of points: ${points}`);
}

function checkCredit({ points, costFen }: PointsCredit): void {
  checkPoints(points);
  if (!Number.isSafeInteger(costFen) || costFen < 0) throw new RangeError(`not a cost in fen: ${costFen}`);
}
