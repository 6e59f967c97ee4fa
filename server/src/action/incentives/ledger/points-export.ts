import { Injectable, type OnModuleInit } from '@nestjs/common';
import { pointAccountNames } from '@siyu/shared/messages';
import { fen, formatYuan } from '@siyu/shared/money';
import { z } from 'zod';
import { type ExportKind, ExportKinds, type ExportPage } from '../../../foundation/exports/index.ts';
import { Database } from '../../../platform/database/index.ts';
import { type Principal, ValidationFailed } from '../../../platform/http/index.ts';
import { PointsClosing } from './points-closing.entity.ts';
import { PointsDesk } from './points-desk.ts';
import { POINTS_READERS } from './points.console.controller.ts';

/** No filters: all the months that are closed. */
const NoFilter = z.strictObject({});

/** Lets the closed months out as a file, a line for each account of a month. */
@Injectable()
export class PointsExport implements ExportKind, OnModuleInit {
  readonly name = 'pointsClosings';
  readonly roles = POINTS_READERS;

  constructor(
    private readonly database: Database,
    private readonly desk: PointsDesk,
    private readonly kinds: ExportKinds,
  ) {}

  onModuleInit(): void {
    this.kinds.register(this);
  }

  async count(_: Principal, query: Readonly<Record<string, string>>, max: number): Promise<number> {
    if (!NoFilter.safeParse(query).success)
      throw new ValidationFailed([{ path: 'query', message: 'not a filter of the list' }]);
    return Math.min(max, (await this.database.read.count(PointsClosing)) * LINES_PER_MONTH);
  }

  async page(
    _: Principal,
    __: Readonly<Record<string, string>>,
    after: string | null,
    limit: number,
  ): Promise<ExportPage> {
    const place = { limit: Math.floor(limit / LINES_PER_MONTH), ...(after !== null && { cursor: after }) };
    const { rows, nextCursor } = await this.desk.listClosings(place);
    return {
      rows: rows.flatMap(({ month, lines }) =>
        lines.map((line) => ({
          month,
          account: pointAccountNames[line.account],
          openingPoints: String(line.openingPoints),
          inPoints: String(line.inPoints),
          outPoints: String(line.outPoints),
          closingPoints: String(line.closingPoints),
          openingYuan: yuan(line.openingFen),
          inYuan: yuan(line.inFen),
          outYuan: yuan(line.outFen),
          closingYuan: yuan(line.closingFen),
        })),
      ),
      after: nextCursor,
    };
  }
}

const LINES_PER_MONTH = Object.keys(pointAccountNames).length;
const yuan = (amount: number): string => formatYuan(fen(amount));
