import type { PointAccount } from '@siyu/shared/contracts/points.limits';
import type { PointsLot } from './points-lot.entity.ts';

/** Points of one lot that go from one account of their member to another, with their share of what the lot cost. */
export interface LotMove {
  readonly lotNo: number;
  readonly from: PointAccount;
  readonly to: PointAccount;
  readonly points: number;
  readonly costFen: number;
}

/** The accounts out of which a lot can be emptied. */
type Pocket = 'PENDING' | 'AVAILABLE';

/** What part of a cost goes with part of the points: all of it with the last of them, so that not a fen is lost. */
function shareOf(costFen: number, points: number, of: number): number {
  return points === of ? costFen : Math.floor((costFen * points) / of);
}

/** Keeps the day on which a lot lapses as long as there is something to lapse. */
function settled(lot: PointsLot): PointsLot {
  const pendingUntil = lot.pendingPoints === 0 ? null : lot.pendingUntil;
  return { ...lot, pendingUntil, lapsesOn: lot.availablePoints === 0 ? null : lot.expiresOn };
}

/** Up to so many points out of a lot. @returns the lot after it, and the movement; none when there was nothing */
export function takeFrom(
  lot: PointsLot,
  pocket: Pocket,
  wanted: number,
  to: PointAccount,
): { readonly lot: PointsLot; readonly move: LotMove | null } {
  const isPending = pocket === 'PENDING';
  const there = isPending ? lot.pendingPoints : lot.availablePoints;
  const points = Math.min(wanted, there);
  if (points === 0) return { lot, move: null };
  const costFen = shareOf(isPending ? lot.pendingFen : lot.availableFen, points, there);
  const left = isPending
    ? { ...lot, pendingPoints: there - points, pendingFen: lot.pendingFen - costFen }
    : { ...lot, availablePoints: there - points, availableFen: lot.availableFen - costFen };
  const taken = to === 'AVAILABLE' ? putInto(left, points, costFen) : settled(left);
  return { lot: taken, move: { lotNo: lot.lotNo, from: pocket, to, points, costFen } };
}

/** Points that are available in a lot again. */
export function putInto(lot: PointsLot, points: number, costFen: number): PointsLot {
  return settled({
    ...lot,
    availablePoints: lot.availablePoints + points,
    availableFen: lot.availableFen + costFen,
  });
}

/** Which lots are used up first: those that expire first, of the same day the older one; those that stay come last. */
export function byFirstOut(a: PointsLot, b: PointsLot): number {
  const day = (lot: PointsLot): number => lot.expiresOn ?? Number.POSITIVE_INFINITY;
  return day(a) === day(b) ? a.lotNo - b.lotNo : day(a) - day(b);
}

/** Up to so many of the available points, out of the lots that go first. */
export function takeFirstOut(
  lots: readonly PointsLot[],
  wanted: number,
  to: PointAccount,
): { readonly lots: readonly PointsLot[]; readonly moves: readonly LotMove[]; readonly taken: number } {
  const changed: PointsLot[] = [];
  const moves: LotMove[] = [];
  let left = wanted;
  for (const each of [...lots].sort(byFirstOut)) {
    if (left === 0) break;
    const { lot, move } = takeFrom(each, 'AVAILABLE', left, to);
    if (move === null) continue;
    changed.push(lot);
    moves.push(move);
    left -= move.points;
  }
  return { lots: changed, moves, taken: wanted - left };
}
