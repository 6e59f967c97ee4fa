import { CLIENT_EVENT_TYPES } from '@siyu/shared/contracts/engagement.limits';
import { dayOfInstant } from '@siyu/shared/time';
import type { DatabaseView } from '../harness/index.ts';
import type { Acknowledged } from './reporters.ts';

/** Where the database differs from what the phones were promised. All empty: every promise kept, exactly once. */
export interface Differences {
  /** Acknowledged and not in the log. */
  readonly lost: readonly string[];
  /** In the log more than once, or never reported. */
  readonly surplus: readonly string[];
  /** Daily counts that are not the sum of the acknowledged events: `account day type: counted, expected`. */
  readonly wrongCounts: readonly string[];
  /** Members whose clock, due row and log disagree about how many transactions wrote. */
  readonly wrongClocks: readonly string[];
}

const marks = CLIENT_EVENT_TYPES.map(() => '?').join(',');
const accountOf = (openid: unknown): string => String(openid).replace(/^osbx-/, '');

export async function compareWithDatabase(
  database: DatabaseView,
  acknowledged: ReadonlyMap<string, Acknowledged>,
): Promise<Differences> {
  const log = await database.query(
    `SELECT event_id, COUNT(*) AS times FROM engagement_events WHERE type IN (${marks}) GROUP BY event_id`,
    CLIENT_EVENT_TYPES,
  );
  const times = new Map(log.map((row) => [String(row['event_id']), Number(row['times'])]));
  return {
    lost: [...acknowledged.keys()].filter((eventId) => !times.has(eventId)),
    surplus: [...times].filter(([id, count]) => count !== 1 || !acknowledged.has(id)).map(([id]) => id),
    wrongCounts: await wrongCounts(database, acknowledged),
    wrongClocks: await wrongClocks(database),
  };
}

async function wrongCounts(
  database: DatabaseView,
  acknowledged: ReadonlyMap<string, Acknowledged>,
): Promise<readonly string[]> {
  const expected = new Map<string, { count: number; value: number }>();
  for (const { account, event } of acknowledged.values()) {
    const key = `${account} ${dayOfInstant(Date.parse(event.occurredAt))} ${event.type}`;
    const sum = expected.get(key) ?? { count: 0, value: 0 };
    expected.set(key, { count: sum.count + 1, value: sum.value + (event.value ?? 0) });
  }
  const rows = await database.query(
    `SELECT i.external_id, d.day, d.type, d.count, d.value_sum FROM engagement_days d
       JOIN member_identities i ON i.member_no = d.member_no AND i.kind = 'wechat_openid'
      WHERE d.type IN (${marks})`,
    CLIENT_EVENT_TYPES,
  );
  const counted = new Map(
    rows.map((row) => [
      `${accountOf(row['external_id'])} ${String(row['day'])} ${String(row['type'])}`,
      { count: Number(row['count']), value: Number(row['value_sum']) },
    ]),
  );
  const shown = (sum: { count: number; value: number } | undefined): string =>
    sum === undefined ? 'none' : `${sum.count} (${sum.value} s)`;
  return [...new Set([...expected.keys(), ...counted.keys()])]
    .filter((key) => shown(expected.get(key)) !== shown(counted.get(key)))
    .map((key) => `${key}: ${shown(counted.get(key))}, expected ${shown(expected.get(key))}`);
}

/** Each transaction that wrote events ticks the clock once, and every tick is found in the log. */
async function wrongClocks(database: DatabaseView): Promise<readonly string[]> {
  const rows = await database.query(
    `SELECT c.member_no, c.seq, d.wanted_seq, MAX(e.seq) AS last_seq, COUNT(DISTINCT e.seq) AS ticks
       FROM member_clocks c JOIN member_due d ON d.member_no = c.member_no
       LEFT JOIN engagement_events e ON e.member_no = c.member_no
      GROUP BY c.member_no, c.seq, d.wanted_seq`,
  );
  return rows
    .map((row) => ['seq', 'wanted_seq', 'last_seq', 'ticks'].map((name) => Number(row[name] ?? 0)))
    .filter((figures) => new Set(figures).size !== 1)
    .map((figures) => `seq, wanted, last, ticks: ${figures.join(', ')}`);
}
