import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { int, type Latest, marks, maybeInt, type Numbers, readLatest } from './rows.ts';

const Row = z.object({ openedAt: int, expiresAt: int, endedAt: maybeInt, total: int });

/** Sign-ins that have not been forgotten yet, the latest first. */
export function readSignIns(
  manager: EntityManager,
  numbers: Numbers,
  limit: number,
): Promise<Latest<z.infer<typeof Row>>> {
  return readLatest(
    manager,
    Row,
    `SELECT opened_at AS openedAt, expires_at AS expiresAt, revoked_at AS endedAt, COUNT(*) OVER () AS total
       FROM sessions WHERE member_no IN (${marks(numbers)}) AND audience = 'member'
      ORDER BY opened_at DESC, session_id DESC LIMIT ${limit}`,
    numbers,
  );
}
