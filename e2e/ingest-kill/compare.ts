import { CLIENT_EVENT_TYPES } from '@siyu/shared/contracts/engagement.limits';
import { dayOfInstant } from '@siyu/shared/time';
import type { DatabaseView } from '../harness/index.ts';
import type { Acknowledged } from './reporters.ts';

/** Where the database differs from what the phones were promised. All empty: every promise kept, exactly once. */
interface Differences {
  /** Acknowledged and not in the log. */
  readonly lost: readonly string[];
  /** In the log more than once, or never reported. */
  readonly surplus: readonly string[];
  /** Daily counts that are not the sum of the acknowledged events: `account day type: counted, expected`. */
  readonly wrongCounts: readonly string[];
  /** Members whose clock, due row and facts disagree about how many transactions wrote. */
  readonly wrongClocks: readonly string[];
}

interface Sum {
  readonly count: number;
  readonly value: number;
}
interface ClockStand {
  readonly seq: number;
  readonly wanted: number;
  /** Highest seq of a fact. */
  readonly last: number;
  /** Different seqs of facts. */
  readonly ticks: number;
}
/** What was there before the phones began. */
export interface Stand {
  readonly eventIds: ReadonlySet<string>;
  /** By `account day type`. */
  readonly days: ReadonlyMap<string, Sum>;
  readonly clocks: ReadonlyMap<number, ClockStand>;
}
const NOTHING: Stand = { eventIds: new Set(), days: new Map(), clocks: new Map() };

const marks = CLIENT_EVENT_TYPES.map(() => '?').join(',');
const accountOf = (openid: unknown): string => String(openid).replace(/^osbx-/, '');

export async function standOf(database: DatabaseView): Promise<Stand> {
  return {
    eventIds: new Set((await loggedTimes(database)).keys()),
    days: await countedDays(database),
    clocks: await clocksOf(database),
  };
}

export async function compareWithDatabase(
  database: DatabaseView,
  acknowledged: ReadonlyMap<string, Acknowledged>,
  before: Stand = NOTHING,
): Promise<Differences> {
  const times = await loggedTimes(database);
  const isRightful = (id: string): boolean => acknowledged.has(id) || before.eventIds.has(id);
  return {
    lost: [...acknowledged.keys()].filter((eventId) => !times.has(eventId)),
    surplus: [...times].filter(([id, count]) => count !== 1 || !isRightful(id)).map(([id]) => id),
    wrongCounts: wrongCounts(await countedDays(database), acknowledged, before.days),
    wrongClocks: wrongClocks(await clocksOf(database), before.clocks),
  };
}

async function loggedTimes(database: DatabaseView): Promise<ReadonlyMap<string, number>> {
  const log = await database.query(
    `SELECT event_id, COUNT(*) AS times FROM engagement_events WHERE type IN (${marks}) GROUP BY event_id`,
    CLIENT_EVENT_TYPES,
  );
  return new Map(log.map((row) => [String(row['event_id']), Number(row['times'])]));
}

async function countedDays(database: DatabaseView): Promise<ReadonlyMap<string, Sum>> {
  const rows = await database.query(
    `SELECT i.external_id, d.day, d.type, d.count, d.value_sum FROM engagement_days d
       JOIN member_identities i ON i.member_no = d.member_no AND i.kind = 'wechat_openid'
      WHERE d.type IN (${marks})`,
    CLIENT_EVENT_TYPES,
  );
  return new Map(
    rows.map((row) => [
      `${accountOf(row['external_id'])} ${String(row['day'])} ${String(row['type'])}`,
      { count: Number(row['count']), value: Number(row['value_sum']) },
    ]),
  );
}

function wrongCounts(
  counted: ReadonlyMap<string, Sum>,
  acknowledged: ReadonlyMap<string, Acknowledged>,
  before: ReadonlyMap<string, Sum>,
): readonly string[] {
  const expected = new Map(before);
  for (const { account, event } of acknowledged.values()) {
    const key = `${account} ${dayOfInstant(Date.parse(event.occurredAt))} ${event.type}`;
    const sum = expected.get(key) ?? { count: 0, value: 0 };
    expected.set(key, { count: sum.count + 1, value: sum.value + (event.value ?? 0) });
  }
  const shown = (sum: Sum | undefined): string =>
    sum === undefined ? 'none' : `${sum.count} (${sum.value} s)`;
  return [...new Set([...expected.keys(), ...counted.keys()])]
    .filter((key) => shown(expected.get(key)) !== shown(counted.get(key)))
    .map((key) => `${key}: ${shown(counted.get(key))}, expected ${shown(expected.get(key))}`);
}

async function clocksOf(database: DatabaseView): Promise<ReadonlyMap<number, ClockStand>> {
  const rows = await database.query(
    `SELECT c.member_no, c.seq, d.wanted_seq, MAX(f.seq) AS last_seq, COUNT(DISTINCT f.seq) AS ticks
       FROM member_clocks c JOIN member_due d ON d.member_no = c.member_no
       LEFT JOIN (SELECT member_no, seq FROM engagement_events
                   UNION SELECT member_no, seq FROM transaction_facts WHERE member_no IS NOT NULL) f
         ON f.member_no = c.member_no
      GROUP BY c.member_no, c.seq, d.wanted_seq`,
  );
  const number = (value: unknown): number => Number(value ?? 0);
  return new Map(
    rows.map((row) => [
      number(row['member_no']),
      {
        seq: number(row['seq']),
        wanted: number(row['wanted_seq']),
        last: number(row['last_seq']),
        ticks: number(row['ticks']),
      },
    ]),
  );
}

/** Each transaction that wrote facts ticks the clock once, and every tick is found at a fact. */
function wrongClocks(
  clocks: ReadonlyMap<number, ClockStand>,
  before: ReadonlyMap<number, ClockStand>,
): readonly string[] {
  return [...clocks]
    .filter(([memberNo, { seq, wanted, last, ticks }]) => {
      const { seq: seqBefore, ticks: ticksBefore } = before.get(memberNo) ?? { seq: 0, ticks: 0 };
      if (seq === seqBefore) return ticks !== ticksBefore;
      return wanted !== seq || last !== seq || seq - seqBefore !== ticks - ticksBefore;
    })
    .map(
      ([memberNo, { seq, wanted, last, ticks }]) =>
        `${memberNo}: seq, wanted, last, ticks: ${[seq, wanted, last, ticks].join(', ')}`,
    );
}
