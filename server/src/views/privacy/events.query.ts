import { EVENT_SOURCES } from '@siyu/shared/contracts/engagement.limits';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { int, type Latest, marks, maybeInt, type Numbers, readLatest } from './rows.ts';

const Row = z.object({
  eventId: z.string(),
  type: z.string(),
  occurredAt: int,
  recordedAt: int,
  source: z.enum(EVENT_SOURCES),
  about: z.string().nullable(),
  value: maybeInt,
  total: int,
});

/** Where the entries go on: moment and id of the last one. */
export type EventPlace = readonly [occurredAt: number, eventId: string];

/**
 * Single entries of the log, the latest first, each with the title of the lesson it is about.
 * @param after the total is that of the entries after it
 */
export function readEvents(
  manager: EntityManager,
  numbers: Numbers,
  limit: number,
  after: EventPlace | null = null,
): Promise<Latest<z.infer<typeof Row>>> {
  const beyond = after === null ? '' : 'AND (occurred_at < ? OR (occurred_at = ? AND event_id < ?))';
  return readLatest(
    manager,
    Row,
    `SELECT e.event_id AS eventId, e.type AS type, e.occurred_at AS occurredAt, e.recorded_at AS recordedAt, e.source AS source,
            v.title AS about, e.value AS value, e.total AS total
       FROM (SELECT member_no, event_id, type, occurred_at, recorded_at, source, content_id, value,
                    COUNT(*) OVER () AS total
               FROM engagement_events WHERE member_no IN (${marks(numbers)}) ${beyond}
              ORDER BY occurred_at DESC, event_id DESC LIMIT ${limit}) e
       LEFT JOIN lessons l ON l.lesson_id = e.content_id
       LEFT JOIN lesson_versions v ON v.lesson_id = l.lesson_id
             AND v.version = COALESCE(l.published_version, l.latest_version)
      ORDER BY e.occurred_at DESC, e.event_id DESC`,
    after === null ? numbers : [...numbers, after[0], after[0], after[1]],
  );
}
