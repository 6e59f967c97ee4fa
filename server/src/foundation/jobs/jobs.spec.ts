import { afterEach, beforeEach, expect, it } from '@jest/globals';
import type { Role } from '@siyu/shared/contracts/identity.limits';
import { JobRow, JobRows } from '@siyu/shared/contracts/jobs';
import { JOB_STATES } from '@siyu/shared/contracts/jobs.limits';
import { jobsRoutes } from '@siyu/shared/contracts/jobs.routes';
import { Problem } from '@siyu/shared/contracts/primitives';
import { routeUrl } from '@siyu/shared/contracts/route';
import { AppError } from '../../platform/http/index.ts';
import { Jobs } from '../../platform/jobs/index.ts';
import { IdentityModule } from '../../records/identity/index.ts';
import { openStaff } from '../../testing/callers.ts';
import { createTestApp, describeOnEngines, TEST_NOW, type TestApp } from '../../testing/index.ts';
import { AuditTrail } from '../audit/index.ts';
import { JobsDeskModule } from './index.ts';

const MINUTE = 60_000;

describeOnEngines((engine) => {
  let app: TestApp;
  let jobs: Jobs;
  const cookies = new Map<Role, string>();
  beforeEach(async () => {
    app = await createTestApp({ engine, modules: [JobsDeskModule, IdentityModule] });
    jobs = app.app.get(Jobs);
    for (const role of ['operator', 'systemAdmin'] as const) cookies.set(role, await openStaff(app, role));
  }, 30_000);
  afterEach(() => app.close());

  const ask = async (path: string, { role = 'systemAdmin', method = 'GET' } = {}): Promise<unknown> => {
    const cookie = cookies.get(role === 'operator' ? 'operator' : 'systemAdmin') ?? '';
    const answer = await fetch(app.url + path, { method, headers: { cookie, origin: app.url } });
    return answer.json();
  };
  const get = async (name: string) =>
    JobRow.parse(await ask(routeUrl(jobsRoutes.getJob, { params: { name } }), { role: 'operator' }));
  const act = async (verb: 'runJob' | 'stopJob', name: string, role = 'systemAdmin') =>
    ask(routeUrl(jobsRoutes[verb], { params: { name } }), { method: 'POST', role });
  const refusalOf = async (answer: Promise<unknown>) => Problem.parse(await answer).code;
  const list = async (query: object) => JobRows.parse(await ask(routeUrl(jobsRoutes.listJobs, { query })));
  const acts = async () => {
    const trail = app.app.get(AuditTrail, { strict: false });
    const { rows } = await trail.listRows({ limit: 50, action: 'jobs.' }, 100);
    return rows.map(({ action, subjectId }) => `${action} ${subjectId}`);
  };
  const turn = async (name: string) => {
    jobs.wake(name);
    await jobs.idle();
  };

  it('D-04 a job that fails keeps when and why without a word of the message, and a person has it tried again', async () => {
    let isBroken = true;
    jobs.every('spec-fails', 3_600_000, async () => {
      if (isBroken) throw new Error('张三 13812345678 was not found');
    });
    await jobs.idle();
    app.clock.advance(5_000);
    await turn('spec-fails');
    const failed = await get('spec-fails');
    expect(failed).toMatchObject({ state: 'FAILED', attempts: 2, finishedAt: null, units: null });
    expect(failed.lastFailure).toEqual({
      at: new Date(TEST_NOW + 5_000).toISOString(),
      code: 'jobs.internal_failure',
      hint: 'Error',
    });
    expect(JSON.stringify(failed)).not.toContain('张三');
    isBroken = false;
    await Promise.all([1, 2, 3].map(() => act('runJob', 'spec-fails', 'operator')));
    await jobs.idle();
    const well = await get('spec-fails');
    expect(well).toMatchObject({ state: 'WAITING', attempts: 0, isRunWanted: false });
    expect(well.finishedAt).toBe(new Date(TEST_NOW + 5_000).toISOString());
    expect(well.lastFailure?.code).toBe('jobs.internal_failure');
    expect(await acts()).toEqual(['jobs.run spec-fails']);
    expect(await refusalOf(act('runJob', 'spec-fails'))).toBe('jobs.nothing_to_run');
    expect(await refusalOf(act('runJob', 'nobody'))).toBe('jobs.not_found');
  });

  it('D-04 an asked run of a job that another process does is seen there within seconds', async () => {
    let runs = 0;
    jobs.every('spec-elsewhere', 3_600_000, async () => {
      runs += 1;
      if (runs === 1) throw new AppError('jobs.disk_full', 507);
    });
    await jobs.idle();
    expect((await get('spec-elsewhere')).lastFailure?.code).toBe('jobs.disk_full');
    await app.database.runInTransaction(({ manager }) =>
      manager.query(`UPDATE jobs SET wanted_at = ${TEST_NOW} WHERE name = 'spec-elsewhere'`),
    );
    const until = Date.now() + 10_000;
    while (runs < 2 && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 50));
    await jobs.idle();
    expect(await get('spec-elsewhere')).toMatchObject({ state: 'WAITING', isRunWanted: false });
  });

  it('D-04 a stopped job ends after its chunk, keeps its place, and goes on when asked; others cannot be stopped', async () => {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    let begun = 0;
    jobs.every(
      'spec-long',
      3_600_000,
      async (lease) => {
        begun += 1;
        const before = (await lease.progress()) as { at: number } | null;
        for (let at = (before?.at ?? 0) + 1; at <= 4; at += 1) {
          if (await lease.isCancelled()) return;
          const units = at === 4 ? null : { done: at, total: 4 };
          await app.database.runInTransaction((tx) => lease.saveProgress(tx, { at }, units));
          if (at === 2 && begun === 1) await held;
        }
      },
      { isStoppable: true },
    );
    while ((await get('spec-long').catch(() => null))?.units?.done !== 2);
    expect(await get('spec-long')).toMatchObject({ state: 'RUNNING', units: { done: 2, total: 4 } });
    await act('stopJob', 'spec-long');
    await act('stopJob', 'spec-long');
    release();
    await jobs.idle();
    await turn('spec-long');
    expect(await get('spec-long')).toMatchObject({ state: 'STOPPED', units: { done: 2, total: 4 } });
    expect(begun).toBe(1);
    await act('runJob', 'spec-long');
    await jobs.idle();
    expect(await get('spec-long')).toMatchObject({ state: 'WAITING', units: null });
    expect(await acts()).toEqual(['jobs.run spec-long', 'jobs.stop spec-long']);
    expect(await refusalOf(act('stopJob', 'seal-audit'))).toBe('jobs.not_stoppable');
    expect(await refusalOf(act('stopJob', 'spec-long', 'operator'))).toBe('http.forbidden');
  });

  it('D-04 jobs are listed by state and in pages, and one that nobody does in time is named', async () => {
    jobs.every('spec-a', 3_600_000, async () => undefined);
    jobs.every('spec-b', 3_600_000, async () => Promise.reject(new Error('no')));
    await jobs.idle();
    await app.database.runInTransaction(({ manager }) =>
      manager.query(
        `INSERT INTO jobs (name, lease_until, fence, is_cancelled, next_at) VALUES ('spec-c', 0, 0, 0, ${TEST_NOW})`,
      ),
    );
    app.clock.advance(4 * MINUTE);
    const everything = await list({});
    for (const state of JOB_STATES) {
      const { rows, total } = await list({ state });
      const expected = everything.rows.filter((row) => row.state === state);
      expect(rows.map(({ name }) => name)).toEqual(expected.map(({ name }) => name));
      expect(total).toBe(expected.length);
    }
    expect((await list({ state: 'OVERDUE' })).rows.map(({ name }) => name)).toContain('spec-c');
    expect((await list({ state: 'FAILED' })).rows.map(({ name }) => name)).toEqual(['spec-b']);
    const names: string[] = [];
    for (let cursor: string | null | undefined; cursor !== null;) {
      const page = await list({ limit: 2, ...(cursor !== undefined && { cursor }) });
      names.push(...page.rows.map(({ name }) => name));
      cursor = page.nextCursor;
    }
    expect(names).toEqual(everything.rows.map(({ name }) => name));
  });

  it('D-04 turns that find nothing to do cost no write, and good ones are noted once a minute', async () => {
    jobs.every('spec-idle', 3_600_000, async () => undefined);
    await jobs.idle();
    const { startedAt } = await get('spec-idle');
    expect(startedAt).toBe(new Date(TEST_NOW).toISOString());
    app.clock.advance(4_000);
    for (let each = 0; each < 20; each += 1) await turn('spec-idle');
    expect((await get('spec-idle')).startedAt).toBe(startedAt);
    app.clock.advance(MINUTE);
    await turn('spec-idle');
    expect((await get('spec-idle')).startedAt).toBe(new Date(TEST_NOW + MINUTE + 4_000).toISOString());
  });
});
