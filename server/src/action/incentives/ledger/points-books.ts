import { Injectable } from '@nestjs/common';
import {
  among,
  Database,
  type Fragment,
  insertRows,
  selectRows,
  type Transaction,
  upsertRows,
} from '../../../platform/database/index.ts';
import { MemberBook, type PostingDraft } from './member-book.ts';
import { emptyBalance } from './point-deltas.ts';
import { PointsBalance } from './points-balance.entity.ts';
import { PointsDays } from './points-days.ts';
import { PointsLot } from './points-lot.entity.ts';
import { PointsEntry, PointsPosting } from './points-posting.entity.ts';

/**
 * Writes postings with both sides of each movement, and the balance they make, in one go. Whoever writes holds the
 * members first, so that the numbers of the rows follow each other without a gap.
 */
@Injectable()
export class PointsBooks {
  constructor(
    protected readonly database: Database,
    private readonly days: PointsDays,
  ) {}

  /** Balances of members, which nobody else changes before the transaction has ended; who has none is left out. */
  async hold(tx: Transaction, memberNos: readonly number[]): Promise<ReadonlyMap<number, PointsBalance>> {
    if (memberNos.length === 0) return new Map();
    const { sql, values } = among('member_no', memberNos);
    const where = { sql: `${sql} ORDER BY member_no${this.#lock}`, values };
    const rows = await selectRows(tx.manager, PointsBalance, where);
    return new Map(rows.map((row) => [row.memberNo, row]));
  }

  /** The same, after those who have none yet have got an empty one. */
  async open(tx: Transaction, memberNos: readonly number[]): Promise<ReadonlyMap<number, PointsBalance>> {
    const sorted = [...new Set(memberNos)].sort((a, b) => a - b);
    await upsertRows(tx, PointsBalance, sorted.map(emptyBalance), ['memberNo']);
    return this.hold(tx, sorted);
  }

  /** Lots of a member who is held, of which something is there; those with pending points only where asked for. */
  async listLots(tx: Transaction, memberNo: number, isPendingWanted = false): Promise<readonly PointsLot[]> {
    const there = isPendingWanted ? '(available_points > 0 OR pending_points > 0)' : 'available_points > 0';
    const where = { sql: `member_no = ? AND ${there}${this.#lock}`, values: [memberNo] };
    return selectRows(tx.manager, PointsLot, where);
  }

  /** Lots of members who are held, by a condition over the columns of the table. */
  listLotsBy(
    tx: Transaction,
    memberNos: readonly number[],
    condition: Fragment,
  ): Promise<readonly PointsLot[]> {
    const members = among('member_no', memberNos);
    const sql = `${members.sql} AND ${condition.sql} ORDER BY member_no, lot_no${this.#lock}`;
    return selectRows(tx.manager, PointsLot, { sql, values: [...members.values, ...condition.values] });
  }

  /** Lots of a member who is held, by number. */
  async findLots(
    tx: Transaction,
    memberNo: number,
    lotNos: readonly number[],
  ): Promise<readonly PointsLot[]> {
    const { sql, values } = among('lot_no', lotNos);
    const where = { sql: `member_no = ? AND ${sql}${this.#lock}`, values: [memberNo, ...values] };
    return selectRows(tx.manager, PointsLot, where);
  }

  /**
   * @param held the balances as they were held
   * @param lots those that are new, and those that are changed, as they are after it
   * @throws when a balance would fall below nothing: nothing of it is written then
   */
  async write(
    tx: Transaction,
    held: ReadonlyMap<number, PointsBalance>,
    drafts: readonly PostingDraft[],
    lots: { readonly opened?: readonly PointsLot[]; readonly changed?: readonly PointsLot[] },
  ): Promise<void> {
    const businessOn = await this.days.hold(tx);
    const postings: PointsPosting[] = [];
    const entries: PointsEntry[] = [];
    const books = new Map<number, MemberBook>();
    for (const draft of drafts) {
      const balance = held.get(draft.memberNo);
      if (balance === undefined) throw new Error(`member ${draft.memberNo} is not held`);
      const book = books.get(draft.memberNo) ?? new MemberBook(balance, businessOn);
      books.set(draft.memberNo, book);
      const written = book.post(draft);
      postings.push(written.posting);
      entries.push(...written.entries);
    }
    await this.#add(tx, [...books.values()]);
    await insertRows(tx, PointsPosting, postings);
    await insertRows(tx, PointsEntry, entries);
    await insertRows(tx, PointsLot, lots.opened ?? []);
    await upsertRows(tx, PointsLot, lots.changed ?? [], LOT_CHANGES);
  }

  /** One statement where nothing is taken, else one a member that takes nothing which is not there. */
  async #add(tx: Transaction, books: readonly MemberBook[]): Promise<void> {
    if (books.every(({ delta }) => Object.values(delta).every((each) => each >= 0))) {
      const rows = books.map(({ memberNo, delta }) => ({ ...emptyBalance(memberNo), ...delta }));
      return insertRows(tx, PointsBalance, rows, this.#adding(tx));
    }
    for (const { memberNo, delta } of books) {
      const { columns } = tx.manager.connection.getMetadata(PointsBalance);
      const changes = Object.entries(delta).flatMap(([property, by]) => {
        const column = columns.find(({ propertyName }) => propertyName === property);
        return column === undefined || by === 0 ? [] : [[property, column.databaseName, by] as const];
      });
      const sets = Object.fromEntries(
        changes.map(([property, name, by]) => [property, () => `${name} + (${by})`]),
      );
      const enough = changes.filter(([, , by]) => by < 0).map(([, name, by]) => `${name} + (${by}) >= 0`);
      const { affected } = await tx.manager
        .createQueryBuilder()
        .update(PointsBalance)
        .set(sets)
        .where(['member_no = :memberNo', ...enough].join(' AND '), { memberNo })
        .execute();
      if (affected !== 1) throw new Error(`the points of member ${memberNo} would fall below nothing`);
    }
  }

  #adding(tx: Transaction): string {
    const { columns } = tx.manager.connection.getMetadata(PointsBalance);
    const isSqlite = this.database.engine === 'sqlite';
    const sets = columns
      .filter(({ isPrimary }) => !isPrimary)
      .map(
        ({ databaseName: name }) =>
          `${name} = ${name} + ${isSqlite ? `excluded.${name}` : `VALUES(${name})`}`,
      );
    const onConflict = isSqlite ? 'ON CONFLICT (member_no) DO UPDATE SET' : 'ON DUPLICATE KEY UPDATE';
    return `${onConflict} ${sets.join(', ')}`;
  }

  /** A transaction may have looked at the database before it held the member: its later reads want what is true now. */
  get #lock(): '' | ' FOR UPDATE' {
    return this.database.engine === 'mysql' ? ' FOR UPDATE' : '';
  }
}

const LOT_CHANGES = [
  'pendingPoints',
  'pendingFen',
  'availablePoints',
  'availableFen',
  'writtenOffPoints',
  'pendingUntil',
  'lapsesOn',
];
