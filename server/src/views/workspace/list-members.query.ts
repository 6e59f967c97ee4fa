import type { GroupCode, StageCode } from '@siyu/shared/contracts/scoring.limits';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import {
  HAS_AN_ACCOUNT,
  MEMBER_COLUMNS,
  MEMBER_TABLES,
  MemberRecord,
  STANDS_FOR_A_PERSON,
  STAGE,
} from './member-record.ts';
import { escapeLike, type Condition } from './member-scope.ts';

/** What the list is sorted by, highest first; a member without the value comes last. */
const SORT_KEYS = {
  registered: 'm.registered_at',
  score: 'COALESCE(f.score_hundredths, -1)',
  lastActive: 'COALESCE(f.last_active_at, -1)',
  /** For walks over everybody: by the key of the table, so that no page sorts. */
  number: 'm.member_no',
} as const;
export type MemberSort = keyof typeof SORT_KEYS;

export interface MemberFilter {
  readonly stage?: StageCode | undefined;
  readonly group?: GroupCode | undefined;
  readonly segment?: string | undefined;
  readonly search?: string | undefined;
  /** A customer group of WeCom that they are in. */
  readonly communityGroup?: string | undefined;
}

export interface ListPosition {
  readonly sortKey: number;
  readonly memberId: string;
}

export interface MemberListRequest extends MemberFilter {
  /** A searching caller who may not read names finds them by what is shown only. */
  readonly isNameReader: boolean;
  readonly callerId: string;
  readonly sort: MemberSort;
  readonly limit: number;
  readonly after: ListPosition | null;
}

/** One page of members in one query, whatever the number of rows. */
export async function listMembers(
  manager: EntityManager,
  scope: Condition,
  request: MemberListRequest,
): Promise<MemberRecord[]> {
  const key = SORT_KEYS[request.sort];
  const conditions = conditionsOf(scope, request);
  if (request.after !== null) {
    const { sortKey, memberId } = request.after;
    conditions.push({
      sql: `(${key} < ? OR (${key} = ? AND m.member_id < ?))`,
      values: [sortKey, sortKey, memberId],
    });
  }
  const rows: unknown = await manager.query(
    `SELECT ${MEMBER_COLUMNS}, ${key} AS sortKey FROM ${MEMBER_TABLES}
     WHERE ${conditions.map(({ sql }) => sql).join(' AND ')}
     ORDER BY ${key} DESC, m.member_id DESC LIMIT ${request.limit}`,
    conditions.flatMap(({ values }) => values),
  );
  return z.array(MemberRecord).parse(rows);
}

/** More than `max` are not counted: a million members would be walked through for a figure nobody reads to the end. */
export async function countMembers(
  manager: EntityManager,
  scope: Condition,
  request: Omit<MemberListRequest, 'sort' | 'limit' | 'after'>,
  max: number,
): Promise<number> {
  const conditions = conditionsOf(scope, request);
  const rows: unknown = await manager.query(
    `SELECT COUNT(*) AS total FROM (
       SELECT 1 AS one FROM ${MEMBER_TABLES}
       WHERE ${conditions.map(({ sql }) => sql).join(' AND ')} LIMIT ${max}) AS counted`,
    conditions.flatMap(({ values }) => values),
  );
  const [row] = z.array(z.object({ total: z.coerce.number().int() })).parse(rows);
  return row?.total ?? 0;
}

function conditionsOf(
  scope: Condition,
  request: Omit<MemberListRequest, 'sort' | 'limit' | 'after'>,
): Condition[] {
  const conditions: Condition[] = [
    scope,
    { sql: STANDS_FOR_A_PERSON, values: [] },
    { sql: HAS_AN_ACCOUNT, values: [] },
  ];
  if (request.stage !== undefined) conditions.push({ sql: `${STAGE} = ?`, values: [request.stage] });
  if (request.group !== undefined) conditions.push({ sql: 'f.group_code = ?', values: [request.group] });
  if (request.segment !== undefined)
    conditions.push({
      sql: `m.member_no IN (SELECT g.member_no FROM segment_memberships g WHERE g.to_as_of IS NULL AND g.segment_key = ?)`,
      values: [request.segment],
    });
  if (request.communityGroup !== undefined)
    conditions.push({
      sql: `m.member_no IN (SELECT COALESCE(l.into_member_no, t.member_no) FROM group_ties t
              LEFT JOIN member_links l ON l.member_no = t.member_no AND l.valid_to IS NULL
              WHERE t.group_id = ? AND t.ended_at IS NULL)`,
      values: [request.communityGroup],
    });
  const search = request.search?.trim() ?? '';
  if (search !== '') conditions.push(searchCondition(search, request));
  return conditions;
}

/** Searching must not tell more than reading: a masked name is found by its first character or the member's id. */
function searchCondition(
  search: string,
  { isNameReader, callerId }: Pick<MemberListRequest, 'isNameReader' | 'callerId'>,
): Condition {
  const anywhere = `%${escapeLike(search)}%`;
  if (isNameReader)
    return { sql: `(m.display_name LIKE ? ESCAPE '!' OR m.member_id = ?)`, values: [anywhere, search] };
  const [first = '', ...rest] = [...search];
  const isShownForm = rest.join('') === '' || rest.join('') === '*';
  const own = { sql: `(s.staff_id = ? AND m.display_name LIKE ? ESCAPE '!')`, values: [callerId, anywhere] };
  if (!isShownForm) return { sql: `(${own.sql} OR m.member_id = ?)`, values: [...own.values, search] };
  return {
    sql: `(${own.sql} OR m.display_name LIKE ? ESCAPE '!')`,
    values: [...own.values, `${escapeLike(first)}%`],
  };
}
