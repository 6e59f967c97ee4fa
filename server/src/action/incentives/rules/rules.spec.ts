import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ItemRow, type ItemDraft } from '@siyu/shared/contracts/catalogue-desk';
import { catalogueDeskRoutes } from '@siyu/shared/contracts/catalogue-desk.routes';
import {
  IncentiveDetail,
  type IncentiveDraft,
  IncentiveRows,
  IncentiveVerdict,
} from '@siyu/shared/contracts/incentive-rules';
import { IncentiveEffect } from '@siyu/shared/contracts/incentive-effects';
import { incentiveEffectsRoutes as effectRoutes } from '@siyu/shared/contracts/incentive-effects.routes';
import { incentiveRulesRoutes as routes } from '@siyu/shared/contracts/incentive-rules.routes';
import { reviewsRoutes } from '@siyu/shared/contracts/reviews.routes';
import { type Route, type RouteInput, routeUrl } from '@siyu/shared/contracts/route';
import { segmentDefinitionsRoutes } from '@siyu/shared/contracts/segment-definitions.routes';
import { SegmentDefinition } from '@siyu/shared/contracts/segment-definitions';
import { AppModule } from '../../../app.module.ts';
import { openStaff } from '../../../testing/callers.ts';
import { createTestApp, describeOnEngines, TEST_NOW, type TestApp } from '../../../testing/index.ts';
import { EffectRounds } from '../effect/effect-rounds.ts';
import { plantLearners } from '../effect/testing/plant-learners.ts';
import { Budgets } from './budgets.ts';
import { LiveRules } from './live-rules.ts';
import { RuleStops } from './rule-stops.ts';

const DAY = 86_400_000;
const iso = (at: number): string => new Date(at).toISOString();
const is = (field: string, operator: string, value: unknown) => ({ field, operator, value });
const all = (...rules: readonly object[]) => ({ combinator: 'and', rules: [...rules] });

const draftOf = (change: Partial<IncentiveDraft> = {}): IncentiveDraft => ({
  name: '学完一课',
  title: '学完一课',
  reason: '认真学完了一课，谢谢您的时间',
  when: 'lesson_completed',
  condition: all(is('nthThisWeek', '>=', 3)),
  mission: null,
  then: { kind: 'points', points: 10 },
  limits: {
    perDay: 1,
    perWeek: 3,
    total: null,
    coolDownHours: null,
    pendingDays: 0,
    expiresAfterDays: 365,
  },
  budget: { awardsMax: 2, valueFenMax: 100_000 },
  schedule: { from: null, until: iso(TEST_NOW + 60 * DAY) },
  priority: 10,
  stackingGroup: null,
  holdoutPercent: 1,
  ...change,
});

describeOnEngines((engine) => {
  describe('incentive rules', () => {
    let server: TestApp;
    let operator: string;
    let colleague: string;
    let compliance: string;
    beforeAll(async () => {
      server = await createTestApp({ engine, modules: [AppModule], env: { RUNS_JOBS: 'false' } });
      operator = await openStaff(server, 'operator');
      compliance = await openStaff(server, 'compliance');
      server.clock.advance(1_000);
      colleague = await openStaff(server, 'operator');
    }, 60_000);
    afterAll(() => server.close());

    const ask = async (cookie: string, route: Route, input: RouteInput = {}) => {
      const answer = await fetch(server.url + routeUrl(route, input), {
        method: route.method,
        headers: { cookie, origin: server.url, ...(input.body && { 'content-type': 'application/json' }) },
        ...(input.body && { body: JSON.stringify(input.body) }),
      });
      const body: unknown = await answer.json();
      return { status: answer.status, body };
    };
    const told = async (cookie: string, route: Route, input: RouteInput) => {
      const { status, body } = await ask(cookie, route, input);
      if (status >= 400) throw new Error(JSON.stringify(body));
      return IncentiveDetail.parse(body);
    };
    const create = (draft: IncentiveDraft) => told(operator, routes.createIncentive, { body: draft });
    const save = ({ ruleId, revision }: IncentiveDetail, draft: IncentiveDraft, cookie = operator) =>
      ask(cookie, routes.saveIncentive, { params: { ruleId }, body: { draft, revision } });
    const submit = ({ ruleId, revision }: IncentiveDetail) =>
      ask(operator, routes.submitIncentive, { params: { ruleId }, body: { revision } });
    const see = (ruleId: string) => told(compliance, routes.getIncentive, { params: { ruleId } });
    const decide = (rule: IncentiveDetail, isApproved = true, cookie = compliance) =>
      ask(cookie, reviewsRoutes.decideReview, {
        params: { reviewId: rule.review?.reviewId ?? '' },
        body: { isApproved, comment: '看过了', subjectSha256: rule.review?.sha256 ?? '' },
      });
    const move = (cookie: string, ruleId: string, act: string) =>
      ask(cookie, routes.moveIncentive, { params: { ruleId }, body: { act, reason: '先停下来看看' } });
    const approve = async (rule: IncentiveDetail) => {
      const handedIn = IncentiveDetail.parse((await submit(rule)).body);
      expect((await decide(handedIn)).status).toBe(200);
      return see(rule.ruleId);
    };
    const listed = async (ruleId: string) =>
      (await server.app.get(LiveRules).list(server.database.read)).filter((each) => each.ruleId === ruleId);
    const retire = (ruleId: string) => move(operator, ruleId, 'RETIRE');
    const actsOf = async (ruleId: string) => {
      const rows: { action: string }[] = await server.database.read.query(
        'SELECT action FROM audit_rows WHERE subject_id = ?',
        [ruleId],
      );
      return rows.map(({ action }) => action).filter((action) => action.startsWith('incentives.'));
    };

    it('G-02 a version that was approved never changes: an edit waits beside it, and from its own first day on takes its place', async () => {
      const first = await approve(await create(draftOf()));
      expect(first).toMatchObject({ phase: 'LIVE', version: 1 });
      const until = iso(TEST_NOW + 50 * DAY);
      const from = iso(TEST_NOW + 10 * DAY);
      const change = { then: { kind: 'points', points: 20 } as const, schedule: { from, until } };
      const edited = IncentiveDetail.parse((await save(first, draftOf(change))).body);
      expect(edited).toMatchObject({ phase: 'LIVE', hasDraft: true, then: { points: 10 } });
      expect(await listed(first.ruleId)).toMatchObject([{ rule: { version: 1, then: { points: 10 } } }]);
      const second = await approve(edited);
      expect(second).toMatchObject({
        phase: 'LIVE',
        version: 2,
        versions: [
          { version: 2, written: { then: { points: 20 } }, validFrom: from, validUntil: until },
          { version: 1, written: { then: { points: 10 } }, validUntil: from },
        ],
      });
      expect(second.versions[1]?.sha256).toBe(first.versions[0]?.sha256);
      expect(await listed(first.ruleId)).toMatchObject([
        { rule: { version: 1, schedule: { until: TEST_NOW + 10 * DAY } } },
        { rule: { version: 2, schedule: { from: TEST_NOW + 10 * DAY } } },
      ]);
      // Writing again what is approved takes the draft back.
      const back = IncentiveDetail.parse((await save(second, draftOf())).body);
      expect(back.hasDraft).toBe(true);
      expect((await save(back, draftOf(change))).body).toMatchObject({ hasDraft: false });
      await retire(first.ruleId);
    });

    it('G-02 of two who edit at once one is told, whoever wrote a part may not approve it, and a refused one is a draft again', async () => {
      const written = await create(draftOf({ name: '第一稿' }));
      const saved = await save(written, draftOf({ name: '第二稿' }), colleague);
      const late = await save(written, draftOf({ name: '第三稿' }));
      expect([saved.status, late]).toMatchObject([
        200,
        { status: 409, body: { code: 'incentives.rule_changed' } },
      ]);
      const rule = await see(written.ruleId);
      expect(rule.name).toBe('第二稿');
      const handedIn = IncentiveDetail.parse((await submit(rule)).body);
      expect((await decide(handedIn, false)).status).toBe(200);
      const returned = await see(rule.ruleId);
      expect(returned).toMatchObject({
        phase: 'DRAFT',
        isInReview: false,
        lastReview: { isApproved: false, comment: '看过了' },
        draft: { name: '第二稿' },
      });
      // What is changed while it is with the reviewer is taken back, and nobody decides on it any more.
      const again = IncentiveDetail.parse((await submit(returned)).body);
      await save(again, draftOf({ name: '第四稿' }));
      expect(await decide(again)).toMatchObject({ status: 409, body: { code: 'reviews.already_decided' } });
      await retire(rule.ruleId);
      expect(await save(await see(rule.ruleId), draftOf())).toMatchObject({
        body: { code: 'incentives.act_refused' },
      });
      expect(await actsOf(rule.ruleId)).toEqual(
        expect.arrayContaining([
          'incentives.create',
          'incentives.edit',
          'incentives.submit',
          'incentives.return',
          'incentives.retire',
        ]),
      );
    });

    it('G-03 REQ-INC-1 REQ-INC-2 what the law forbids is told while it is written and refused when it is handed in, with the requirement and the place', async () => {
      let segments = 0;
      const segment = async (rule: object) => {
        segments += 1;
        const body = { name: `客群 ${segments}`, rule };
        const made = SegmentDefinition.parse(
          (await ask(operator, segmentDefinitionsRoutes.createDefinition, { body })).body,
        );
        const live = await ask(operator, segmentDefinitionsRoutes.activateDefinition, {
          params: { segmentId: made.segmentId },
          body: { revision: made.revision },
        });
        return SegmentDefinition.parse(live.body);
      };
      const buyers = await segment(all(is('purchases', '>=', 1)));
      const condition = all(is('lessonsCompleted', '>=', 3), is('segment', 'in', [buyers.key]));
      const draft = draftOf({ condition, limits: { ...draftOf().limits, perDay: null, perWeek: null } });
      const asked = await ask(operator, routes.checkIncentive, {
        body: { draft: { ...draft, then: { kind: 'points', points: 500 } } },
      });
      const { refusals, valueFen } = IncentiveVerdict.parse(asked.body);
      expect(valueFen).toBe(500);
      expect(refusals).toEqual(
        expect.arrayContaining([
          expect.objectContaining({
            requirement: 'REQ-INC-1',
            code: 'depends_on_trading',
            place: expect.stringMatching(/^condition\.rules\[1\]/),
          }),
          expect.objectContaining({ requirement: 'REQ-INC-2', code: 'yearly_value', place: 'limits' }),
        ]),
      );
      const written = await create(draftOf({ condition }));
      expect(await submit(written)).toMatchObject({
        status: 422,
        body: {
          code: 'incentives.guard_refused',
          errors: expect.arrayContaining([
            {
              path: expect.stringMatching(/^condition\.rules\[1\]/),
              message: expect.stringContaining('REQ-INC-1'),
            },
          ]),
        },
      });
      expect(await actsOf(written.ruleId)).toContain('incentives.refuse');
      const wrong = IncentiveDetail.parse(
        (await save(await see(written.ruleId), draftOf({ reason: '这是稳赚不赔的好机会' }))).body,
      );
      expect(await submit(wrong)).toMatchObject({
        status: 422,
        body: { code: 'incentives.wording_refused' },
      });
      await retire(written.ruleId);

      // At approval it is asked again: what a segment asks for has changed meanwhile.
      const readers = await segment(all(is('lessonsCompleted', '>=', 1)));
      const rule = await create(draftOf({ condition: all(is('segment', 'in', [readers.key])) }));
      const handedIn = IncentiveDetail.parse((await submit(rule)).body);
      const { segmentId, name, purpose, revision } = readers;
      const redrawn = {
        name,
        purpose,
        holdoutPercent: 0,
        revision,
        rule: all(is('lessonsCompleted', '>=', 2)),
      };
      const drawn = await ask(operator, segmentDefinitionsRoutes.saveDraft, {
        params: { segmentId },
        body: redrawn,
      });
      await ask(operator, segmentDefinitionsRoutes.activateDefinition, {
        params: { segmentId },
        body: { revision: SegmentDefinition.parse(drawn.body).revision },
      });
      expect(await decide(handedIn)).toMatchObject({
        status: 409,
        body: { code: 'incentives.changed_since_review' },
      });
      await retire(rule.ruleId);
    });

    it('G-01 REQ-INC-4 a mission that another event could complete than the one its rule waits for is refused; one of single lessons, in any order, is kept as it was written', async () => {
      const step = { count: 1, contentIds: null, days: 'any' } as const;
      const lessons = { ...step, event: 'lesson_completed' } as const;
      const quiz = { ...step, event: 'quiz_submitted' } as const;
      const limits = { ...draftOf().limits, perDay: null, perWeek: null, total: 1 };
      const mission = { steps: [lessons, quiz], isOrdered: true, withinDays: 30 };
      const placesOf = async (change: Partial<IncentiveDraft>) => {
        const draft = draftOf({ condition: null, limits, when: 'quiz_submitted', mission, ...change });
        const { body } = await ask(operator, routes.checkIncentive, { body: { draft } });
        return IncentiveVerdict.parse(body).refusals.map(({ place }) => place);
      };
      expect(await placesOf({})).toEqual([]);
      expect(await placesOf({ mission: { ...mission, isOrdered: false } })).toEqual(['mission.isOrdered']);
      expect(await placesOf({ when: 'lesson_completed' })).toEqual(['when']);
      const contentIds = [randomUUID(), randomUUID()];
      const single = { steps: [{ ...lessons, count: 2, contentIds }], isOrdered: false, withinDays: null };
      const rule = await create(draftOf({ condition: null, limits, mission: single }));
      await approve(rule);
      expect(await listed(rule.ruleId)).toMatchObject([{ rule: { mission: single } }]);
      await retire(rule.ruleId);
    });

    it('G-01 G-03 REQ-INC-2 REQ-INC-4 a coupon is worth what its item is at approval: one that is not published or called something else is refused, and a changed item is another hash', async () => {
      const terms: ItemDraft = {
        kind: 'DATA_RIGHT',
        target: null,
        title: '数据权限一年',
        summary: '',
        points: 100,
        valueFen: 2_000,
        stock: 5,
        perMember: 1,
        from: iso(TEST_NOW - DAY),
        until: iso(TEST_NOW + 60 * DAY),
        validDays: 30,
      };
      const read = (answer: { body: unknown }) => ItemRow.parse(answer.body);
      const item = read(await ask(operator, catalogueDeskRoutes.createItem, { body: terms }));
      const params = { itemId: item.itemId };
      const publish = async () => {
        const { sha256 } = read(await ask(operator, catalogueDeskRoutes.submitItem, { params }));
        const [kept]: { reviewId: string }[] = await server.database.read.query(
          'SELECT review_id AS reviewId FROM catalogue_items WHERE item_id = ?',
          [item.itemId],
        );
        const decided = await ask(compliance, reviewsRoutes.decideReview, {
          params: { reviewId: kept?.reviewId ?? '' },
          body: { isApproved: true, comment: '看过了', subjectSha256: sha256 },
        });
        expect(decided.status).toBe(200);
      };
      const limits = { ...draftOf().limits, total: 1 };
      const then = { kind: 'coupon', itemId: item.itemId, title: terms.title } as const;
      const refusalsOf = async (change: Partial<IncentiveDraft>) => {
        const draft = draftOf({ then, limits, ...change });
        const { body } = await ask(operator, routes.checkIncentive, { body: { draft } });
        return IncentiveVerdict.parse(body);
      };
      const unknown = { refusals: [{ requirement: 'REQ-INC-4', code: 'not_whole', place: 'then.itemId' }] };
      expect(await refusalsOf({})).toMatchObject(unknown);
      await publish();
      expect(await refusalsOf({})).toEqual({ refusals: [], valueFen: 2_000 });
      expect(await refusalsOf({ then: { ...then, title: '别的名字' } })).toMatchObject({
        refusals: [{ place: 'then.title' }],
      });
      expect(await refusalsOf({ limits: { ...limits, total: 20 } })).toMatchObject({
        refusals: [{ requirement: 'REQ-INC-2', code: 'yearly_value' }],
      });
      const rule = await create(draftOf({ then, limits }));
      const handedIn = IncentiveDetail.parse((await submit(rule)).body);
      const withdrawal = { params, body: { reason: '重新定价' } };
      const { sha256: seenSha256 } = read(await ask(operator, catalogueDeskRoutes.withdrawItem, withdrawal));
      expect(await decide(handedIn)).toMatchObject({ body: { code: 'incentives.guard_refused' } });
      const draft = { ...terms, summary: '再读一年' };
      await ask(operator, catalogueDeskRoutes.saveItem, { params, body: { draft, seenSha256 } });
      await publish();
      expect(await decide(handedIn)).toMatchObject({ body: { code: 'incentives.changed_since_review' } });
      const again = await save(handedIn, draftOf({ then, limits, priority: 11 }));
      expect(await approve(IncentiveDetail.parse(again.body))).toMatchObject({
        then,
        versions: [{ valueFen: 2_000 }],
      });
      expect(await listed(rule.ruleId)).toMatchObject([
        { rule: { then: { kind: 'coupon', itemId: item.itemId }, valueFen: 2_000 } },
      ]);
      await retire(rule.ruleId);
    });

    it('G-02 REQ-INC-4 a rule over its budget stops itself, what is reversed is given back, and only a person lets it go on', async () => {
      const { ruleId, ruleNo } = await approve(await create(draftOf()));
      const [budgets, stops] = [server.app.get(Budgets), server.app.get(RuleStops)];
      const share = { awards: 1, points: 10, valueFen: 10 };
      const take = (awards: number) =>
        server.database.runInTransaction((tx) =>
          budgets.take(tx, ruleNo, { awards, points: 10 * awards, valueFen: 10 * awards }),
        );
      expect(await take(3)).toBe(false);
      const taken = await Promise.all([take(1), take(1), take(1), take(1)]);
      expect(taken.filter((isGranted) => isGranted)).toHaveLength(2);
      await Promise.all(
        [1, 2].map(() => server.database.runInTransaction((tx) => stops.stopExhausted(tx, ruleNo))),
      );
      expect(await listed(ruleId)).toEqual([]);
      expect(await see(ruleId)).toMatchObject({
        phase: 'EXHAUSTED',
        budget: { awardsMax: 2, awardsUsed: 2, pointsUsed: 20, valueFenUsed: 20 },
        steps: [{ act: 'EXHAUST', byName: null }, { act: 'APPROVE' }, { act: 'SUBMIT' }],
      });
      expect(await move(operator, ruleId, 'RESUME')).toMatchObject({
        body: { code: 'incentives.budget_empty' },
      });
      await server.database.runInTransaction((tx) => budgets.giveBack(tx, ruleNo, share));
      expect(await listed(ruleId)).toEqual([]);
      expect(await move(operator, ruleId, 'RESUME')).toMatchObject({ status: 200, body: { phase: 'LIVE' } });
      expect(await listed(ruleId)).toHaveLength(1);

      // Compliance stops it at once; letting it go on is not theirs.
      expect(await move(compliance, ruleId, 'PAUSE')).toMatchObject({
        body: { phase: 'PAUSED', mayDo: ['RETIRE'] },
      });
      expect(await listed(ruleId)).toEqual([]);
      expect(await move(compliance, ruleId, 'RESUME')).toMatchObject({
        status: 403,
        body: { code: 'incentives.not_your_move' },
      });
      expect(await move(operator, ruleId, 'RESUME')).toMatchObject({ body: { phase: 'LIVE' } });
      // A larger budget is a version of its own; what has been given counts against it.
      const live = await see(ruleId);
      const larger = await save(live, draftOf({ budget: { awardsMax: 5, valueFenMax: 100_000 } }));
      expect(await approve(IncentiveDetail.parse(larger.body))).toMatchObject({
        version: 2,
        budget: { awardsMax: 5, awardsUsed: 1 },
      });
      expect(await move(operator, ruleId, 'RETIRE')).toMatchObject({
        body: { phase: 'RETIRED', mayDo: [] },
      });
      expect(await listed(ruleId)).toEqual([]);
    });

    // The last one: its clock goes on by weeks, and none goes back.
    it('G-02 REQ-INC-4 a rule gives nothing until another person has approved it, and then from its first day to its last', async () => {
      const schedule = { from: iso(TEST_NOW + 5 * DAY), until: iso(TEST_NOW + 20 * DAY) };
      const written = await create(draftOf({ schedule }));
      expect(written).toMatchObject({ phase: 'DRAFT', version: 0, mayDo: ['EDIT', 'SUBMIT', 'RETIRE'] });
      const handedIn = IncentiveDetail.parse((await submit(written)).body);
      expect(handedIn).toMatchObject({ phase: 'IN_REVIEW', isInReview: true });
      expect(await submit(handedIn)).toMatchObject({ body: { code: 'incentives.already_handed_in' } });
      expect(await decide(handedIn, true, operator)).toMatchObject({ status: 403 });
      expect(await listed(written.ruleId)).toEqual([]);
      expect(await decide(handedIn)).toMatchObject({ status: 200 });

      const scheduled = await see(written.ruleId);
      expect(scheduled).toMatchObject({
        phase: 'SCHEDULED',
        version: 1,
        draft: null,
        hasDraft: false,
        budget: { awardsMax: 2, awardsUsed: 0 },
        versions: [{ version: 1, valueFen: 10, validFrom: schedule.from, validUntil: schedule.until }],
        steps: [{ act: 'APPROVE', byName: '测试' }, { act: 'SUBMIT' }],
        lastReview: { isApproved: true },
      });
      expect(await listed(written.ruleId)).toMatchObject([
        {
          title: '学完一课',
          rule: {
            ruleNo: written.ruleNo,
            version: 1,
            valueFen: 10,
            condition: { kind: 'all', parts: [{ field: { key: 'nthThisWeek' }, operands: [3] }] },
            schedule: { from: TEST_NOW + 5 * DAY, until: TEST_NOW + 20 * DAY },
          },
        },
      ]);
      const phaseIn = async (days: number) => {
        server.clock.set(TEST_NOW + days * DAY);
        operator = await openStaff(server, 'operator');
        compliance = await openStaff(server, 'compliance');
        const { phase } = await see(written.ruleId);
        const rows = IncentiveRows.parse(
          (await ask(operator, routes.listIncentives, { query: { phase } })).body,
        );
        expect(rows.rows.map(({ ruleId }) => ruleId)).toEqual([written.ruleId]);
        return phase;
      };
      expect([await phaseIn(4), await phaseIn(5), await phaseIn(19), await phaseIn(20)]).toEqual([
        'SCHEDULED',
        'LIVE',
        'LIVE',
        'ENDED',
      ]);
      // Facts of its days that come late are still answered, for a week.
      expect(await listed(written.ruleId)).toHaveLength(1);
      await phaseIn(28);
      expect(await listed(written.ruleId)).toEqual([]);
      await retire(written.ruleId);
    });

    it('H-05 REQ-INC-4 a rule without a holdout is not handed in', async () => {
      const draft = draftOf({ holdoutPercent: 0 });
      expect(await ask(operator, routes.checkIncentive, { body: { draft } })).toMatchObject({
        body: { refusals: [{ requirement: 'REQ-INC-4', place: 'holdoutPercent' }] },
      });
      const rule = await create(draft);
      expect(await submit(rule)).toMatchObject({ status: 422, body: { code: 'incentives.guard_refused' } });
      await retire(rule.ruleId);
    });

    it('H-05 the page of a live rule is told what both sides of its lot learned: persons once, none without consent, what was withdrawn not at all', async () => {
      const start = server.clock.now();
      const limits = { ...draftOf().limits, perDay: 1, perWeek: null };
      const until = iso(start + 100 * DAY);
      const rule = await create(
        draftOf({ condition: null, limits, holdoutPercent: 20, schedule: { from: null, until } }),
      );
      const effect = async (cookie = operator) =>
        IncentiveEffect.parse(
          (await ask(cookie, effectRoutes.getIncentiveEffect, { params: { ruleId: rule.ruleId } })).body,
        );
      expect(await effect()).toMatchObject({ state: 'NOT_LIVE', counted: null });
      await approve(rule);
      expect(await effect()).toMatchObject({ state: 'WAITING', counted: null });

      const lot = await plantLearners(server, { rule, start });
      server.clock.set(start + 61 * DAY);
      operator = await openStaff(server, 'operator');
      const analyst = await openStaff(server, 'analyst');
      await server.app.get(EffectRounds).run(null);
      const counted = await effect(analyst);
      expect(counted).toMatchObject({
        state: 'COUNTED',
        counted: {
          since: iso(start),
          holdoutPercent: 20,
          isSameTopic: true,
          rewarded: { people: 101, ripe: 100, learned: 30 },
          heldOut: { people: 25, ripe: 25, learned: 2 },
          isRatioSuspicious: false,
          difference: { share: 0.3 - 0.08, low: expect.any(Number), high: expect.any(Number) },
          spentFen: 1_000,
          costFen: { each: 45 },
        },
      });
      // Counted once a day; a newer day counts what is new.
      await lot.withdraw();
      await server.app.get(EffectRounds).run(null);
      expect(await effect()).toEqual(counted);
      server.clock.advance(DAY);
      operator = await openStaff(server, 'operator');
      await server.app.get(EffectRounds).run(null);
      expect(await effect()).toMatchObject({ counted: { heldOut: { people: 24, learned: 2 } } });
      await server.database.runInTransaction(({ manager }) =>
        manager.query(
          `UPDATE incentive_rule_versions SET frozen = REPLACE(frozen, '"holdoutPercent":20', '"holdoutPercent":0') WHERE rule_id = ?`,
          [rule.ruleId],
        ),
      );
      expect(await effect()).toMatchObject({ state: 'NO_HOLDOUT', counted: null });
    });
  });
});
