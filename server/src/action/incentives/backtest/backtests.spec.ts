import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BacktestDetail, BacktestRows, WhatIfAnswer } from '@siyu/shared/contracts/backtests';
import { BACKTESTS_AT_ONCE } from '@siyu/shared/contracts/backtests.limits';
import { backtestsRoutes } from '@siyu/shared/contracts/backtests.routes';
import { IncentiveDetail, type IncentiveDraft } from '@siyu/shared/contracts/incentive-rules';
import { incentiveRulesRoutes } from '@siyu/shared/contracts/incentive-rules.routes';
import { reviewsRoutes } from '@siyu/shared/contracts/reviews.routes';
import { type Route, type RouteInput, routeUrl } from '@siyu/shared/contracts/route';
import { dayOfInstant, startOfDay } from '@siyu/shared/time';
import { AppModule } from '../../../app.module.ts';
import { WechatLogin } from '../../../foundation/wechat/index.ts';
import { JobRecords, Jobs } from '../../../platform/jobs/index.ts';
import { EventHistories } from '../../../records/engagement/index.ts';
import { openStaff } from '../../../testing/callers.ts';
import { createTestApp, describeOnEngines, TEST_NOW, type TestApp } from '../../../testing/index.ts';
import { openFirm, type ThreadMember } from '../../../testing/thread-firm.ts';
import { BACKTEST_JOB } from './backtest-worker.ts';

const DAY = 86_400_000;
const FIRST_DAY = startOfDay(dayOfInstant(TEST_NOW));
const iso = (at: number): string => new Date(at).toISOString();
const draftOf = (change: Partial<IncentiveDraft> = {}): IncentiveDraft => ({
  name: '看完一场直播',
  title: '看完直播',
  reason: '认真看完了一场直播，谢谢您的时间',
  when: 'live_attended',
  condition: null,
  mission: null,
  then: { kind: 'points', points: 10 },
  limits: {
    perDay: 1,
    perWeek: null,
    total: 12,
    coolDownHours: null,
    pendingDays: 0,
    expiresAfterDays: 365,
  },
  budget: { awardsMax: 100, valueFenMax: 100_000 },
  schedule: { from: null, until: iso(TEST_NOW + 90 * DAY) },
  priority: 10,
  stackingGroup: '直播',
  holdoutPercent: 1,
  ...change,
});
const LONG: Partial<IncentiveDraft> = {
  name: '看满半小时',
  condition: { combinator: 'and', rules: [{ field: 'minutesAttended', operator: '>=', value: 30 }] },
  then: { kind: 'points', points: 25 },
  priority: 20,
  budget: { awardsMax: 4, valueFenMax: 100_000 },
};

describeOnEngines((engine) => {
  describe('back-tests', () => {
    let server: TestApp;
    let operator: string;
    let compliance: string;
    let members: readonly ThreadMember[];
    let live: IncentiveDetail;
    let draft: IncentiveDetail;

    const settle = () => server.app.get(Jobs).idle();
    const ask = async (cookie: string, route: Route, input: RouteInput = {}, key?: string) => {
      const answer = await fetch(server.url + routeUrl(route, input), {
        method: route.method,
        headers: {
          cookie,
          origin: server.url,
          ...(input.body && { 'content-type': 'application/json' }),
          ...(key !== undefined && { 'idempotency-key': key }),
        },
        ...(input.body && { body: JSON.stringify(input.body) }),
      });
      const body: unknown = await answer.json();
      return { status: answer.status, body };
    };
    const create = async (change: Partial<IncentiveDraft>) =>
      IncentiveDetail.parse(
        (await ask(operator, incentiveRulesRoutes.createIncentive, { body: draftOf(change) })).body,
      );
    const detailOf = async ({ ruleId }: Pick<IncentiveDetail, 'ruleId'>) =>
      IncentiveDetail.parse(
        (await ask(compliance, incentiveRulesRoutes.getIncentive, { params: { ruleId } })).body,
      );
    const submit = async ({ ruleId, revision }: IncentiveDetail) =>
      IncentiveDetail.parse(
        (
          await ask(operator, incentiveRulesRoutes.submitIncentive, {
            params: { ruleId },
            body: { revision },
          })
        ).body,
      );
    /** Over the four days on which something happened. */
    const askRun = ({ ruleId, revision }: IncentiveDetail, change: object = {}, key?: string) =>
      ask(
        operator,
        backtestsRoutes.askBacktest,
        {
          params: { ruleId },
          body: { from: iso(FIRST_DAY), until: iso(FIRST_DAY + 4 * DAY), revision, ...change },
        },
        key,
      );
    const runOf = async (runId: string, cookie = compliance) =>
      BacktestDetail.parse((await ask(cookie, backtestsRoutes.getBacktest, { params: { runId } })).body);
    const rowsOf = async ({ ruleId }: IncentiveDetail) =>
      BacktestRows.parse((await ask(compliance, backtestsRoutes.listBacktests, { params: { ruleId } })).body)
        .rows;
    const through = async (rule: IncentiveDetail) => {
      const { runId } = BacktestDetail.parse((await askRun(rule)).body);
      await settle();
      return runOf(runId);
    };
    const cancel = async (runId: string) => {
      const { status, body } = await ask(operator, backtestsRoutes.cancelBacktest, { params: { runId } });
      return { status, run: BacktestDetail.parse(body) };
    };
    const audited = async (action: string) => {
      const [row]: { count: number | string }[] = await server.database.read.query(
        'SELECT COUNT(*) AS count FROM audit_rows WHERE action = ?',
        [action],
      );
      return Number(row?.count);
    };
    const stop = () =>
      server.database.runInTransaction((tx) => server.app.get(JobRecords).stop(tx, BACKTEST_JOB));
    const goOn = () =>
      server.database.runInTransaction((tx) => server.app.get(JobRecords).askRun(tx, BACKTEST_JOB));

    beforeAll(async () => {
      const wechat = { code2Session: (code: string) => ({ openid: code, unionid: null, sessionKey: 'key' }) };
      server = await createTestApp({
        engine,
        modules: [AppModule],
        overrides: [{ provide: WechatLogin, useValue: wechat }],
      });
      const firm = await openFirm(server);
      operator = await openStaff(server, 'operator');
      compliance = await openStaff(server, 'compliance');
      const { review, ruleId } = await submit(await create({}));
      await ask(compliance, reviewsRoutes.decideReview, {
        params: { reviewId: review?.reviewId ?? '' },
        body: { isApproved: true, comment: '看过了', subjectSha256: review?.sha256 ?? '' },
      });
      const joined: ThreadMember[] = [];
      for (const account of ['one', 'two', 'three']) joined.push(await firm.join(account));
      members = joined;
      // On each of four days the first attends for 40 minutes, the second for 20, the third for 40 but on the first two.
      for (const day of [1, 2, 3, 4]) {
        for (const [at, minutes] of [40, 20, 40].entries()) {
          const memberNo = members[at]?.memberNo ?? 0;
          if (at === 2 && day > 2) continue;
          server.clock.advance(60_000);
          const occurredAt = server.clock.now();
          const told = { memberNo, type: 'live_attended', occurredAt, source: 'server' } as const;
          await server.database.runInTransaction((tx) =>
            server.app.get(EventHistories).record(tx, [{ ...told, contentId: null, value: minutes }]),
          );
        }
        await settle();
        server.clock.advance(DAY - 3 * 60_000);
      }
      operator = await openStaff(server, 'operator');
      compliance = await openStaff(server, 'compliance');
      live = await detailOf({ ruleId });
      draft = await create(LONG);
    }, 120_000);
    afterAll(() => server.close());

    it('H-01 H-07 a draft is tested beside the live rules over days that are over: what it gives and takes, by day and by member, and what really happened', async () => {
      const asked = await askRun(draft, {}, 'a-key-of-the-console');
      expect(asked.status).toBe(201);
      const { runId, state, report } = BacktestDetail.parse(asked.body);
      expect([state, report]).toEqual(['QUEUED', null]);
      const again = await askRun(draft, {}, 'a-key-of-the-console');
      expect(BacktestDetail.parse(again.body).runId).toBe(runId);
      await settle();
      const run = await runOf(runId);
      expect(run).toMatchObject({ state: 'DONE', percent: 100, isCurrent: true, mayCancel: false });
      expect(run.report).toMatchObject({
        events: 10,
        // The budget is for four: the first and third on days 1 and 2, then nothing is left.
        given: { awards: 4, points: 100, valueFen: 100 },
        really: null,
        allReally: { awards: 10, points: 100, valueFen: 100 },
        // The live rule gives what it really gave but for those four, which the draft takes from it, and the one on which the draft finds nothing left.
        allGiven: { awards: 9, points: 150, valueFen: 150 },
        members: 2,
        budget: { awardsMax: 4, endsOn: iso(FIRST_DAY + 2 * DAY + DAY / 2).slice(0, 10) },
        missions: null,
        collisions: [{ name: '看完一场直播', kind: 'STACKING', taken: 0, given: 5 }],
      });
      expect(run.report?.days.map(({ awards, reallyPoints }) => [awards, reallyPoints])).toEqual([
        [2, 0],
        [2, 0],
        [0, 0],
        [0, 0],
      ]);
      const [first, , third] = members;
      expect(run.report?.receivers.map(({ memberId, awards }) => [memberId, awards])).toEqual([
        [first?.memberId, 2],
        [third?.memberId, 2],
      ]);
      expect(run.report?.rules.map(({ name, given, really }) => [name, given.awards, really.awards])).toEqual(
        [
          ['看满半小时', 4, 0],
          ['看完一场直播', 5, 10],
        ],
      );
      expect(await audited('backtests.ask')).toBe(1);
    });

    it('H-01 H-03 a rule that is live is tested as it is: what it gives is what it gave, and the group of each member is named', async () => {
      const { report } = await through(live);
      expect(report).toMatchObject({
        given: { awards: 10, points: 100 },
        really: { awards: 10, points: 100 },
        members: 3,
        budget: { endsOn: null },
        collisions: [],
        segments: expect.arrayContaining([
          expect.objectContaining({ name: expect.stringContaining('同行阶段') }),
        ]),
      });
      expect(report?.allGiven).toEqual(report?.allReally);
    });

    it('H-07 a run that was left half done is run again and finds the same; one that is cancelled stays so, and one that is over is told as it is', async () => {
      const run = await through(draft);
      await stop();
      await server.database.runInTransaction(({ manager }) =>
        manager.query(
          "UPDATE backtest_runs SET state = 'RUNNING', percent = 40, report = NULL, finished_at = NULL WHERE run_id = ?",
          [run.runId],
        ),
      );
      expect(await runOf(run.runId)).toMatchObject({ state: 'RUNNING', percent: 40, report: null });
      const waiting: string[] = [];
      while (waiting.length < BACKTESTS_AT_ONCE - 1)
        waiting.push(BacktestDetail.parse((await askRun(draft)).body).runId);
      expect(await askRun(draft)).toMatchObject({
        status: 409,
        body: { code: 'backtests.too_many_at_once' },
      });
      expect((await runOf(waiting[0] ?? '', operator)).mayCancel).toBe(true);
      for (const runId of waiting)
        expect(await cancel(runId)).toMatchObject({ status: 200, run: { state: 'CANCELLED' } });
      await goOn();
      await settle();
      expect((await runOf(run.runId)).report).toEqual(run.report);
      expect(await cancel(run.runId)).toMatchObject({ status: 200, run: { state: 'DONE' } });
      expect(await runOf(waiting[0] ?? '')).toMatchObject({ state: 'CANCELLED', percent: 0, report: null });
      expect(await audited('backtests.cancel')).toBe(waiting.length);
    });

    it('H-01 only what is seen is tested, over whole days that are over; a run is of its draft and no other, also for who reviews it', async () => {
      const refused = async (change: object) => (await askRun(draft, change)).body;
      expect(await refused({ revision: draft.revision + 1 })).toMatchObject({
        code: 'incentives.rule_changed',
      });
      for (const change of [
        { from: iso(FIRST_DAY + 1) },
        { until: iso(FIRST_DAY) },
        { from: iso(FIRST_DAY - 180 * DAY) },
        { until: iso(FIRST_DAY + 5 * DAY) },
      ])
        expect(await refused(change)).toMatchObject({ code: 'backtests.window_refused' });
      const { ruleId, revision } = draft;
      await ask(operator, incentiveRulesRoutes.saveIncentive, {
        params: { ruleId },
        body: { draft: draftOf({ ...LONG, then: { kind: 'points', points: 30 } }), revision },
      });
      const [before] = await rowsOf(draft);
      expect(before?.isCurrent).toBe(false);
      const saved = await detailOf(draft);
      expect((await askRun(draft)).status).toBe(409);
      const run = await through(saved);
      expect(run.report?.given).toEqual({ awards: 4, points: 120, valueFen: 120 });
      const { review } = await submit(saved);
      expect(review?.sha256).toBe(run.sha256);
      const [row] = await rowsOf(draft);
      expect(row).toMatchObject({ runId: run.runId, isCurrent: true, askedByName: '测试' });
      expect(await ask(operator, backtestsRoutes.getBacktest, { params: { runId: ruleId } })).toMatchObject({
        status: 404,
        body: { code: 'backtests.not_found' },
      });
    });

    it('H-04 what if: for one member and one event every rule says its verdict and what each condition saw; the look is on record', async () => {
      const whatIf = (memberId = '', eventId?: string) =>
        ask(operator, backtestsRoutes.askWhatIf, {
          params: { ruleId: draft.ruleId },
          body: { memberId, ...(eventId !== undefined && { eventId }) },
        });
      const [first, second] = members;
      const seen = WhatIfAnswer.parse((await whatIf(first?.memberId)).body);
      expect(seen.verdicts).toMatchObject([
        { name: '看满半小时', isDraft: true, verdict: 'awarded', conditions: [{ value: 40, holds: true }] },
        { name: '看完一场直播', isDraft: false, verdict: 'stacked' },
      ]);
      const other = WhatIfAnswer.parse((await whatIf(second?.memberId)).body);
      expect(other.verdicts).toMatchObject([
        { verdict: 'condition', conditions: [{ value: 20, holds: false }] },
        { verdict: 'awarded' },
      ]);
      const [earliest]: { eventId: string }[] = await server.database.read.query(
        'SELECT event_id AS eventId FROM earning_facts WHERE member_no = ? ORDER BY seq LIMIT 1',
        [first?.memberNo],
      );
      const told = WhatIfAnswer.parse((await whatIf(first?.memberId, earliest?.eventId)).body);
      expect(told.event.eventId).toBe(earliest?.eventId);
      expect(await audited('backtests.what_if')).toBe(3);
      expect((await whatIf(first?.memberId, draft.ruleId)).body).toMatchObject({
        code: 'backtests.event_not_found',
      });
      expect((await whatIf(draft.ruleId)).body).toMatchObject({ code: 'backtests.member_not_found' });
    });

    it('H-01 whoever closed the account since is in no report any more', async () => {
      const [row] = await rowsOf(draft);
      const [, , third] = members;
      await server.database.runInTransaction(({ manager }) =>
        manager.query(
          'INSERT INTO account_closings (member_no, closing_id, text_version, closed_at) VALUES (?, ?, ?, ?)',
          [third?.memberNo, draft.ruleId, '2026-11', server.clock.now()],
        ),
      );
      const { report } = await runOf(row?.runId ?? '');
      expect(report?.receivers.map(({ memberId }) => memberId)).toEqual([members[0]?.memberId]);
      expect(report?.members).toBe(2);
    });
  });
});
