import { Injectable } from '@nestjs/common';
import { POINT_ACCOUNTS } from '@siyu/shared/contracts/points.limits';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { Clock } from '../../../platform/clock/index.ts';
import { Database, insertRows, type Transaction } from '../../../platform/database/index.ts';
import type { Lease } from '../../../platform/jobs/index.ts';
import { dayRows, type DaySum, daysOf, monthAfter, monthLines, monthOf, sealOf } from './closing-figures.ts';
import { PointsClosing, PointsClosingLine, PointsDay } from './points-closing.entity.ts';

const Next = z.array(z.object({ next: z.coerce.number().nullable() }));
const Sums = z.array(
  z.object({
    account: z.enum(POINT_ACCOUNTS),
    inPoints: z.coerce.number(),
    outPoints: z.coerce.number(),
    inFen: z.coerce.number(),
    outFen: z.coerce.number(),
  }),
);
const Months = z.array(z.object({ postings: z.coerce.number(), writtenOff: z.coerce.number().nullable() }));

type Work = (tx: Transaction) => Promise<void>;
type Write = (work: Work) => Promise<void>;

/** Movements of a business day by account. */
export async function sumDay(manager: EntityManager, businessOn: number): Promise<readonly DaySum[]> {
  const sums: unknown = await manager.query(
    `SELECT account,
            SUM(CASE WHEN points > 0 THEN points ELSE 0 END) AS inPoints,
            SUM(CASE WHEN points < 0 THEN -points ELSE 0 END) AS outPoints,
            SUM(CASE WHEN points > 0 THEN cost_fen ELSE 0 END) AS inFen,
            SUM(CASE WHEN points < 0 THEN -cost_fen ELSE 0 END) AS outFen
     FROM points_entries WHERE business_on = ? GROUP BY account`,
    [businessOn],
  );
  return Sums.parse(sums);
}

/** How many postings a month has, and what its reversals wrote off. */
export async function countMonth(
  manager: EntityManager,
  days: readonly [number, number],
): Promise<{ readonly postings: number; readonly writtenOffPoints: number }> {
  const rows: unknown = await manager.query(
    `SELECT COUNT(*) AS postings, SUM(written_off_points) AS writtenOff
     FROM points_postings WHERE business_on BETWEEN ? AND ?`,
    [...days],
  );
  const [row] = Months.parse(rows);
  return { postings: row?.postings ?? 0, writtenOffPoints: row?.writtenOff ?? 0 };
}

/**
 * Sums up the business days that are over, and closes the months that are. Nobody posts to such a day any more, so what
 * is written once stays true.
 */
@Injectable()
export class PointsClosings {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @param openOn the business day that is open */
  async run(openOn: number, lease: Lease | null): Promise<void> {
    const { read } = this.database;
    const write = (work: Work) =>
      this.database.runInTransaction(async (tx) => {
        await work(tx);
        await lease?.assertHeld(tx);
      });
    while (lease?.isEnding() !== true && (await this.#closeDay(openOn, read, write)));
    while (lease?.isEnding() !== true && (await this.#closeMonth(openOn, read, write)));
  }

  /** The same within the transaction that has written what is to be closed. */
  async runInside(tx: Transaction, openOn: number): Promise<void> {
    const write = (work: Work) => work(tx);
    while (await this.#closeDay(openOn, tx.manager, write));
    while (await this.#closeMonth(openOn, tx.manager, write));
  }

  /** @returns whether there was a day to sum up */
  async #closeDay(openOn: number, read: EntityManager, write: Write): Promise<boolean> {
    const last = await read.findOne(PointsDay, { where: {}, order: { businessOn: 'DESC' } });
    const found: unknown = await read.query(
      'SELECT MIN(business_on) AS next FROM points_entries WHERE business_on > ? AND business_on < ?',
      [last?.businessOn ?? 0, openOn],
    );
    const next = Next.parse(found)[0]?.next ?? null;
    if (next === null) return false;
    const before = last === null ? [] : await read.findBy(PointsDay, { businessOn: last.businessOn });
    const holdings = new Map(before.map((row) => [row.account, row]));
    const rows = dayRows(next, await sumDay(read, next), holdings);
    await write((tx) => insertRows(tx, PointsDay, rows));
    return true;
  }

  /** @returns whether there was a month to close */
  async #closeMonth(openOn: number, read: EntityManager, write: Write): Promise<boolean> {
    const last = await read.findOne(PointsClosing, { where: {}, order: { month: 'DESC' } });
    const first = await read.findOne(PointsDay, { where: {}, order: { businessOn: 'ASC' } });
    if (first === null) return false;
    const month = last === null ? monthOf(first.businessOn) : monthAfter(last.month);
    if (month >= monthOf(openOn)) return false;
    const range = daysOf(month);
    const days = await read
      .createQueryBuilder(PointsDay, 'day')
      .where('day.businessOn BETWEEN :from AND :to', { from: range[0], to: range[1] })
      .getMany();
    const before = last === null ? [] : await read.findBy(PointsClosingLine, { month: last.month });
    const lines = monthLines(month, days, before);
    const counted = { month, ...(await countMonth(read, range)) };
    const sha256 = sealOf(counted, lines, last?.sha256 ?? null);
    await write(async (tx) => {
      await insertRows(tx, PointsClosing, [{ ...counted, closedAt: this.clock.now(), sha256 }]);
      await insertRows(tx, PointsClosingLine, lines);
    });
    return true;
  }
}
