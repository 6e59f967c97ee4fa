import { ROLES } from '@siyu/shared/contracts/identity.limits';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AppModule } from '../../app.module.ts';
import { Organisation } from '../../foundation/organisation/index.ts';
import { ScoreDueWorker } from '../../insight/scoring/index.ts';
import type { Principal } from '../../platform/http/index.ts';
import { Identity } from '../../records/identity/index.ts';
import { Transactions } from '../../records/transactions/index.ts';
import { createTestApp, describeOnEngines, TEST_NOW, type TestApp } from '../../testing/index.ts';
import { countMembers } from './list-members.query.ts';
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

    /** The member who has bought, opened alone. */
    const buyerFor = async (caller: Principal) => {
      const { rows } = await workspace.listMembers(people.operator, { sort: 'score', limit: 1 });
      return workspace.getMember(caller, rows[0]?.memberId ?? '');
    };

    it('REQ-SEC-1 A-06 gives each scope its members only, with names as far as the role goes', async () => {
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
          reason: {
            row: 2,
            code: 'score.reason.FREQUENCY_FIRST.row2',
            params: { amountBand: '4', aHigh: '4' },
          },
        },
      });
      expect(rows[0]?.score?.axes[0]).toEqual({
        axis: 'amount',
        raw: 10_000_000,
        band: 4,
        lowerBound: 10_000_000,
        upperBound: 50_000_000,
        weight: 1,
        contributionHundredths: 134,
      });
      expect((await workspace.listMembers(people.operator, { group: 'KEY_DEVELOP' })).total).toBe(1);
      expect((await workspace.listMembers(people.operator, { stage: 'WEAK_TIE' })).total).toBe(2);
    });

    it('D-04 counts up to a bound and no further', async () => {
      const request = { isNameReader: false, callerId: people.operator.id };
      const everybody = { sql: '1 = 1', values: [] };
      expect(await countMembers(test.database.read, everybody, request, 3)).toBe(3);
      expect(await countMembers(test.database.read, everybody, request, 100)).toBe(NAMES.length);
    });

    it('B-04 shows what each axis gives, and the three add up to the score', async () => {
      const { score } = await buyerFor(people.operator);
      expect(score).toMatchObject({ preset: 'paper', windowDays: 365, frequencyPerDays: 30, weightSum: 3 });
      expect(score?.scoreHundredths).toBe(200);
      expect(score?.axes.map(({ contributionHundredths }) => contributionHundredths)).toEqual([134, 33, 33]);
      expect(score?.axes[1]).toEqual({
        axis: 'frequency',
        raw: 30 / 365,
        band: 1,
        lowerBound: null,
        upperBound: 2,
        weight: 1,
        contributionHundredths: 33,
      });
    });

    it('B-04 tells analysts and compliance the smallest step to the next band', async () => {
      for (const roles of [
        ['analyst'],
        ['compliance'],
        ['operator', 'analyst'],
        ['branchHead', 'compliance'],
      ] as const) {
        const { score } = await buyerFor({ ...people.operator, roles: [...roles] });
        expect(score?.axes.map(({ toNextBand }) => toNextBand)).toEqual([
          { step: 40_000_000, band: 5 },
          { step: 24, band: 2 },
          { step: 1_000_000, band: 2 },
        ]);
      }
    });

    it('B-04 sends no step to whoever speaks with clients, whatever other role they have, nor in any list', async () => {
      const others = ROLES.filter((role) => role !== 'analyst' && role !== 'compliance');
      const mixed = (['adviser', 'relationshipManager'] as const).flatMap((role) => [
        [role, 'analyst'] as const,
        ['compliance', role] as const,
      ]);
      for (const roles of [...others.map((role) => [role]), ...mixed]) {
        const answer = JSON.stringify(await buyerFor({ ...people.operator, roles: [...roles] }));
        expect(answer).toContain('"contributionHundredths":134');
        expect(answer).not.toMatch(/toNextBand|"step"|40000000/);
      }
      const list = await workspace.listMembers({ ...people.operator, roles: ['analyst'] }, { sort: 'score' });
      expect(list.rows[0]?.score?.scoreHundredths).toBe(200);
      expect(JSON.stringify(list)).not.toMatch(/toNextBand|"step"/);
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
