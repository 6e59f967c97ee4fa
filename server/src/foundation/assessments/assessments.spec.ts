import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { AssessmentText } from '@siyu/shared/contracts/assessments';
import type { Role } from '@siyu/shared/contracts/identity.limits';
import { addDays, dayOfInstant, formatDay, startOfDay } from '@siyu/shared/time';
import type { Principal } from '../../platform/http/index.ts';
import { createTestApp, describeOnEngines, TEST_NOW, type TestApp } from '../../testing/index.ts';
import { Organisation } from '../organisation/index.ts';
import { Purges } from '../retention/index.ts';
import { retentionCut } from '../retention/retention-cut.ts';
import { ReviewList, Reviews } from '../reviews/index.ts';
import { AssessmentRegister } from './assessment-register.service.ts';
import { AssessmentDesk, AssessmentsModule } from './index.ts';

const DAY = 86_400_000;
const TODAY = dayOfInstant(TEST_NOW);
const inDays = (days: number): string => formatDay(addDays(TODAY, days));

describeOnEngines((engine) => {
  let test: TestApp;
  let desk: AssessmentDesk;
  let register: AssessmentRegister;
  let writer: Principal;
  let decider: Principal;
  const hire = async (loginName: string, role: Role): Promise<Principal> => {
    const password = 'a-long-password-of-the-specs-1';
    const staff = { loginName, name: loginName, password, roles: [role], branchId: null };
    const id = await test.database.runInTransaction((tx) =>
      test.app.get(Organisation, { strict: false }).createStaff(tx, { ...staff, scopeKind: 'firm' }),
    );
    return { audience: 'staff', id, memberNo: null, roles: [role], scope: { kind: 'firm' }, sessionId: null };
  };
  beforeAll(async () => {
    test = await createTestApp({ engine, modules: [AssessmentsModule], env: { RUNS_JOBS: 'false' } });
    desk = test.app.get(AssessmentDesk, { strict: false });
    register = test.app.get(AssessmentRegister, { strict: false });
    writer = await hire('严守正', 'securityAdmin');
    decider = await hire('梁正', 'compliance');
  }, 60_000);
  afterAll(() => test.close());

  const text = (validUntil: number, more: Partial<AssessmentText> = {}): AssessmentText => ({
    kind: 'AUTOMATED_DECISION',
    title: '评分与内容排序',
    purpose: '按学习和交易评分，只用来排列内容。',
    effects: '可能使人看到的内容变窄。',
    protections: '可以关闭个性化排序。',
    conclusion: '风险可控，可以处理。',
    assessedBy: '严守正',
    assessedOn: inDays(0),
    validUntil: inDays(validUntil),
    ...more,
  });
  const decide = async (by: Principal, isApproved: boolean, sha256?: string): Promise<void> => {
    const list = test.app.get(ReviewList, { strict: false });
    const [open] = (await list.listReviews({ limit: 1, state: 'OPEN' })).rows;
    const { reviewId = '', subjectSha256 = '' } = open ?? {};
    const decision = { reviewId, isApproved, comment: '看过', sha256: sha256 ?? subjectSha256, decider: by };
    await test.database.runInTransaction((tx) =>
      test.app.get(Reviews, { strict: false }).decide(tx, decision),
    );
  };
  const untilOf = async (kind: string) =>
    (await register.cover()).kinds.find((each) => each.kind === kind)?.validUntil;
  const due = async () =>
    (await register.list({ view: 'DUE', limit: 20 })).rows.map(({ standing }) => standing);

  it('F-09 REQ-PI-7 an assessment counts only when somebody else has approved just what was handed in', async () => {
    expect(await register.cover()).toEqual({
      kinds: ['AUTOMATED_DECISION', 'SENSITIVE_DATA', 'ENTRUSTING_OR_SHARING'].map((kind) => ({
        kind,
        validUntil: null,
      })),
      fallingDue: 0,
    });
    for (const wrong of [text(0), text(1_200), text(90, { assessedOn: inDays(1) })])
      await expect(desk.write(writer, wrong, null)).rejects.toThrow('assessments.days_refused');
    const id = await desk.write(writer, text(90), 'key-of-the-spec');
    expect(await desk.write(writer, text(90), 'key-of-the-spec')).toBe(id);
    expect((await register.get(id)).row).toMatchObject({ standing: 'NOT_YET', approvedVersion: null });
    await expect(decide(writer, true)).rejects.toThrow('reviews.own_request');
    await expect(decide(decider, true, '0'.repeat(64))).rejects.toThrow('reviews.hash_differs');
    expect(await untilOf('AUTOMATED_DECISION')).toBeNull();
    await decide(decider, true);
    expect(await untilOf('AUTOMATED_DECISION')).toBe(inDays(90));
    expect((await register.list({ view: 'ALL', limit: 20 })).rows).toMatchObject([
      { standing: 'IN_FORCE', latest: { state: 'APPROVED', deciderName: '梁正', writerName: '严守正' } },
    ]);
  });

  it('F-09 REQ-PI-7 an edit is a new version beside the approved one, which stays in force as it was', async () => {
    const [row] = (await register.list({ view: 'ALL', limit: 20 })).rows;
    const id = row?.assessmentId ?? '';
    const [approved] = (await register.get(id)).versions;
    const shorter = text(30, { conclusion: '三十天后重新评估。' });
    await desk.revise(writer, id, shorter, 1);
    await desk.revise(writer, id, shorter, 1);
    await expect(desk.revise(decider, id, shorter, 1)).rejects.toThrow('assessments.changed');
    await decide(decider, false);
    const returned = await register.get(id);
    expect(returned.versions.map(({ state }) => state)).toEqual(['RETURNED', 'APPROVED']);
    expect(returned.versions[1]).toEqual(approved);
    expect(returned.row).toMatchObject({ standing: 'IN_FORCE', approvedVersion: 1 });
    expect(await due()).toEqual([]);
    await desk.revise(writer, id, text(40), 2);
    await desk.revise(writer, id, shorter, 3);
    await decide(decider, true);
    const last = await register.get(id);
    expect(last.versions.map(({ state }) => state)).toEqual([
      'APPROVED',
      'SUPERSEDED',
      'RETURNED',
      'APPROVED',
    ]);
    expect(last.versions[3]).toEqual(approved);
    expect(last.row).toMatchObject({ standing: 'FALLS_DUE', approvedVersion: 4, validUntil: inDays(30) });
    expect(await due()).toEqual(['FALLS_DUE']);
    expect((await register.cover()).fallingDue).toBe(1);
    const acts: { action: string }[] = await test.database.read.query(
      "SELECT action FROM audit_rows WHERE action LIKE 'assessments.%' ORDER BY row_id",
    );
    expect(acts.map(({ action }) => action.split('.')[1])).toEqual([
      'write',
      'approve',
      'write',
      'return',
      'write',
      'write',
      'approve',
    ]);
  });

  it('F-09 REQ-PI-7 past its time it no longer counts, and it is purged three years after that, not a day sooner', async () => {
    test.clock.advance(31 * DAY);
    expect(await untilOf('AUTOMATED_DECISION')).toBeNull();
    expect(await due()).toEqual(['EXPIRED']);
    const [purge] = test.app.get(Purges, { strict: false }).list();
    expect([purge?.purge.line, purge?.keptMonths]).toEqual(['assessments', 36]);
    const purgeOn = (day: number) =>
      test.database.runInTransaction(async (tx) => {
        const cut = retentionCut(startOfDay(addDays(TODAY, day)), purge?.keptMonths ?? 0);
        return (await purge?.purge.step(tx, 0, cut))?.removed;
      });
    // Three years hold one leap day; versions end 30, 30, 40 and 90 days from now.
    const threeYears = 3 * 365 + 1;
    expect(await purgeOn(30 + threeYears)).toBe(0);
    expect(await purgeOn(31 + threeYears)).toBe(2);
    expect(await purgeOn(90 + threeYears)).toBe(1);
    expect(await purgeOn(91 + threeYears)).toBe(1);
    expect((await register.list({ view: 'ALL', limit: 20 })).total).toBe(0);
  });
});
