import { Injectable } from '@nestjs/common';
import type { RetentionRow, RetentionRows } from '@siyu/shared/contracts/retention';
import { dayOfInstant, formatDay } from '@siyu/shared/time';
import { Database } from '../../platform/database/index.ts';
import { RetentionMark } from './retention-mark.entity.ts';
import { RETENTION_TABLE, type RetentionLine } from './retention-table.ts';

/** The retention table as those read it who answer for it. */
@Injectable()
export class RetentionDesk {
  constructor(private readonly database: Database) {}

  async listRows(): Promise<RetentionRows> {
    const marks = await this.database.read.find(RetentionMark);
    const rows = RETENTION_TABLE.map((line) =>
      rowOf(
        line,
        marks.find((mark) => mark.line === line.code),
      ),
    );
    return { rows, total: rows.length, nextCursor: null };
  }
}

function rowOf({ code, end, keptMonths, tables }: RetentionLine, mark?: RetentionMark): RetentionRow {
  return {
    code,
    end,
    keptMonths,
    tables: [...tables],
    purge: mark === undefined ? null : purgeOf(mark),
  };
}

function purgeOf({
  cutAt,
  startedAt,
  finishedAt,
  removed,
  removedInAll,
}: RetentionMark): RetentionRow['purge'] {
  return {
    before: formatDay(dayOfInstant(cutAt)),
    startedAt: new Date(startedAt).toISOString(),
    finishedAt: finishedAt === null ? null : new Date(finishedAt).toISOString(),
    removed,
    removedInAll,
  };
}
