import { POINT_ACCOUNTS, type PointAccount } from '@siyu/shared/contracts/points.limits';
import { pointsIn } from './point-deltas.ts';
import type { PointsBalance } from './points-balance.entity.ts';
import type { PointsLot } from './points-lot.entity.ts';
import type { PointsEntry, PointsPosting } from './points-posting.entity.ts';

interface Held {
  points: number;
  fen: number;
}
const nothing = (): Held => ({ points: 0, fen: 0 });

/** Counts one member's rows again, in the order of the entries, and says what is not as they say. */
export class MemberRecount {
  readonly lots = new Map<number, PointsLot>();
  readonly postings: PointsPosting[] = [];
  readonly entries: PointsEntry[] = [];
  readonly #accounts = new Map<PointAccount, Held>(POINT_ACCOUNTS.map((account) => [account, nothing()]));
  readonly #ofLots = new Map<string, Held>();

  constructor(private readonly balance: PointsBalance) {}

  firstDifference(): string | null {
    let at = 0;
    let day = 0;
    let writtenOff = 0;
    for (const [index, posting] of this.postings.entries()) {
      if (posting.postingNo !== index + 1) return `posting ${index + 1} is missing`;
      if (posting.businessOn < day)
        return `posting ${posting.postingNo} counts to an earlier day than the one before`;
      day = posting.businessOn;
      writtenOff += posting.writtenOffPoints;
      const from = at;
      while (this.entries[at]?.postingNo === posting.postingNo) at += 1;
      const difference = this.#replay(posting, this.entries.slice(from, at), from);
      if (difference !== null) return difference;
    }
    const rest = this.entries[at];
    if (rest !== undefined) return `entry ${rest.entryNo} belongs to no posting`;
    return this.#balanceDifference() ?? this.#lotDifference(writtenOff);
  }

  #replay(posting: PointsPosting, entries: readonly PointsEntry[], from: number): string | null {
    const sum = nothing();
    const moved = nothing();
    for (const [index, entry] of entries.entries()) {
      const { entryNo, account, points, costFen, lotNo } = entry;
      if (entryNo !== from + index + 1) return `entry ${from + index + 1} is missing`;
      if (entry.businessOn !== posting.businessOn)
        return `entry ${entryNo} counts to another day than its posting`;
      const held = this.#add(this.#accounts.get(account) ?? nothing(), entry);
      if (held.points !== entry.balanceAfter)
        return `entry ${entryNo} says ${entry.balanceAfter} are in ${account}, by the entries ${held.points}`;
      if (account !== 'ISSUANCE' && (held.points < 0 || held.fen < 0))
        return `entry ${entryNo} takes ${account} below nothing`;
      const key = `${lotNo}:${account}`;
      const inLot = this.#ofLots.get(key) ?? nothing();
      this.#ofLots.set(key, this.#add(inLot, entry));
      this.#add(sum, entry);
      if (points > 0) this.#add(moved, { points, costFen });
    }
    if (sum.points !== 0 || sum.fen !== 0)
      return `the entries of posting ${posting.postingNo} do not sum to nothing`;
    if (moved.points !== posting.points || moved.fen !== posting.costFen)
      return `posting ${posting.postingNo} says ${posting.points} points, by the entries ${moved.points}`;
    const after = [this.#held('AVAILABLE').points, this.#held('PENDING').points];
    if (after[0] !== posting.availableAfter || after[1] !== posting.pendingAfter)
      return `posting ${posting.postingNo} says another balance after it than its entries`;
    return null;
  }

  #balanceDifference(): string | null {
    const { balance } = this;
    // What was issued comes last: it is what the others hold, and a fault is named where it is.
    for (const account of [...POINT_ACCOUNTS].reverse()) {
      const { points, fen } = this.#held(account);
      if (pointsIn(balance, account) !== points)
        return `the balance says ${pointsIn(balance, account)} points in ${account}, by the entries ${points}`;
      const stored = fenIn(balance, account);
      if (stored !== fen) return `the balance says ${stored} fen in ${account}, by the entries ${fen}`;
    }
    const counted = [this.postings.length, this.entries.length, this.lots.size];
    return counted.join() === [balance.postingNo, balance.entryNo, balance.lotNo].join()
      ? null
      : 'the balance counts other rows than there are';
  }

  #lotDifference(writtenOff: number): string | null {
    let owed = 0;
    for (const [lotNo, lot] of this.lots) {
      owed += lot.writtenOffPoints;
      const of = (account: PointAccount): Held => this.#ofLots.get(`${lotNo}:${account}`) ?? nothing();
      const stored = [
        lot.issuedPoints,
        lot.issuedFen,
        lot.pendingPoints,
        lot.pendingFen,
        lot.availablePoints,
        lot.availableFen,
      ];
      const [issued, pending, available] = [of('ISSUANCE'), of('PENDING'), of('AVAILABLE')];
      const counted = [
        -issued.points,
        -issued.fen,
        pending.points,
        pending.fen,
        available.points,
        available.fen,
      ];
      if (stored.some((each, at) => each !== (counted[at] ?? 0) + 0))
        return `lot ${lotNo} holds ${lot.pendingPoints} and ${lot.availablePoints}, by the entries ${pending.points} and ${available.points}`;
      if (lot.lapsesOn !== (lot.availablePoints > 0 ? lot.expiresOn : null))
        return `lot ${lotNo} lapses on a wrong day`;
    }
    return owed === writtenOff
      ? null
      : `${owed} points are written off in the lots, by the postings ${writtenOff}`;
  }

  #held(account: PointAccount): Held {
    return this.#accounts.get(account) ?? nothing();
  }

  #add(held: Held, { points, costFen }: Pick<PointsEntry, 'points' | 'costFen'>): Held {
    held.points += points;
    held.fen += costFen;
    return held;
  }
}

function fenIn(balance: PointsBalance, account: PointAccount): number {
  const { pendingFen, availableFen, redeemedFen, expiredFen, reversedFen } = balance;
  const kept = {
    PENDING: pendingFen,
    AVAILABLE: availableFen,
    REDEEMED: redeemedFen,
    EXPIRED: expiredFen,
    REVERSED: reversedFen,
  };
  return account === 'ISSUANCE'
    ? 0 - (pendingFen + availableFen + redeemedFen + expiredFen + reversedFen)
    : kept[account];
}
