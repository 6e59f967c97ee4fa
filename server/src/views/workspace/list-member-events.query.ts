import { EVENT_SOURCES } from '@siyu/shared/contracts/engagement.limits';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';

const number = z.coerce.number().int();
const EventRecord = z.object({
  memberNo: number,
  eventId: z.string(),
  type: z.string(),
  occurredAt: number,
  recordedAt: number,
  source: z.enum(EVENT_SOURCES),
  lessonTitle: z.string().nullable(),
  value: number.nullable(),
  isClockSuspect: z.coerce.number().transform((flag) => flag === 1),
});
export type EventRecord = z.infer<typeof EventRecord>;
export interface EventPosition {
  readonly occurredAt: number;
  readonly eventId: string;
  readonly memberNo: number;
}

/** One page of a person's log, the latest first, with the lesson's title as members read it now. */
export async function listMemberEvents(
  manager: EntityManager,
  numbers: readonly number[],
  limit: number,
  after: EventPosition | null,
): Promise<readonly EventRecord[]> {
  const beyond =
    after === null
      ? { sql: '', values: [] }
      : {
          sql: `AND (e.occurred_at < ? OR (e.occurred_at = ? AND (e.event_id < ? OR (e.event_id = ? AND e.member_no < ?))))`,
          values: [after.occurredAt, after.occurredAt, after.eventId, after.eventId, after.memberNo],
        };
  const rows: unknown = await manager.query(
    `SELECT e.member_no AS memberNo, e.event_id AS eventId, e.type AS type, e.occurred_at AS occurredAt,
       e.recorded_at AS recordedAt, e.source AS source, v.title AS lessonTitle, e.value AS value,
       e.is_clock_suspect AS isClockSuspect
     FROM engagement_events e
     LEFT JOIN lessons l ON l.lesson_id = e.content_id
     LEFT JOIN lesson_versions v ON v.lesson_id = l.lesson_id AND v.version = COALESCE(l.published_version, l.latest_version)
     WHERE e.member_no IN (${numbers.map(() => '?').join(',')}) ${beyond.sql}
     ORDER BY e.occurred_at DESC, e.event_id DESC, e.member_no DESC LIMIT ${limit}`,
    [...numbers, ...beyond.values],
  );
  return z.array(EventRecord).parse(rows);
}
