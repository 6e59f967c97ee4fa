import type { Given } from '@siyu/shared/contracts/backtests';
import { dayOfInstant, type EpochDay, startOfDay } from '@siyu/shared/time';
import type { EntityManager } from 'typeorm';
import type { ReplayWindow } from './decide-person.ts';

/** What a rule really gave on one day of Shanghai. */
export interface GivenOnDay extends Given {
  readonly ruleNo: number;
  readonly day: EpochDay;
}

const DAY_MS = 86_400_000;
/**
 * What was refused by the guard, or for want of budget or stock, was never given; what a person refused or took back later
 * was, as it is in a replay. Days are counted from the first one of the window: no engine is asked for a time zone.
 */
const BY_DAY = `SELECT rule_no AS ruleNo, nth, COUNT(*) AS awards, SUM(points) AS points, SUM(value_fen) AS valueFen
  FROM (SELECT rule_no, points, value_fen, ((given_at - ?) - (given_at - ?) % ${DAY_MS}) / ${DAY_MS} AS nth FROM awards
    WHERE given_at >= ? AND given_at < ? AND (state <> 'REFUSED' OR refusal = 'PERSON')) a
  GROUP BY rule_no, nth ORDER BY rule_no, nth`;

/** What every rule really gave, by the days on which it was given. */
export async function realAwards(
  manager: EntityManager,
  { from, until }: ReplayWindow,
): Promise<readonly GivenOnDay[]> {
  const first = startOfDay(dayOfInstant(from));
  const rows: readonly Record<keyof Given | 'ruleNo' | 'nth', number | string>[] = await manager.query(
    BY_DAY,
    [first, first, from, until],
  );
  return rows.map(({ ruleNo, nth, awards, points, valueFen }) => ({
    ruleNo: Number(ruleNo),
    day: dayOfInstant(first + Number(nth) * DAY_MS),
    awards: Number(awards),
    points: Number(points),
    valueFen: Number(valueFen),
  }));
}
