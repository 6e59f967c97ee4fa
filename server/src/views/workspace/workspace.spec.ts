import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AppModule } from '../../app.module.ts';
import { Organisation } from '../../foundation/organisation/index.ts';
import { ScoreDueWorker } from '../../insight/scoring/index.ts';
import type { Principal } from '../../platform/http/index.ts';
import { Identity } from '../../records/identity/index.ts';
import { Transactions } from '../../records/transactions/index.ts';
import { createTestApp, describeOnEngines, TEST_NOW, type TestApp } from '../../testing/index.ts';
import { Workspace } from './workspace.service.ts';

const DAY = 86_400_000;
const NAMES = ['张三', '李小四', '王五', '赵_六', '钱七'] as const;

describeOnEngines((engine) => {
  describe('the member list of staff', () => {
    let test: TestApp;
    let workspace: Workspace;
    let people: { operator: Principal; head: Principal; adviser: Principal };
    beforeAll(async () => {
      test = await createTestApp({ engine, modules: [AppModule], env: { RUNS_JOBS: 'false' } });
      workspace = test.app.get(Workspace);
      people = await openFirm(test);
    }, 60_000);
    afterAll(() => test.close());

    const namesFor = async (caller: Principal, search?: string) => {
      const { rows } = await workspace.listMembers(caller, { sort: 'registered', search });
      return rows.map(({ displayName }) => displayName);
    };

    it('A-06 gives each scope its members only, with names as far as the role goes', async () => {
      expect(await namesFor(people.operator)).toEqual(['钱*', '赵*', '王*', '李*', '张*']);
      expect(await namesFor(people.head)).toEqual(['李小四', '张三']);
      expect(await namesFor(people.adviser)).toEqual(['王五', '张三']);
    });

    it('A-07 answers for a member outside the scope as for one that does not exist', async () => {
      const { rows } = await workspace.listMembers(people.operator, { sort: 'registered' });
      const outside = rows.find(({ displayName }) => displayName === '钱*')?.memberId ?? '';
      await expect(workspace.getMember(people.adviser, outside)).rejects.toThrow(
        'workspace.member_not_found',
      );
      await expect(workspace.getMember(people.head, outside)).rejects.toThrow('workspace.member_not_found');
      expect((await workspace.getMember(people.operator, outside)).displayName).toBe('钱*');
    });

    it('a search tells a caller no more than the list does', async () => {
      expect(await namesFor(people.operator, '李小四')).toEqual([]);
      expect(await namesFor(people.operator, '李*')).toEqual(['李*']);
      expect(await namesFor(people.head, '小四')).toEqual(['李小四']);
      expect(await namesFor(people.adviser, '王五')).toEqual(['王五']);
      expect(await namesFor(people.head, '%')).toEqual([]);
    });

    it('pages through every member once, sorted by score, with the row of the decision table', async () => {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await workspace.listMembers(people.operator, { sort: 'score', limit: 2, cursor });
        expect(page.total).toBe(NAMES.length);
        seen.push(...page.rows.map(({ memberId }) => memberId));
        cursor = page.nextCursor ?? undefined;
      } while (cursor !== undefined);
      expect(new Set(seen).size).toBe(NAMES.length);

      const { rows } = await workspace.listMembers(people.head, { sort: 'score', limit: 1 });
      expect(rows[0]).toMatchObject({
        displayName: '张三',
        adviserName: '顾问',
        branchName: '东部',
        isAccountLinked: true,
        score: {
          group: 'KEY_DEVELOP',
          purchases: 1,
          reason: { row: 2, code: 'score.reason.row2', params: { amountBand: '4', aHigh: '4' } },
        },
      });
      expect(rows[0]?.score?.axes[0]).toEqual({
        axis: 'amount',
        raw: 10_000_000,
        band: 4,
        lowerBound: 10_000_000,
        upperBound: 50_000_000,
      });
      expect((await workspace.listMembers(people.operator, { group: 'KEY_DEVELOP' })).total).toBe(1);
      expect((await workspace.listMembers(people.operator, { stage: 'WEAK_TIE' })).total).toBe(2);
    });

    it('notes who opened which member', async () => {
      const { rows } = await workspace.listMembers(people.head, { sort: 'score', limit: 1 });
      const memberId = rows[0]?.memberId ?? '';
      await workspace.getMember(people.head, memberId);
      const noted: unknown = await test.database.read.query(
        `SELECT COUNT(*) AS total FROM audit_rows WHERE action = 'workspace.view_member' AND subject_id = ? AND actor_id = ?`,
        [memberId, people.head.id],
      );
      expect(noted).toEqual([{ total: expect.anything() }]);
      expect(JSON.stringify(noted)).toContain('1');
    });
  });
});

/** Two branches, an adviser whose book holds one member of each, five members; the first has bought. */
async function openFirm({ app, database }: TestApp) {
  const identity = app.get(Identity);
  const organisation = app.get(Organisation);
  const staff = { password: 'workspace-2026', name: '顾问' } as const;
  const { east, west, adviserId, headId, operatorId } = await database.runInTransaction(async (tx) => {
    const east = await organisation.createBranch(tx, { path: '/east/', name: '东部' });
    const west = await organisation.createBranch(tx, { path: '/west/', name: '西部' });
    const book = { ...staff, scopeKind: 'book', branchId: east } as const;
    const firm = { ...staff, scopeKind: 'firm', branchId: null } as const;
    const branch = { ...staff, scopeKind: 'branch', branchId: east } as const;
    return {
      east,
      west,
      adviserId: await organisation.createStaff(tx, { ...book, loginName: 'a', roles: ['adviser'] }),
      headId: await organisation.createStaff(tx, { ...branch, loginName: 'h', roles: ['branchHead'] }),
      operatorId: await organisation.createStaff(tx, { ...firm, loginName: 'o', roles: ['operator'] }),
    };
  });
  for (const [index, displayName] of NAMES.entries()) {
    const name = { kind: 'wechat_openid', issuer: 'wx', externalId: `workspace-${index}` } as const;
    const profile = { displayName, branchId: index < 2 ? east : west, registeredAt: TEST_NOW + index };
    const member = await database.runInTransaction((tx) => identity.registerOrFind(tx, name, [], profile));
    await database.runInTransaction((tx) =>
      identity.grantConsents(tx, member.memberNo, ['SERVICE', 'PROFILING', 'SENSITIVE'], 'console'),
    );
    if (index % 2 === 0 && index < 4)
      await database.runInTransaction((tx) => identity.bindAdviser(tx, member.memberNo, adviserId));
    if (index > 0) continue;
    await database.runInTransaction((tx) =>
      identity.linkCoreCustomer(tx, 'system', member, 'core-1', 'counter'),
    );
    const purchase = {
      sourceId: 's-1',
      coreCustomerId: 'core-1',
      occurredAt: new Date(TEST_NOW - 200 * DAY).toISOString(),
      productCode: 'FUND',
      amountFen: 10_000_000,
      benefitFen: 0,
    };
    await database.runInTransaction((tx) => app.get(Transactions).record(tx, [purchase]));
  }
  await app.get(ScoreDueWorker).drain();
  const caller = { audience: 'staff', memberNo: null, sessionId: null } as const;
  return {
    operator: { ...caller, id: operatorId, roles: ['operator'], scope: { kind: 'firm' } },
    head: { ...caller, id: headId, roles: ['branchHead'], scope: { kind: 'branch', branchPath: '/east/' } },
    adviser: { ...caller, id: adviserId, roles: ['adviser'], scope: { kind: 'book', staffId: adviserId } },
  } as const satisfies Record<string, Principal>;
}
