import type { GroupDay } from '@siyu/shared/contracts/communities-desk';
import { GROUP_ACTIVITY_DAYS } from '@siyu/shared/contracts/communities-desk.limits';
import { addDays, dayOfInstant, type EpochDay, formatDay, startOfDay } from '@siyu/shared/time';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';

export interface GroupActivity {
  /** Members who opened the app from the group. */
  readonly entries: number;
  readonly questions: number;
  readonly openQuestions: number;
  readonly joins: number;
  readonly leaves: number;
  readonly lastActiveAt: number | null;
}

const count = z.coerce.number().int();
const Entered = z.array(z.object({ id: z.string(), entries: count, lastAt: count.nullable() }));
const Asked = z.array(z.object({ id: z.string(), questions: count, open: count, lastAt: count.nullable() }));
const Moved = z.array(z.object({ id: z.string(), joins: count, leaves: count }));
const Moments = z.array(z.object({ moment: count }));

/** What happened in these groups since a moment: three statements for any number of them. */
export async function activityOf(
  manager: EntityManager,
  groupIds: readonly string[],
  since: number,
): Promise<(groupId: string) => GroupActivity> {
  const ask = (sql: string, values: readonly number[]): Promise<unknown> =>
    groupIds.length === 0
      ? Promise.resolve([])
      : manager.query(
          `${sql} WHERE g.group_id IN (${groupIds.map(() => '?').join(',')}) GROUP BY g.group_id`,
          [...values, ...groupIds],
        );
  const countSince = (column: string): string => `SUM(CASE WHEN g.${column} >= ? THEN 1 ELSE 0 END)`;
  const [entered, asked, moved] = await Promise.all([
    ask(
      `SELECT g.group_id AS id, COUNT(DISTINCT CASE WHEN g.entered_at >= ? THEN g.member_no END) AS entries,
              MAX(g.entered_at) AS lastAt FROM group_ties g`,
      [since],
    ),
    ask(
      `SELECT g.group_id AS id, ${countSince('asked_at')} AS questions,
              SUM(CASE WHEN g.state = 'OPEN' THEN 1 ELSE 0 END) AS open, MAX(g.asked_at) AS lastAt FROM group_questions g`,
      [since],
    ),
    ask(
      `SELECT g.group_id AS id, ${countSince('joined_at')} AS joins, ${countSince('left_at')} AS leaves FROM group_seats g`,
      [since, since],
    ),
  ]);
  const enteredBy = new Map(Entered.parse(entered).map((row) => [row.id, row]));
  const askedBy = new Map(Asked.parse(asked).map((row) => [row.id, row]));
  const movedBy = new Map(Moved.parse(moved).map((row) => [row.id, row]));
  return (groupId) => {
    const moments = [enteredBy.get(groupId)?.lastAt ?? null, askedBy.get(groupId)?.lastAt ?? null];
    const known = moments.flatMap((moment) => moment ?? []);
    return {
      entries: enteredBy.get(groupId)?.entries ?? 0,
      questions: askedBy.get(groupId)?.questions ?? 0,
      openQuestions: askedBy.get(groupId)?.open ?? 0,
      joins: movedBy.get(groupId)?.joins ?? 0,
      leaves: movedBy.get(groupId)?.leaves ?? 0,
      lastActiveAt: known.length === 0 ? null : Math.max(...known),
    };
  };
}

/** The first day of the window that ends with today. */
const firstDay = (now: number): EpochDay => addDays(dayOfInstant(now), 1 - GROUP_ACTIVITY_DAYS);

/** The first moment of the window: figures and chart are of the same days. */
export const windowStart = (now: number): number => startOfDay(firstDay(now));

/** Who came into one group and who left it, by the days of Shanghai, every day of the window. */
export async function daysOf(manager: EntityManager, groupId: string, now: number): Promise<GroupDay[]> {
  const countBy = async (column: 'joined_at' | 'left_at'): Promise<ReadonlyMap<number, number>> => {
    const rows: unknown = await manager.query(
      `SELECT s.${column} AS moment FROM group_seats s WHERE s.group_id = ? AND s.${column} >= ?`,
      [groupId, windowStart(now)],
    );
    const days = new Map<number, number>();
    for (const { moment } of Moments.parse(rows)) {
      const day = dayOfInstant(moment);
      days.set(day, (days.get(day) ?? 0) + 1);
    }
    return days;
  };
  const [joins, leaves] = await Promise.all([countBy('joined_at'), countBy('left_at')]);
  return Array.from({ length: GROUP_ACTIVITY_DAYS }, (_, place) => {
    const day = addDays(firstDay(now), place);
    return { day: formatDay(day), joins: joins.get(day) ?? 0, leaves: leaves.get(day) ?? 0 };
  });
}
