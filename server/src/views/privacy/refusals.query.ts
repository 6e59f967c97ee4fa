import { CONCLUSIONS } from '@siyu/shared/contracts/identity.limits';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { flag, int, type Latest, marks, type Numbers, readLatest } from './rows.ts';

const Row = z.object({ conclusion: z.enum(CONCLUSIONS), isRefused: flag, decidedAt: int, total: int });

/** Every decision of the member about a conclusion, the latest first. */
export function readRefusals(
  manager: EntityManager,
  numbers: Numbers,
  limit: number,
): Promise<Latest<z.infer<typeof Row>>> {
  return readLatest(
    manager,
    Row,
    `SELECT conclusion, is_refused AS isRefused, decided_at AS decidedAt, COUNT(*) OVER () AS total
       FROM conclusion_decisions WHERE member_no IN (${marks(numbers)})
      ORDER BY decided_at DESC, seq DESC, conclusion LIMIT ${limit}`,
    numbers,
  );
}
