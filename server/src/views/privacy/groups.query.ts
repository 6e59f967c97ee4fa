import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { int, type Latest, marks, type Numbers, readLatest } from './rows.ts';

const TimeRow = z.object({ name: z.string(), tiedAt: int, endedAt: int.nullable(), total: int });

/** Groups the member was in, the latest first. */
export function readGroupTimes(
  manager: EntityManager,
  numbers: Numbers,
  limit: number,
): Promise<Latest<z.infer<typeof TimeRow>>> {
  return readLatest(
    manager,
    TimeRow,
    `SELECT g.name, t.tied_at AS tiedAt, t.ended_at AS endedAt, COUNT(*) OVER () AS total
       FROM group_ties t JOIN community_groups g ON g.group_id = t.group_id
      WHERE t.member_no IN (${marks(numbers)})
      ORDER BY t.tied_at DESC, t.group_id LIMIT ${limit}`,
    numbers,
  );
}

const QuestionRow = z.object({
  name: z.string(),
  text: z.string(),
  askedAt: int,
  answer: z.string().nullable(),
  declinedReason: z.string().nullable(),
  total: int,
});

/** What the member asked in groups, the latest first, with what was answered. */
export function readGroupQuestions(
  manager: EntityManager,
  numbers: Numbers,
  limit: number,
): Promise<Latest<z.infer<typeof QuestionRow>>> {
  return readLatest(
    manager,
    QuestionRow,
    `SELECT g.name, q.text, q.asked_at AS askedAt, q.answer, q.declined_reason AS declinedReason,
            COUNT(*) OVER () AS total
       FROM group_questions q JOIN community_groups g ON g.group_id = q.group_id
      WHERE q.member_no IN (${marks(numbers)})
      ORDER BY q.asked_at DESC, q.question_id DESC LIMIT ${limit}`,
    numbers,
  );
}
