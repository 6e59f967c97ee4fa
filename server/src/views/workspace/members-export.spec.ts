import { appendFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { ExportLink, ExportRow, ExportRows } from '@siyu/shared/contracts/exports';
import { EXPORTS_OPEN_MAX } from '@siyu/shared/contracts/exports.limits';
import { exportsRoutes } from '@siyu/shared/contracts/exports.routes';
import type { Role } from '@siyu/shared/contracts/identity.limits';
import { Problem } from '@siyu/shared/contracts/primitives';
import { ReviewRows } from '@siyu/shared/contracts/reviews';
import { reviewsRoutes } from '@siyu/shared/contracts/reviews.routes';
import { IDEMPOTENCY_KEY, type Route, type RouteInput, routeUrl } from '@siyu/shared/contracts/route';
import { AppModule } from '../../app.module.ts';
import { AuditTrail } from '../../foundation/audit/index.ts';
import { ExportRecords } from '../../foundation/exports/export-records.ts';
import { ExportSteps } from '../../foundation/exports/export-steps.ts';
import type { Lease } from '../../platform/jobs/index.ts';
import { openStaff } from '../../testing/callers.ts';
import { createTestApp, describeOnEngines, type TestApp } from '../../testing/index.ts';

const DAY = 86_400_000;
const MEMBERS = 1_203;
const ROLES: readonly Role[] = ['operator', 'compliance', 'analyst', 'auditAdmin', 'adviser'];
const wanted = {
  kind: 'members',
  query: {},
  columns: ['name', 'stage', 'memberId'],
  reason: '季度回访名单核对',
};

describeOnEngines((engine) => {
  let app: TestApp;
  const cookies = new Map<Role, string>();
  beforeAll(async () => {
    app = await createTestApp({ engine, modules: [AppModule], env: { RUNS_JOBS: 'false' } });
    for (const role of ROLES) cookies.set(role, await openStaff(app, role));
    await app.database.runInTransaction(async ({ manager }) => {
      for (let from = 1; from <= MEMBERS; from += 200) {
        const rows = Array.from({ length: Math.min(200, MEMBERS + 1 - from) }, (_, at) =>
          memberRow(from + at),
        );
        await manager.query(
          `INSERT INTO members (member_no, member_id, display_name, registered_at) VALUES ${rows.join(', ')}`,
        );
      }
    });
  }, 60_000);
  afterAll(() => app.close());

  const ask = async (
    role: Role,
    route: Pick<Route, 'path' | 'method'>,
    input: RouteInput,
    key?: string,
  ): Promise<unknown> => {
    const answer = await fetch(app.url + routeUrl(route, input), {
      method: route.method,
      headers: {
        cookie: cookies.get(role) ?? '',
        origin: app.url,
        ...(input.body !== undefined && { 'content-type': 'application/json' }),
        ...(key !== undefined && { [IDEMPOTENCY_KEY]: key }),
      },
      ...(input.body !== undefined && { body: JSON.stringify(input.body) }),
    });
    return answer.json();
  };
  const askFor = (role: Role, body: object, key?: string) =>
    ask(role, exportsRoutes.askExport, { body }, key);
  const asked = async (role: Role, body: object = wanted) => ExportRow.parse(await askFor(role, body));
  const get = async (role: Role, exportId: string) =>
    ExportRow.parse(await ask(role, exportsRoutes.getExport, { params: { exportId } }));
  const codeOf = async (answer: Promise<unknown>) => Problem.parse(await answer).code;
  const decide = async (exportId: string, isApproved: boolean, role: Role = 'compliance') => {
    const open = await ask('compliance', reviewsRoutes.listReviews, { query: {} });
    const review = ReviewRows.parse(open).rows.find(({ subjectId }) => subjectId === exportId);
    const { reviewId = '', subjectSha256 = '' } = review ?? {};
    const body = { isApproved, comment: '已核对用途', subjectSha256 };
    return ask(role, reviewsRoutes.decideReview, { params: { reviewId }, body });
  };
  const leaseOf = (fence: number): Lease => ({
    job: 'exports',
    fence,
    assertHeld: async () => undefined,
    progress: async () => null,
    saveProgress: async () => undefined,
    isCancelled: async () => false,
    isEnding: () => false,
  });
  /** What the worker does, one step at a time. */
  const step = async (fence: number): Promise<boolean> => {
    const row = await app.app.get(ExportRecords, { strict: false }).next();
    if (row !== null) await app.app.get(ExportSteps, { strict: false }).step(row, leaseOf(fence));
    return row !== null;
  };
  const work = async (fence = 1) => {
    while (await step(fence));
  };
  const download = async (role: Role, exportId: string) => {
    const link = ExportLink.parse(await ask(role, exportsRoutes.linkExport, { params: { exportId } }));
    const answer = await fetch(app.url + link.url);
    const text = Buffer.from(await answer.arrayBuffer()).toString('utf8');
    return { link, answer, lines: text.split('\r\n').filter((line) => line !== ''), text };
  };
  const actsOn = async (subjectId: string) => {
    const trail = app.app.get(AuditTrail, { strict: false });
    return (await trail.listRows({ limit: 50, subjectId }, 100)).rows.map(({ action }) => action).reverse();
  };
  const files = () => app.database.read.query<unknown[]>(`SELECT id FROM files WHERE purpose = 'EXPORT'`);
  const drafts = () => readdir(join(app.config.dataDir, 'drafts')).catch(() => []);

  it('F-08 REQ-SEC-5 D-04 an export waits for a second person, and then is one marked file of what its asker may see', async () => {
    const rows = await Promise.all([1, 2, 3].map(() => askFor('operator', wanted, 'one-key-1')));
    const [first] = rows.map((row) => ExportRow.parse(row));
    expect(new Set(rows.map((row) => ExportRow.parse(row).exportId)).size).toBe(1);
    const exportId = first?.exportId ?? '';
    expect(first).toMatchObject({ state: 'IN_REVIEW', rowsExpected: MEMBERS, isOwn: true, decision: null });
    await work();
    expect(await files()).toEqual([]);
    expect(await codeOf(ask('operator', exportsRoutes.linkExport, { params: { exportId } }))).toBe(
      'exports.file_not_there',
    );
    expect(await codeOf(decide(exportId, true, 'operator'))).toBe('http.forbidden');
    await decide(exportId, true);
    await work();
    const done = await get('operator', exportId);
    expect(done).toMatchObject({ state: 'DONE', rowsDone: MEMBERS, decision: { isApproved: true } });
    const { link, answer, lines, text } = await download('operator', exportId);
    expect(text.startsWith('\uFEFF导出编号,')).toBe(true);
    expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="${link.fileName}"`);
    expect(link.fileName).toBe(`siyu-members-${done.number}.csv`);
    const [, who, when, filter, why] = lines;
    expect([who, when, filter, why]).toEqual([
      '导出人,测试',
      '导出时间,2026-11-24 10:00',
      '筛选条件,没有筛选，范围内的全部',
      '用途,季度回访名单核对',
    ]);
    const heading = lines.indexOf('客户编号,客户,同行阶段,水印');
    const cells = lines.slice(heading + 1).map((line) => line.split(','));
    expect(new Set(cells.map(([memberId]) => memberId)).size).toBe(MEMBERS);
    expect(cells.every(([, name]) => name === "'=*" || name === '客*')).toBe(true);
    expect(cells.every(([, , , mark]) => mark === `${done.number} 测试`)).toBe(true);
    expect(await actsOn(exportId)).toEqual([
      'exports.request',
      'exports.approve',
      'exports.end',
      'exports.download',
    ]);
    expect((await get('operator', exportId)).downloads).toBe(1);
  }, 30_000);

  it('D-04 nobody but the asker takes an export out, and who decides sees it', async () => {
    const { exportId } = await asked('operator');
    expect((await get('compliance', exportId)).isOwn).toBe(false);
    expect(await codeOf(ask('analyst', exportsRoutes.getExport, { params: { exportId } }))).toBe(
      'exports.not_found',
    );
    for (const route of [exportsRoutes.linkExport, exportsRoutes.cancelExport])
      expect(await codeOf(ask('compliance', route, { params: { exportId } }))).toBe('exports.not_found');
    expect(await codeOf(askFor('operator', { ...wanted, kind: 'audit', columns: ['actor'] }))).toBe(
      'exports.asker_not_allowed',
    );
    expect(await codeOf(askFor('adviser', wanted))).toBe('exports.nothing');
    expect(await codeOf(askFor('operator', { ...wanted, columns: ['amountFen'] }))).toBe(
      'http.validation_failed',
    );
    expect(await codeOf(askFor('operator', { ...wanted, query: { sort: 'score' } }))).toBe(
      'http.validation_failed',
    );
    await decide(exportId, false);
    await work();
    expect(await get('operator', exportId)).toMatchObject({
      state: 'REFUSED',
      decision: { isApproved: false },
      rowsDone: 0,
    });
    expect(await actsOn(exportId)).toEqual(['exports.request', 'exports.refuse']);
  });

  it('D-04 an export that is taken back leaves no open review and no file', async () => {
    const before = (await files()).length;
    const { exportId } = await asked('operator');
    await ask('operator', exportsRoutes.cancelExport, { params: { exportId } });
    await ask('operator', exportsRoutes.cancelExport, { params: { exportId } });
    expect(await codeOf(decide(exportId, true))).toBe('reviews.already_decided');
    const late = await asked('operator');
    await decide(late.exportId, true);
    await step(5);
    await ask('operator', exportsRoutes.cancelExport, { params: { exportId: late.exportId } });
    await work(5);
    expect((await get('operator', late.exportId)).state).toBe('CANCELLED');
    expect((await files()).length).toBe(before);
    expect(await actsOn(exportId)).toEqual(['exports.request', 'exports.cancel']);
  });

  it('D-04 a worker that dies half-way is followed by another, and one file with every row once comes out', async () => {
    const before = (await files()).length;
    const { exportId } = await asked('operator');
    await decide(exportId, true);
    await step(11);
    const half = await get('operator', exportId);
    expect(half).toMatchObject({ state: 'RUNNING', rowsDone: 500 });
    // The dead one had written more than it could note down.
    for (const draft of await drafts()) await appendFile(join(app.config.dataDir, 'drafts', draft), 'torn');
    await step(11);
    expect((await get('operator', exportId)).rowsDone).toBe(1_000);
    await step(12);
    expect((await get('operator', exportId)).rowsDone).toBe(500);
    await work(12);
    const { lines, text } = await download('operator', exportId);
    expect(text).not.toContain('torn');
    expect(lines.filter((line) => line.endsWith('测试') && line.includes('-7000-'))).toHaveLength(MEMBERS);
    expect((await files()).length).toBe(before + 1);
    expect(await drafts()).toEqual([]);
  }, 30_000);

  it('D-04 the asker is looked at again when the file is written: former roles and former staff get none', async () => {
    const { exportId } = await asked('analyst');
    await decide(exportId, true);
    await app.database.runInTransaction(({ manager }) =>
      manager.query(`UPDATE staff SET is_active = 0 WHERE login_name LIKE 'analyst-%'`),
    );
    await work();
    expect(await get('compliance', exportId)).toMatchObject({
      state: 'FAILED',
      failureCode: 'exports.asker_gone',
    });
  });

  it('D-04 the trail is exported like any list, so many at a time, and the file is deleted when its days are over', async () => {
    const body = {
      kind: 'audit',
      query: { action: 'exports.' },
      columns: ['action', 'actor'],
      reason: '内部审计取证',
    };
    const { exportId, rowsExpected } = await asked('auditAdmin', body);
    expect(rowsExpected).toBeGreaterThan(5);
    for (let more = 1; more < EXPORTS_OPEN_MAX; more += 1) await asked('auditAdmin', body);
    expect(await codeOf(askFor('auditAdmin', body))).toBe('exports.too_many_open');
    await decide(exportId, true);
    await work();
    const { lines, link } = await download('auditAdmin', exportId);
    expect(lines).toContain('操作人,操作,水印');
    expect(lines[3]).toBe('筛选条件,操作：exports.');
    expect(lines.some((line) => line.startsWith('测试,下载导出文件,'))).toBe(true);
    const mine = ExportRows.parse(
      await ask('auditAdmin', exportsRoutes.listExports, { query: { limit: 2 } }),
    );
    expect([mine.total, mine.rows.length]).toEqual([EXPORTS_OPEN_MAX, 2]);
    app.clock.advance(8 * DAY);
    const expired = await app.app.get(ExportRecords, { strict: false }).nextExpired(app.clock.now());
    expect(expired).not.toBeNull();
    for (let row = expired; row !== null;) {
      await app.app.get(ExportSteps, { strict: false }).purge(row, leaseOf(1));
      row = await app.app.get(ExportRecords, { strict: false }).nextExpired(app.clock.now());
    }
    expect(await files()).toEqual([]);
    expect(await actsOn(exportId)).toContain('exports.purge');
    expect((await fetch(app.url + link.url)).status).toBe(403);
    cookies.set('auditAdmin', await openStaff(app, 'compliance'));
    expect((await get('auditAdmin', exportId)).state).toBe('PURGED');
  });
});

/** Every other name is one that a spreadsheet would compute. */
function memberRow(memberNo: number): string {
  const id = `01900000-0000-7000-8000-${String(memberNo).padStart(12, '0')}`;
  return `(${memberNo}, '${id}', '${memberNo % 2 === 0 ? '=1+1' : '客户'}', ${memberNo})`;
}
