import { Injectable } from '@nestjs/common';
import type { PointsClosingRow, PointsClosingRows, PointsTotals } from '@siyu/shared/contracts/points';
import { POINT_ACCOUNTS } from '@siyu/shared/contracts/points.limits';
import { fen } from '@siyu/shared/money';
import { epochDay, formatDay } from '@siyu/shared/time';
import { In } from 'typeorm';
import { z } from 'zod';
import { Database } from '../../../platform/database/index.ts';
import { decodeCursor, encodeCursor } from '../../../platform/http/index.ts';
import { PointsClosing, PointsClosingLine, PointsDay } from './points-closing.entity.ts';
import { PointsDays } from './points-days.ts';

const Position = z.tuple([z.string()]);
/** Days of the curve; each has a row for every account. */
const DAYS_SHOWN = 60;

/** The ledger as those see it who answer for it: what is owed to members, and the months that are closed. */
@Injectable()
export class PointsDesk {
  constructor(
    private readonly database: Database,
    private readonly days: PointsDays,
  ) {}

  async getTotals(): Promise<PointsTotals> {
    const open = await this.days.look();
    const rows = await this.database.read.find(PointsDay, {
      where: { account: In(['PENDING', 'AVAILABLE']) },
      order: { businessOn: 'DESC' },
      take: 2 * DAYS_SHOWN,
    });
    const days = [...new Set(rows.map(({ businessOn }) => businessOn))]
      .sort((a, b) => a - b)
      .map((day) => {
        const own = rows.filter(({ businessOn }) => businessOn === day);
        const points = own.reduce((sum, row) => sum + row.closingPoints, 0);
        return { on: dayText(day), points, fen: fen(own.reduce((sum, row) => sum + row.closingFen, 0)) };
      });
    const waitingOn = open?.waitingOn ?? null;
    return {
      businessOn: open === null ? null : dayText(open.businessOn),
      waitingOn: waitingOn === null ? null : dayText(waitingOn),
      outstanding: days.at(-1) ?? null,
      days,
    };
  }

  /** The latest month first. */
  async listClosings(page: {
    readonly limit: number;
    readonly cursor?: string | undefined;
  }): Promise<PointsClosingRows> {
    const { read } = this.database;
    const total = await read.count(PointsClosing);
    const after = decodeCursor(page.cursor, Position);
    const matching = read.createQueryBuilder(PointsClosing, 'closing');
    if (after !== null) matching.where('closing.month < :month', { month: after[0] });
    const found = await matching
      .orderBy('closing.month', 'DESC')
      .limit(page.limit + 1)
      .getMany();
    const shown = found.slice(0, page.limit);
    const lines = await read.findBy(PointsClosingLine, { month: In(shown.map(({ month }) => month)) });
    const last = found.length > page.limit ? shown.at(-1) : undefined;
    return {
      rows: shown.map((closing) => rowOf(closing, lines)),
      total,
      nextCursor: last === undefined ? null : encodeCursor([last.month]),
    };
  }
}

const dayText = (day: number): string => formatDay(epochDay(day));

function rowOf(
  { month, closedAt, postings, writtenOffPoints, sha256 }: PointsClosing,
  all: readonly PointsClosingLine[],
): PointsClosingRow {
  const lines = POINT_ACCOUNTS.flatMap((account) =>
    all.filter((line) => line.month === month && line.account === account),
  );
  const owed = lines.filter(({ account }) => account === 'PENDING' || account === 'AVAILABLE');
  return {
    month,
    closedAt: new Date(closedAt).toISOString(),
    postings,
    writtenOffPoints,
    outstandingPoints: owed.reduce((sum, line) => sum + line.closingPoints, 0),
    outstandingFen: owed.reduce((sum, line) => sum + line.closingFen, 0),
    sha256,
    lines: lines.map(({ month: _, ...figures }) => figures),
  };
}
