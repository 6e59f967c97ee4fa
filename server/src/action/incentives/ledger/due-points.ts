import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/index.ts';
import { Database, type Fragment, type Transaction } from '../../../platform/database/index.ts';
import { takeFrom } from './lot-moves.ts';
import type { PostingDraft } from './member-book.ts';
import { PointsBooks } from './points-books.ts';
import { PointsLot } from './points-lot.entity.ts';

/** Lots in one transaction. */
const LOTS_PER_STEP = 200;

/** What becomes due with time: pending points that become available, and available ones that expire. */
@Injectable()
export class DuePoints {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly books: PointsBooks,
  ) {}

  /** Makes available what was pending until a moment. @returns how many lots; none when nothing is due any more */
  async release(until: number): Promise<number> {
    const due = { sql: 'pending_until <= ?', values: [until] };
    return this.#step(due, 'pending_until', (tx, memberNos) => this.#release(tx, memberNos, due));
  }

  /** Lets expire what is no longer there on a business day. @returns how many lots */
  async expire(businessOn: number): Promise<number> {
    const due = { sql: 'lapses_on <= ?', values: [businessOn] };
    return this.#step(due, 'lapses_on', (tx, memberNos) => this.#expire(tx, memberNos, due, businessOn));
  }

  async #step(
    due: Fragment,
    order: 'pending_until' | 'lapses_on',
    work: (tx: Transaction, memberNos: readonly number[]) => Promise<number>,
  ): Promise<number> {
    const lots: readonly { readonly member_no: number }[] = await this.database.read.query(
      `SELECT member_no FROM points_lots WHERE ${due.sql} ORDER BY ${order}, member_no LIMIT ${LOTS_PER_STEP}`,
      [...due.values],
    );
    const memberNos = [...new Set(lots.map((lot) => lot.member_no))].sort((a, b) => a - b);
    if (memberNos.length === 0) return 0;
    return this.database.runInTransaction((tx) => work(tx, memberNos));
  }

  async #release(tx: Transaction, memberNos: readonly number[], due: Fragment): Promise<number> {
    const held = await this.books.hold(tx, memberNos);
    const lots = await this.books.listLotsBy(tx, memberNos, due);
    const changed: PointsLot[] = [];
    const drafts: PostingDraft[] = [];
    for (const each of lots) {
      const { memberNo, sourceKind, sourceId } = each;
      const { lot, move } = takeFrom(each, 'PENDING', each.pendingPoints, 'AVAILABLE');
      changed.push(lot);
      if (move === null) continue;
      const at = this.clock.now();
      drafts.push({ memberNo, kind: 'RELEASED', sourceKind, sourceId, moves: [move], at });
    }
    await this.books.write(tx, held, drafts, { changed });
    return lots.length;
  }

  /** One posting a member, whatever the lots that expire together. */
  async #expire(
    tx: Transaction,
    memberNos: readonly number[],
    due: Fragment,
    businessOn: number,
  ): Promise<number> {
    const held = await this.books.hold(tx, memberNos);
    const lots = await this.books.listLotsBy(tx, memberNos, due);
    const taken = lots.map((lot) => takeFrom(lot, 'AVAILABLE', lot.availablePoints, 'EXPIRED'));
    const drafts = memberNos.flatMap((memberNo): PostingDraft[] => {
      const moves = taken.flatMap(({ lot, move }) =>
        lot.memberNo === memberNo && move !== null ? [move] : [],
      );
      if (moves.length === 0) return [];
      // Points may come back into a lot whose day is over, and then expire on the same day once more.
      const sourceId = `${memberNo}-${businessOn}-${(held.get(memberNo)?.postingNo ?? 0) + 1}`;
      return [{ memberNo, kind: 'EXPIRED', sourceKind: 'EXPIRY', sourceId, moves, at: this.clock.now() }];
    });
    await this.books.write(tx, held, drafts, { changed: taken.map(({ lot }) => lot) });
    return lots.length;
  }
}
