import type { EntityManager } from 'typeorm';
import { z } from 'zod';

const count = z.coerce.number().int();
const Records = z.object({ events: count, transactions: count, lessons: count });

/** How many records stand under these numbers; every lesson once, however many of them finished it. */
export async function countRecords(
  manager: EntityManager,
  memberNos: readonly number[],
): Promise<z.infer<typeof Records>> {
  const among = `IN (${memberNos.map(() => '?').join(',')})`;
  const rows: unknown = await manager.query(
    `SELECT (SELECT COUNT(*) FROM engagement_events e WHERE e.member_no ${among}) AS events,
       (SELECT COUNT(*) FROM core_accounts c JOIN transaction_facts t ON t.account_no = c.account_no
         WHERE c.member_no ${among}) AS transactions,
       (SELECT COUNT(DISTINCT l.lesson_id) FROM lesson_completions l WHERE l.member_no ${among}) AS lessons`,
    [...memberNos, ...memberNos, ...memberNos],
  );
  return z.array(Records).length(1).parse(rows)[0] ?? { events: 0, transactions: 0, lessons: 0 };
}
