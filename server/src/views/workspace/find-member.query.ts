import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { HAS_AN_ACCOUNT, MEMBER_COLUMNS, MEMBER_TABLES, MemberRecord } from './member-record.ts';
import type { Condition } from './member-scope.ts';

/** The member, or null: one outside the caller's scope looks like one that does not exist. */
export async function findMember(
  manager: EntityManager,
  { sql, values }: Condition,
  memberId: string,
): Promise<MemberRecord | null> {
  const rows: unknown = await manager.query(
    `SELECT ${MEMBER_COLUMNS}, 0 AS sortKey FROM ${MEMBER_TABLES} WHERE ${sql} AND ${HAS_AN_ACCOUNT} AND m.member_id = ?`,
    [...values, memberId],
  );
  return z.array(MemberRecord).parse(rows)[0] ?? null;
}
