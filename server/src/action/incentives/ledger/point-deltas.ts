import type { PointAccount } from '@siyu/shared/contracts/points.limits';
import type { LotMove } from './lot-moves.ts';
import type { PointsBalance } from './points-balance.entity.ts';

type Counted = Exclude<keyof PointsBalance, 'memberNo'>;
/** What is added to a balance, with a minus where it is taken. */
export type BalanceDelta = Partial<Record<Counted, number>>;

const POINTS = {
  PENDING: 'pendingPoints',
  AVAILABLE: 'availablePoints',
  REDEEMED: 'redeemedPoints',
  EXPIRED: 'expiredPoints',
  REVERSED: 'reversedPoints',
} as const;
const FEN = {
  PENDING: 'pendingFen',
  AVAILABLE: 'availableFen',
  REDEEMED: 'redeemedFen',
  EXPIRED: 'expiredFen',
  REVERSED: 'reversedFen',
} as const;

/** What an account holds; what was issued stands in no column, since it is what all the others hold, with a minus. */
export function pointsIn(balance: PointsBalance, account: PointAccount): number {
  if (account !== 'ISSUANCE') return balance[POINTS[account]];
  return 0 - Object.values(POINTS).reduce((sum, column) => sum + balance[column], 0);
}

/** Adds up what movements do to a balance. */
export function addMoves(delta: BalanceDelta, moves: readonly LotMove[]): void {
  const add = (account: PointAccount, points: number, costFen: number): void => {
    if (account === 'ISSUANCE') return;
    delta[POINTS[account]] = (delta[POINTS[account]] ?? 0) + points;
    delta[FEN[account]] = (delta[FEN[account]] ?? 0) + costFen;
  };
  for (const { from, to, points, costFen } of moves) {
    add(from, -points, -costFen);
    add(to, points, costFen);
  }
}

/** A member with nothing yet. */
export const emptyBalance = (memberNo: number): PointsBalance => ({
  memberNo,
  postingNo: 0,
  entryNo: 0,
  lotNo: 0,
  pendingPoints: 0,
  availablePoints: 0,
  redeemedPoints: 0,
  expiredPoints: 0,
  reversedPoints: 0,
  pendingFen: 0,
  availableFen: 0,
  redeemedFen: 0,
  expiredFen: 0,
  reversedFen: 0,
});
