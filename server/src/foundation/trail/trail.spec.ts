import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { Jobs } from '../../platform/jobs/index.ts';
import type { Principal } from '../../platform/http/index.ts';
import { createTestApp, describeOnEngines, TEST_NOW, type TestApp } from '../../testing/index.ts';
import { Audit } from '../audit/index.ts';
import { Organisation } from '../organisation/index.ts';
import { TrailModule } from './index.ts';
import { TrailDesk } from './trail-desk.ts';
import { TrailVerifier } from './trail-verifier.ts';

const DAY_MS = 86_400_000;

describeOnEngines((engine) => {
  let app: TestApp;
  let desk: TrailDesk;
  let auditor: Principal;
  beforeEach(async () => {
    app = await createTestApp({ engine, modules: [TrailModule] });
    desk = app.app.get(TrailDesk, { strict: false });
    const id = await app.database.runInTransaction((tx) =>
      app.app.get(Organisation, { strict: false }).createStaff(tx, {
        loginName: 'auditor',
        name: '梁审计',
        password: 'a-long-password-of-the-specs-1',
        roles: ['auditAdmin'],
        scopeKind: 'firm',
        branchId: null,
      }),
    );
    auditor = {
      audience: 'staff',
      id,
      memberNo: null,
      roles: ['auditAdmin'],
      scope: { kind: 'firm' },
      sessionId: null,
    };
  }, 30_000);
  afterEach(() => app.close());

  const record = (action: string, subjectId: string, actor: Principal | 'system' = 'system') =>
    app.database.runInTransaction((tx) =>
      app.app
        .get(Audit, { strict: false })
        .record(tx, { actor, action, subjectKind: 'spec', subjectId, inputs: { n: 1 } }),
    );
  const work = async (name: string) => {
    app.app.get(Jobs).wake(name);
    await app.app.get(Jobs).idle();
  };
  const sealAll = async () => {
    for (let turn = 0; turn < 200; turn += 1) {
      await work('seal-audit');
      if ((await desk.getState()).unsealedRows === 0) return;
    }
    throw new Error('the sealer did not come');
  };
  const verify = async () => {
    await app.app.get(TrailVerifier, { strict: false }).request(auditor);
    for (let turn = 0; turn < 200; turn += 1) {
      await work('verify-trail');
      const [latest] = (await desk.getState()).verifications;
      if (latest?.state === 'DONE' || latest?.state === 'FAILED') return latest;
    }
    throw new Error('the verification did not end');
  };
  const found = async (query: Parameters<TrailDesk['listTrail']>[0]) =>
    (await desk.listTrail(query)).rows.map(({ action, subjectId }) => `${action} ${subjectId}`);

  it('D-04 finds what was done by person, act, subject and day, the latest first', async () => {
    await record('spec.begin', 'a', auditor);
    await record('spec.end', 'a');
    app.clock.advance(DAY_MS);
    await record('other.end', 'b', auditor);
    expect(await found({ actor: '梁审计' })).toEqual(['other.end b', 'spec.begin a']);
    expect(await found({ actor: 'auditor', action: 'spec.begin' })).toEqual(['spec.begin a']);
    expect(await found({ action: 'spec.' })).toEqual(['spec.end a', 'spec.begin a']);
    expect(await found({ subjectId: 'b', actor: auditor.id })).toEqual(['other.end b']);
    expect(await found({ from: '2026-11-25' })).toEqual(['other.end b']);
    expect(await found({ to: '2026-11-24', action: 'other.' })).toEqual([]);
    expect(await found({ actor: '没有这个人' })).toEqual([]);
    const [row] = (await desk.listTrail({ subjectId: 'b' })).rows;
    expect(row).toMatchObject({
      actorKind: 'staff',
      actorName: '梁审计',
      inputs: { n: 1 },
      recordedAt: new Date(TEST_NOW + DAY_MS).toISOString(),
    });
  });

  it('D-04 comes in pages and says which rows are sealed', async () => {
    for (const subject of ['a', 'b', 'c']) await record('spec.act', subject);
    await sealAll();
    const first = await desk.listTrail({ action: 'spec.act', limit: 2 });
    expect([first.rows.map(({ subjectId }) => subjectId), first.total]).toEqual([['c', 'b'], 3]);
    const rest = await desk.listTrail({ action: 'spec.act', limit: 2, cursor: first.nextCursor ?? '' });
    expect([rest.rows.map(({ subjectId }) => subjectId), rest.nextCursor]).toEqual([['a'], null]);
    expect([...first.rows, ...rest.rows].every(({ isSealed }) => isSealed)).toBe(true);
    expect((await desk.getState()).lastSealHash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('D-04 says since when the oldest row has waited for its seal, until it is sealed', async () => {
    await sealAll();
    // Another process holds the sealer's lease, as one that hangs would.
    await app.database.runInTransaction(({ manager }) =>
      manager.query(
        "UPDATE jobs SET owner = 'another', fence = fence + 1, lease_until = ? WHERE name = 'seal-audit'",
        [TEST_NOW + DAY_MS],
      ),
    );
    await record('spec.act', 'a');
    app.clock.advance(5_000);
    await record('spec.act', 'b');
    expect(await desk.getState()).toMatchObject({
      unsealedRows: 2,
      oldestUnsealedAt: new Date(TEST_NOW).toISOString(),
      readAt: new Date(TEST_NOW + 5_000).toISOString(),
    });
  });

  it('D-04 a verification asked for at the desk finds a whole trail whole, and is itself in the trail', async () => {
    await record('spec.act', 'a');
    await sealAll();
    expect(await verify()).toMatchObject({
      state: 'DONE',
      requesterName: '梁审计',
      result: { firstBreak: null },
    });
    expect(await found({ action: 'audit.' })).toEqual([
      expect.stringContaining('audit.found_whole'),
      expect.stringContaining('audit.request_verification'),
    ]);
  });

  it('D-04 a verification names the row that was altered behind its seal', async () => {
    await record('spec.act', 'a');
    await sealAll();
    const { rowId = '' } = (await desk.listTrail({ subjectId: 'a' })).rows[0] ?? {};
    await app.database.runInTransaction(({ manager }) =>
      manager.query("UPDATE audit_rows SET subject_id = 'z' WHERE row_id = ?", [rowId]),
    );
    const { result } = await verify();
    expect(result?.firstBreak).toMatchObject({ kind: 'row_altered', rowId });
    expect(await found({ action: 'audit.found_broken' })).toHaveLength(1);
  });

  it('D-04 a second person who asks meanwhile waits for the same verification', async () => {
    const verifier = app.app.get(TrailVerifier, { strict: false });
    await Promise.all([verifier.request(auditor), verifier.request(auditor)]);
    expect(await found({ action: 'audit.request_verification' })).toHaveLength(1);
  });
});
