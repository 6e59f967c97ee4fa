import { ROLES } from '@siyu/shared/contracts/identity.limits';
import { type Route, routeUrl } from '@siyu/shared/contracts/route';
import { allRoutes } from '@siyu/shared/contracts/routes';
import { Organisation } from '../foundation/organisation/index.ts';
import { gradeOf } from '../platform/database/index.ts';
import { PASSWORD, signInStaff } from './callers.ts';
import type { TestApp } from './test-app.ts';
import type { ThreadMember } from './thread-firm.ts';

const SOME_ID = '01900000-0000-7000-8000-000000000001';
/** Ids of what everybody may read; when something was is told by no value of its own. */
const TELLS_NOTHING = /^(contentId|lessonId|pathCode|productId|productCode|.*(At|On|day|sha256|version))$/i;
/** Codes are the same for everybody. */
const CODE = /^[A-Za-z_]+$/;

/**
 * What columns of the grades L3 and L4 hold of one member, as it would stand in an answer. Found by the grade alone:
 * a new column is looked for without a word about it here.
 */
async function gradedValues({ database }: TestApp, memberNo: number): Promise<ReadonlyMap<string, string>> {
  const { read } = database;
  const values = new Map<string, string>();
  for (const { target, tableName, columns } of read.connection.entityMetadatas) {
    if (typeof target !== 'function') continue;
    const whose = columns.find(({ propertyName }) => propertyName === 'memberNo');
    const graded = columns.filter(({ propertyName }) =>
      ['L3', 'L4'].includes(gradeOf(target, propertyName) ?? ''),
    );
    if (whose === undefined) continue;
    for (const { propertyName, databaseName } of graded) {
      if (TELLS_NOTHING.test(propertyName)) continue;
      const rows: { value: unknown }[] = await read.query(
        `SELECT ${databaseName} AS value FROM ${tableName} WHERE ${whose.databaseName} = ?`,
        [memberNo],
      );
      for (const { value } of rows) {
        const text = String(value);
        const isTelling = /^-?\d+$/.test(text) ? Math.abs(Number(text)) >= 10_000 : text.length >= 3;
        if (value !== null && isTelling && !CODE.test(text)) values.set(text, `${tableName}.${databaseName}`);
      }
    }
  }
  return values;
}

interface GradedAnswer {
  readonly route: string;
  /** A column whose content it gave. */
  readonly column: string;
  readonly isNoted: boolean;
}

/** Asks every reading route of staff about a member, and tells those that gave away graded data of the member. */
export async function gradedAnswers(server: TestApp, member: ThreadMember): Promise<readonly GradedAnswer[]> {
  const values = await gradedValues(server, member.memberNo);
  const loginName = 'reads-everything';
  const staffId = await server.database.runInTransaction((tx) =>
    server.app.get(Organisation, { strict: false }).createStaff(tx, {
      loginName,
      name: '什么都看',
      password: PASSWORD,
      roles: ROLES.filter((role) => !role.endsWith('Admin')),
      scopeKind: 'firm',
      branchId: null,
      registrationNo: 'S0000000000001',
    }),
  );
  const cookie = await signInStaff(server, loginName);
  const acts = async (): Promise<number> => {
    const rows: { n: number | string }[] = await server.database.read.query(
      'SELECT COUNT(*) AS n FROM audit_rows WHERE actor_id = ?',
      [staffId],
    );
    return Number(rows[0]?.n);
  };
  const ids = await idsBeside(server, member);
  const found: GradedAnswer[] = [];
  for (const route of allRoutes.filter(({ audience, method }) => audience === 'staff' && method === 'GET')) {
    const before = await acts();
    const answer = await fetch(server.url + urlOf(route, ids), { headers: { cookie } });
    const text = await answer.text();
    const [given] = [...values].filter(([value]) => isIn(text, value));
    if (given !== undefined)
      found.push({ route: route.id, column: given[1], isNoted: (await acts()) > before });
  }
  return found;
}

/** The member and what the member is in, by the names of parameters. */
async function idsBeside(
  { database }: TestApp,
  { memberId, memberNo }: ThreadMember,
): Promise<Readonly<Record<string, string>>> {
  const [seat]: { id: string }[] = await database.read.query(
    'SELECT group_id AS id FROM group_ties WHERE member_no = ?',
    [memberNo],
  );
  const [stay]: { id: string }[] = await database.read.query(
    'SELECT segment_key AS id FROM segment_memberships WHERE member_no = ?',
    [memberNo],
  );
  return { memberId, groupId: seat?.id ?? SOME_ID, segmentKey: stay?.id ?? SOME_ID };
}

function urlOf(route: Route, ids: Readonly<Record<string, string>>): string {
  const names = [...route.path.matchAll(/:([A-Za-z]+)/g)].map(([, name]) => name ?? '');
  return routeUrl(route, {
    params: Object.fromEntries(names.map((name) => [name, ids[name] ?? SOME_ID])),
  });
}

/** As a whole text or a whole number of the answer. */
function isIn(answer: string, value: string): boolean {
  if (!/^-?\d+$/.test(value)) return answer.includes(JSON.stringify(value).slice(1, -1));
  return new RegExp(`[:[,]${value}[,}\\]]`).test(answer);
}
