import { NOTICE_STATES } from '@siyu/shared/contracts/notifications.limits';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { int, type Latest, marks, type Numbers, readLatest, readRows } from './rows.ts';

const Lines = z
  .string()
  .transform((text): unknown => JSON.parse(text))
  .pipe(z.array(z.string()));
const SentRow = z.object({
  kind: z.string(),
  said: Lines,
  state: z.enum(NOTICE_STATES),
  plannedAt: int,
  total: int,
});

/** Messages to the member, the latest first, as they read. */
export function readNotices(
  manager: EntityManager,
  numbers: Numbers,
  limit: number,
): Promise<Latest<z.infer<typeof SentRow>>> {
  return readLatest(
    manager,
    SentRow,
    `SELECT kind, said, state, planned_at AS plannedAt, COUNT(*) OVER () AS total
       FROM notices WHERE member_no IN (${marks(numbers)})
      ORDER BY planned_at DESC, notice_id DESC LIMIT ${limit}`,
    numbers,
  );
}

const WishRow = z.object({ kind: z.string(), title: z.string(), wishedAt: int });

/** What the member asked to be told of; there is a limit to how many. */
export function readWishes(
  manager: EntityManager,
  numbers: Numbers,
): Promise<readonly z.infer<typeof WishRow>[]> {
  return readRows(
    manager,
    WishRow,
    `SELECT kind, title, wished_at AS wishedAt FROM notice_wishes
      WHERE member_no IN (${marks(numbers)}) ORDER BY wished_at DESC, kind, subject`,
    numbers,
  );
}

const AllowedRow = z.object({ templateId: z.string(), messagesLeft: int });

/** How many messages of each template the member still allows. */
export function readAllowed(
  manager: EntityManager,
  numbers: Numbers,
): Promise<readonly z.infer<typeof AllowedRow>[]> {
  return readRows(
    manager,
    AllowedRow,
    `SELECT template_id AS templateId, messages_left AS messagesLeft FROM subscribe_balances
      WHERE member_no IN (${marks(numbers)}) ORDER BY template_id`,
    numbers,
  );
}
