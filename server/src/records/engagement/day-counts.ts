import { Injectable } from '@nestjs/common';
import { dayOfInstant, epochDay, type EpochDay } from '@siyu/shared/time';
import { Database } from '../../platform/database/index.ts';

/** What a member did on one day, by type. */
export interface DayCount {
  readonly day: EpochDay;
  readonly type: string;
  /** Events, and the sum of what they measured; those with a wrong clock included. */
  readonly count: number;
  readonly valueSum: number;
  /** The part of both whose phone had a wrong clock. */
  readonly suspectCount: number;
  readonly suspectValueSum: number;
  /** Epoch ms of the last of them. */
  readonly lastAt: number;
}

// Counts and instants come as numbers from both engines, so rows need no parsing: a walk over everybody reads
// tens of millions of them.
interface DayRow {
  readonly memberNo: number;
  readonly day: number;
  readonly type: string;
  readonly count: number;
  readonly valueSum: number;
  readonly lastAt: number;
}
interface EventRow {
  readonly memberNo: number;
  readonly type: string;
  readonly occurredAt: number;
  readonly value: number;
  readonly isClockSuspect: number;
}

/** Daily counts of whole histories, for readers of many members at once. */
@Injectable()
export class DayCounts {
  constructor(private readonly database: Database) {}

  /** From the rollups: everything that is known now. Members who never did anything are absent. */
  async known(memberNos: readonly number[]): Promise<ReadonlyMap<number, readonly DayCount[]>> {
    if (memberNos.length === 0) return new Map();
    const where = `WHERE member_no IN (${memberNos.map(() => '?').join(',')})`;
    const columns = 'member_no AS memberNo, day, type, count, value_sum AS valueSum';
    const { read } = this.database;
    const rows: DayRow[] = await read.query(
      `SELECT ${columns}, last_at AS lastAt FROM engagement_days ${where}`,
      [...memberNos],
    );
    const suspects: Omit<DayRow, 'lastAt'>[] = await read.query(
      `SELECT ${columns} FROM engagement_suspect_days ${where}`,
      [...memberNos],
    );
    const suspectOf = new Map(suspects.map((row) => [keyOf(row), row]));
    const counts = new Map<number, DayCount[]>();
    for (const row of rows) {
      const suspect = suspectOf.get(keyOf(row));
      listOf(counts, row.memberNo).push({
        day: epochDay(row.day),
        type: row.type,
        count: row.count,
        valueSum: row.valueSum,
        suspectCount: suspect?.count ?? 0,
        suspectValueSum: suspect?.valueSum ?? 0,
        lastAt: row.lastAt,
      });
    }
    return counts;
  }

  /**
   * From the log: what was known when the members' clocks stood at `seq`, counted as the rollups count. Only as
   * far back as the log is kept.
   */
  async knownAt(
    memberNos: readonly number[],
    seq: number,
  ): Promise<ReadonlyMap<number, readonly DayCount[]>> {
    if (memberNos.length === 0) return new Map();
    const events: EventRow[] = await this.database.read.query(
      `SELECT member_no AS memberNo, type, occurred_at AS occurredAt, COALESCE(value, 0) AS value,
         is_clock_suspect AS isClockSuspect
       FROM engagement_events WHERE member_no IN (${memberNos.map(() => '?').join(',')}) AND seq <= ?`,
      [...memberNos, seq],
    );
    const cells = new Map<string, { memberNo: number; count: DayCount }>();
    for (const { memberNo, type, occurredAt, value, isClockSuspect } of events) {
      const day = dayOfInstant(occurredAt);
      const key = keyOf({ memberNo, day, type });
      const before = cells.get(key)?.count;
      cells.set(key, {
        memberNo,
        count: {
          day,
          type,
          count: (before?.count ?? 0) + 1,
          valueSum: (before?.valueSum ?? 0) + value,
          suspectCount: (before?.suspectCount ?? 0) + isClockSuspect,
          suspectValueSum: (before?.suspectValueSum ?? 0) + (isClockSuspect === 1 ? value : 0),
          lastAt: Math.max(before?.lastAt ?? occurredAt, occurredAt),
        },
      });
    }
    const counts = new Map<number, DayCount[]>();
    for (const { memberNo, count } of cells.values()) listOf(counts, memberNo).push(count);
    return counts;
  }

  async areLogged(memberNos: readonly number[]): Promise<boolean> {
    if (memberNos.length === 0) return true;
    const among = `member_no IN (${memberNos.map(() => '?').join(',')})`;
    const rows: { counted: number | string; logged: number | string }[] = await this.database.read.query(
      `SELECT (SELECT COALESCE(SUM(count), 0) FROM engagement_days WHERE ${among}) AS counted,
         (SELECT COUNT(*) FROM engagement_events WHERE ${among}) AS logged`,
      [...memberNos, ...memberNos],
    );
    return rows.every(({ counted, logged }) => Number(counted) === Number(logged));
  }
}

function keyOf({ memberNo, day, type }: { memberNo: number; day: number; type: string }): string {
  return `${memberNo}:${day}:${type}`;
}

function listOf(counts: Map<number, DayCount[]>, memberNo: number): DayCount[] {
  const list = counts.get(memberNo) ?? [];
  counts.set(memberNo, list);
  return list;
}
