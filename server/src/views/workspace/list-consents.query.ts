import { CONSENT_PURPOSES } from '@siyu/shared/contracts/identity.limits';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';

const ConsentRecord = z.object({
  purpose: z.enum(CONSENT_PURPOSES),
  isGranted: z.coerce.number().transform((flag) => flag === 1),
  textVersion: z.string(),
  channel: z.string(),
  decidedAt: z.coerce.number().int(),
});
export type ConsentRecord = z.infer<typeof ConsentRecord>;

/** What a person has decided about which text, the latest first. */
export async function listConsents(
  manager: EntityManager,
  numbers: readonly number[],
  limit: number,
): Promise<readonly ConsentRecord[]> {
  const rows: unknown = await manager.query(
    `SELECT c.purpose AS purpose, c.is_granted AS isGranted, c.text_version AS textVersion, c.channel AS channel,
       c.decided_at AS decidedAt
     FROM consents c WHERE c.member_no IN (${numbers.map(() => '?').join(',')})
     ORDER BY c.decided_at DESC, c.consent_id DESC LIMIT ${limit}`,
    [...numbers],
  );
  return z.array(ConsentRecord).parse(rows);
}
