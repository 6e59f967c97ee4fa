import type { EventSource } from '@siyu/shared/contracts/engagement.limits';
import { dayOfInstant } from '@siyu/shared/time';
import type { EntityManager } from 'typeorm';
import type { Engine } from '../../platform/database/index.ts';

/** A row of the log before the member's clock has given it its seq. */
export interface NewEvent {
  readonly memberNo: number;
  readonly eventId: string;
  readonly type: string;
  readonly occurredAt: number;
  readonly source: EventSource;
  readonly contentId: string | null;
  readonly productId?: string | null;
  readonly channelId?: string | null;
  readonly campaignId?: string | null;
  readonly sessionId?: string | null;
  readonly value: number | null;
  readonly schemaVersion: number;
  readonly isClockSuspect: boolean;
}

const keyOf = (event: Pick<NewEvent, 'memberNo' | 'eventId'>): string => `${event.memberNo}:${event.eventId}`;
const marks = (count: number): string => Array.from({ length: count }, () => '?').join(',');
const rowsOf = (rows: number, columns: number): string =>
  Array.from({ length: rows }, () => `(${marks(columns)})`).join(',');
/** Keeps a statement far below SQLite's 32,766 parameters. */
const CHUNK = 500;
function* chunks<T>(rows: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < rows.length; at += CHUNK) yield rows.slice(at, at + CHUNK);
}

/**
 * Those events that are not in the log yet, each id once. True only while the caller holds the clocks of the
 * members: nobody else can then write events of theirs. A transaction that has read before it took the clocks
 * may have an older snapshot and must read with a lock.
 */
export async function selectUnwritten(
  manager: EntityManager,
  events: readonly NewEvent[],
  lock: '' | ' FOR UPDATE' = '',
): Promise<readonly NewEvent[]> {
  const unique = [...new Map(events.map((event) => [keyOf(event), event])).values()];
  const written = new Set<string>();
  for (const chunk of chunks(unique)) {
    const ids = new Map<number, string[]>();
    for (const { memberNo, eventId } of chunk) ids.set(memberNo, [...(ids.get(memberNo) ?? []), eventId]);
    const clauses = [...ids.values()].map(
      (each) => `(member_no = ? AND event_id IN (${marks(each.length)}))`,
    );
    const rows: { memberNo: number; eventId: string }[] = await manager.query(
      `SELECT member_no AS memberNo, event_id AS eventId FROM engagement_events WHERE ${clauses.join(' OR ')}${lock}`,
      [...ids].flatMap(([memberNo, each]) => [memberNo, ...each]),
    );
    for (const row of rows) written.add(keyOf(row));
  }
  return unique.filter((event) => !written.has(keyOf(event)));
}

/** Appends to the log. The unique key still stands guard: an id that is there fails the transaction. */
export async function insertEvents(
  manager: EntityManager,
  events: readonly NewEvent[],
  seqs: ReadonlyMap<number, number>,
  recordedAt: number,
): Promise<void> {
  for (const chunk of chunks(events)) {
    await manager.query(
      `INSERT INTO engagement_events (member_no, event_id, type, occurred_at, recorded_at, source, content_id, product_id, channel_id, campaign_id, session_id, value, schema_version, is_clock_suspect, seq) VALUES ${rowsOf(chunk.length, 15)}`,
      chunk.flatMap((event) => [
        event.memberNo,
        event.eventId,
        event.type,
        event.occurredAt,
        recordedAt,
        event.source,
        event.contentId,
        event.productId ?? null,
        event.channelId ?? null,
        event.campaignId ?? null,
        event.sessionId ?? null,
        event.value,
        event.schemaVersion,
        event.isClockSuspect ? 1 : 0,
        seqs.get(event.memberNo) ?? 0,
      ]),
    );
  }
}

// What a second count does to a row that is there, in the words of each engine.
const ADD: Record<Engine, string> = {
  sqlite:
    'ON CONFLICT (member_no, day, type) DO UPDATE SET count = count + excluded.count, value_sum = value_sum + excluded.value_sum',
  mysql: 'ON DUPLICATE KEY UPDATE count = count + VALUES(count), value_sum = value_sum + VALUES(value_sum)',
};
const ADD_AND_LAST: Record<Engine, string> = {
  sqlite: `${ADD.sqlite}, last_at = max(last_at, excluded.last_at)`,
  mysql: `${ADD.mysql}, last_at = GREATEST(last_at, VALUES(last_at))`,
};

/** Adds events to the daily counts; to be called with events that were really appended. */
export async function addToDays(
  manager: EntityManager,
  engine: Engine,
  events: readonly NewEvent[],
): Promise<void> {
  for (const chunk of chunks(countedByDay(events))) {
    await manager.query(
      `INSERT INTO engagement_days (member_no, day, type, count, value_sum, last_at) VALUES ${rowsOf(chunk.length, 6)} ${ADD_AND_LAST[engine]}`,
      chunk.flatMap((row) => [row.memberNo, row.day, row.type, row.count, row.value, row.at]),
    );
  }
  for (const chunk of chunks(countedByDay(events.filter((event) => event.isClockSuspect)))) {
    await manager.query(
      `INSERT INTO engagement_suspect_days (member_no, day, type, count, value_sum) VALUES ${rowsOf(chunk.length, 5)} ${ADD[engine]}`,
      chunk.flatMap((row) => [row.memberNo, row.day, row.type, row.count, row.value]),
    );
  }
}

interface CountedDay {
  readonly memberNo: number;
  readonly day: number;
  readonly type: string;
  readonly count: number;
  readonly value: number;
  readonly at: number;
}

/** Always in the order of the key, so that two writers never wait for each other in a ring. */
function countedByDay(events: readonly NewEvent[]): readonly CountedDay[] {
  const days = new Map<string, CountedDay>();
  for (const { memberNo, type, occurredAt, value } of events) {
    const day = dayOfInstant(occurredAt);
    const key = `${memberNo}:${day}:${type}`;
    const row = days.get(key) ?? { memberNo, day, type, count: 0, value: 0, at: occurredAt };
    days.set(key, {
      ...row,
      count: row.count + 1,
      value: row.value + (value ?? 0),
      at: Math.max(row.at, occurredAt),
    });
  }
  return [...days.values()].sort(
    (one, other) => one.memberNo - other.memberNo || one.day - other.day || (one.type < other.type ? -1 : 1),
  );
}
