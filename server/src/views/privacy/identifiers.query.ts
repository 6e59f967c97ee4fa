import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { int, marks, type Numbers, readRows } from './rows.ts';

const Row = z.object({ kind: z.string(), externalId: z.string(), linkedAt: int });
/** Names of one person in other systems; nobody has more than a handful. */
const MOST = 50;

export function readIdentifiers(manager: EntityManager, numbers: Numbers): Promise<z.infer<typeof Row>[]> {
  return readRows(
    manager,
    Row,
    `SELECT kind, external_id AS externalId, linked_at AS linkedAt FROM member_identities
      WHERE member_no IN (${marks(numbers)}) ORDER BY linked_at, kind, external_id LIMIT ${MOST}`,
    numbers,
  );
}
