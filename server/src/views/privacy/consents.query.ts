import { CONSENT_PURPOSES } from '@siyu/shared/contracts/identity.limits';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { flag, int, type Latest, marks, type Numbers, readLatest } from './rows.ts';

const Row = z.object({
  purpose: z.enum(CONSENT_PURPOSES),
  textVersion: z.string(),
  textSha256: z.string(),
  channel: z.string(),
  isGranted: flag,
  decidedAt: int,
  total: int,
});

/** Every decision of the member, the latest first. */
export function readConsents(
  manager: EntityManager,
  numbers: Numbers,
  limit: number,
): Promise<Latest<z.infer<typeof Row>>> {
  return readLatest(
    manager,
    Row,
    `SELECT purpose, text_version AS textVersion, text_sha256 AS textSha256, channel, is_granted AS isGranted,
            decided_at AS decidedAt, COUNT(*) OVER () AS total
       FROM consents WHERE member_no IN (${marks(numbers)})
      ORDER BY decided_at DESC, consent_id DESC LIMIT ${limit}`,
    numbers,
  );
}
