import type { PointAccount, PointPosting, PointSource } from '@siyu/shared/contracts/points.limits';
import type { LotMove } from './lot-moves.ts';
import { addMoves, type BalanceDelta, pointsIn } from './point-deltas.ts';
import type { PointsBalance } from './points-balance.entity.ts';
import type { PointsEntry, PointsPosting } from './points-posting.entity.ts';

/** A posting that is to be written: what moves, and what for. */
export interface PostingDraft {
  readonly memberNo: number;
  readonly kind: PointPosting;
  readonly sourceKind: PointSource;
  readonly sourceId: string;
  readonly moves: readonly LotMove[];
  /** Of a lot that is made by it. */
  readonly isNewLot?: boolean;
  readonly writtenOffPoints?: number;
  readonly reason?: string;
  readonly at: number;
}

const KEPT = ['PENDING', 'AVAILABLE', 'REDEEMED', 'EXPIRED', 'REVERSED'] as const;

/** Numbers the rows of one member and says what each account holds after them. */
export class MemberBook {
  readonly memberNo: number;
  readonly delta: BalanceDelta = {};
  readonly #holds: Map<PointAccount, number>;
  #postingNo: number;
  #entryNo: number;

  constructor(
    balance: PointsBalance,
    private readonly businessOn: number,
  ) {
    this.memberNo = balance.memberNo;
    this.#postingNo = balance.postingNo;
    this.#entryNo = balance.entryNo;
    const accounts: readonly PointAccount[] = ['ISSUANCE', ...KEPT];
    this.#holds = new Map(accounts.map((account) => [account, pointsIn(balance, account)]));
  }

  post({ moves, isNewLot = false, writtenOffPoints = 0, reason, ...named }: PostingDraft) {
    const { memberNo, businessOn } = this;
    this.#postingNo += 1;
    const postingNo = this.#postingNo;
    const entries = moves.flatMap(({ lotNo, from, to, points, costFen }) =>
      (
        [
          [from, -1],
          [to, 1],
        ] as const
      ).map(([account, sign]): PointsEntry => {
        const balanceAfter = this.holds(account) + sign * points;
        this.#holds.set(account, balanceAfter);
        this.#entryNo += 1;
        const moved = { points: sign * points, costFen: sign * costFen, balanceAfter };
        return { memberNo, entryNo: this.#entryNo, postingNo, lotNo, account, ...moved, businessOn };
      }),
    );
    addMoves(this.delta, moves);
    this.#count('postingNo', 1);
    this.#count('entryNo', entries.length);
    if (isNewLot) this.#count('lotNo', 1);
    const sum = (part: 'points' | 'costFen') => moves.reduce((total, move) => total + move[part], 0);
    const posting: PointsPosting = {
      ...named,
      postingNo,
      points: sum('points'),
      costFen: sum('costFen'),
      writtenOffPoints,
      availableAfter: this.holds('AVAILABLE'),
      pendingAfter: this.holds('PENDING'),
      reason: reason ?? null,
      businessOn,
    };
    return { posting, entries };
  }

  private holds(account: PointAccount): number {
    return this.#holds.get(account) ?? 0;
  }

  #count(counter: 'postingNo' | 'entryNo' | 'lotNo', by: number): void {
    this.delta[counter] = (this.delta[counter] ?? 0) + by;
  }
}
