import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CheckInState, MemberAwards, MissionBoard, StaffAwards } from '@siyu/shared/contracts/awards';
import { awardsRoutes } from '@siyu/shared/contracts/awards.routes';
import { ItemRow, type ItemDraft } from '@siyu/shared/contracts/catalogue-desk';
import { catalogueDeskRoutes } from '@siyu/shared/contracts/catalogue-desk.routes';
import { ShareKey } from '@siyu/shared/contracts/channels';
import { channelsRoutes } from '@siyu/shared/contracts/channels.routes';
import { ConfigVersionRow } from '@siyu/shared/contracts/configuration';
import { configurationRoutes } from '@siyu/shared/contracts/configuration.routes';
import { OwnEntitlements } from '@siyu/shared/contracts/entitlements';
import { entitlementsRoutes } from '@siyu/shared/contracts/entitlements.routes';
import { IncentiveDetail, type IncentiveDraft } from '@siyu/shared/contracts/incentive-rules';
import { incentiveRulesRoutes } from '@siyu/shared/contracts/incentive-rules.routes';
import { AccessCopy } from '@siyu/shared/contracts/privacy';
import { privacyRoutes } from '@siyu/shared/contracts/privacy.routes';
import { reviewsRoutes } from '@siyu/shared/contracts/reviews.routes';
import { type Route, type RouteInput, routeUrl } from '@siyu/shared/contracts/route';
import { AppModule } from '../../../app.module.ts';
import { WechatLogin } from '../../../foundation/wechat/index.ts';
import { Jobs } from '../../../platform/jobs/index.ts';
import { EventHistories } from '../../../records/engagement/index.ts';
import { Identity } from '../../../records/identity/index.ts';
import { openMember, openStaff } from '../../../testing/callers.ts';
import {
  createTestApp,
  describeOnEngines,
  type Override,
  TEST_NOW,
  type TestApp,
} from '../../../testing/index.ts';
import { copyCells } from '../../../views/privacy/copy-cells.ts';
import { ReplaySources } from '../backtest/replay-sources.ts';
import { replayWindow } from '../backtest/replay-window.ts';
import { PointsRounds } from '../ledger/points-rounds.ts';
import { openFirm, type ThreadFirm, type ThreadMember } from '../../../testing/thread-firm.ts';

const DAY = 86_400_000;
const HOUR = 3_600_000;
const wechat: Override = {
  provide: WechatLogin,
  useValue: {
    code2Session: (code: string) => Promise.resolve({ openid: code, unionid: null, sessionKey: 'key' }),
  },
};
const draftOf = (change: Partial<IncentiveDraft> = {}): IncentiveDraft => ({
  name: '学完一课',
  title: '学完一课',
  reason: '认真学完了一课，谢谢您的时间',
  when: 'lesson_completed',
  condition: null,
  mission: null,
  then: { kind: 'points', points: 10 },
  limits: {
    perDay: 1,
    perWeek: null,
    total: null,
    coolDownHours: null,
    pendingDays: 0,
    expiresAfterDays: 365,
  },
  budget: { awardsMax: 100, valueFenMax: 100_000 },
  schedule: { from: null, until: new Date(TEST_NOW + 90 * DAY).toISOString() },
  priority: 10,
  stackingGroup: null,
  holdoutPercent: 1,
  ...change,
});

describeOnEngines((engine) => {
  describe('awards', () => {
    let server: TestApp;
    let firm: ThreadFirm;
    let operator: string;
    let compliance: string;
    /** After the clock was turned back. */
    let replayedFrom: number;
    /** Before it went on by days, to where it had been before. */
    let replayedUntil: number;
    beforeAll(async () => {
      server = await createTestApp({ engine, modules: [AppModule], overrides: [wechat] });
      firm = await openFirm(server);
      operator = await openStaff(server, 'operator');
      compliance = await openStaff(server, 'compliance');
    }, 120_000);
    afterAll(() => server.close());

    const settle = () => server.app.get(Jobs).idle();
    const call = async (headers: Record<string, string>, route: Route, input: RouteInput) => {
      const answer = await fetch(server.url + routeUrl(route, input), {
        method: route.method,
        headers: { ...headers, ...(input.body && { 'content-type': 'application/json' }) },
        ...(input.body && { body: JSON.stringify(input.body) }),
      });
      const body: unknown = await answer.json();
      return { status: answer.status, body };
    };
    const asStaff = (cookie: string, route: Route, input: RouteInput = {}) =>
      call({ cookie, origin: server.url }, route, input);
    const approve = async (change: Partial<IncentiveDraft>): Promise<IncentiveDetail> => {
      server.clock.advance(1_000);
      const read = (answer: { body: unknown }) => IncentiveDetail.parse(answer.body);
      const made = read(
        await asStaff(operator, incentiveRulesRoutes.createIncentive, { body: draftOf(change) }),
      );
      const params = { ruleId: made.ruleId };
      const { review } = read(
        await asStaff(operator, incentiveRulesRoutes.submitIncentive, {
          params,
          body: { revision: made.revision },
        }),
      );
      const decided = await asStaff(compliance, reviewsRoutes.decideReview, {
        params: { reviewId: review?.reviewId ?? '' },
        body: { isApproved: true, comment: '看过了', subjectSha256: review?.sha256 ?? '' },
      });
      expect(decided.status).toBe(200);
      return read(await asStaff(compliance, incentiveRulesRoutes.getIncentive, { params }));
    };
    const retire = (ruleId: string) => {
      server.clock.advance(1_000);
      return asStaff(operator, incentiveRulesRoutes.moveIncentive, {
        params: { ruleId },
        body: { act: 'RETIRE', reason: '这一条试完了' },
      });
    };
    const publish = async (change: Partial<ItemDraft>): Promise<string> => {
      const body: ItemDraft = {
        kind: 'DATA_RIGHT',
        target: null,
        title: '数据权限',
        summary: '',
        points: 100,
        valueFen: 2_000,
        stock: 1,
        perMember: 1,
        from: new Date(TEST_NOW - DAY).toISOString(),
        until: new Date(TEST_NOW + 90 * DAY).toISOString(),
        validDays: 30,
        ...change,
      };
      const made = await asStaff(operator, catalogueDeskRoutes.createItem, { body });
      const { itemId, sha256 } = ItemRow.parse(made.body);
      await asStaff(operator, catalogueDeskRoutes.submitItem, { params: { itemId } });
      const reviewId = await reviewOf(itemId);
      const decision = { isApproved: true, comment: '看过了', subjectSha256: sha256 };
      await asStaff(compliance, reviewsRoutes.decideReview, { params: { reviewId }, body: decision });
      return itemId;
    };
    const reviewOf = async (subjectId: string) => {
      const rows: { reviewId: string }[] = await server.database.read.query(
        'SELECT review_id AS reviewId FROM reviews WHERE subject_id = ?',
        [subjectId],
      );
      return rows[0]?.reviewId ?? '';
    };
    const takenOf = async (itemId: string) => {
      const rows: { taken: number }[] = await server.database.read.query(
        'SELECT taken FROM catalogue_items WHERE item_id = ?',
        [itemId],
      );
      return Number(rows[0]?.taken);
    };
    const tokenOf = async (account: string) => (await openMember(server, account)).token;
    const asMember = async (account: string, route: Route, input: RouteInput = {}) =>
      call({ authorization: `Bearer ${await tokenOf(account)}` }, route, input);
    const seenBy = async (account: string) =>
      MemberAwards.parse((await asMember(account, awardsRoutes.listAwards, { query: {} })).body).rows;
    const atDesk = async (state: string) =>
      StaffAwards.parse((await asStaff(compliance, awardsRoutes.listStaffAwards, { query: { state } })).body)
        .rows;
    const pointsOf = async ({ memberNo }: ThreadMember) => {
      const rows: { points: number | null }[] = await server.database.read.query(
        'SELECT available_points AS points FROM points_balances WHERE member_no = ?',
        [memberNo],
      );
      return Number(rows[0]?.points ?? 0);
    };
    const tell = (
      { memberNo }: ThreadMember,
      type: 'live_attended',
      value: number,
      isClockSuspect = false,
      occurredAt = server.clock.now(),
    ) =>
      server.database.runInTransaction((tx) =>
        server.app
          .get(EventHistories)
          .record(tx, [
            { memberNo, type, occurredAt, source: 'server', contentId: null, value, isClockSuspect },
          ]),
      );

    it('G-04 G-02 REQ-INC-1 a lesson finished over HTTP is thanked at once; the award names all it rests on, its member sees only their own learning', async () => {
      const condition = {
        combinator: 'and',
        rules: [
          { field: 'nthThisWeek', operator: '>=', value: 1 },
          { field: 'lessonsCompleted', operator: '<=', value: 0 },
        ],
      };
      const rule = await approve({ condition });
      const member = await firm.join('award-1');
      await firm.scored();
      await member.finish('初识第一课');
      await settle();
      expect(await seenBy('award-1')).toMatchObject([
        {
          title: '学完一课',
          reason: '认真学完了一课，谢谢您的时间',
          reward: { kind: 'points', points: 10 },
          state: 'AWARDED',
          why: [
            { field: 'nthThisWeek', value: 1 },
            { field: 'lessonsCompleted', value: 0 },
          ],
        },
      ]);
      expect(await pointsOf(member)).toBe(10);
      const [award] = await atDesk('AWARDED');
      const [fact]: { eventId: string; seq: number }[] = await server.database.read.query(
        'SELECT event_id AS eventId, seq FROM earning_facts WHERE member_no = ?',
        [member.memberNo],
      );
      expect(award).toMatchObject({
        awardNo: 1,
        ruleId: rule.ruleId,
        ruleVersion: 1,
        eventId: fact?.eventId,
        seq: fact?.seq,
        valueFen: 10,
        conditions: [
          { field: 'nthThisWeek', operands: [1], value: 1, holds: true },
          { field: 'lessonsCompleted', operands: [0], value: 0, holds: true },
        ],
      });
      // Told again, it is the same lesson; and on the same day another one has its limit.
      await member.finish('初识第一课');
      server.clock.advance(60_000);
      await member.finish('初识第二课');
      await settle();
      expect(await seenBy('award-1')).toHaveLength(1);
      await retire(rule.ruleId);
    });

    it('G-08 fault 12 fault 13 a clock that cannot be right is never thanked for, nor a day twice, nor anything a phone says of itself', async () => {
      const rule = await approve({ when: 'live_attended', name: '看完一场直播' });
      const daily = await approve({ when: 'checked_in', name: '签到', then: { kind: 'points', points: 1 } });
      const member = await firm.join('award-2');
      await tell(member, 'live_attended', 30, true);
      await settle();
      expect(await seenBy('award-2')).toEqual([]);
      await tell(member, 'live_attended', 30);
      await settle();
      expect(await seenBy('award-2')).toHaveLength(1);
      const checkIn = async () => CheckInState.parse((await asMember('award-2', awardsRoutes.checkIn)).body);
      expect(await checkIn()).toMatchObject({ isDone: true, streakDays: 1 });
      await checkIn();
      // Three days on and back again: the day that was checked in is not there anew.
      server.clock.advance(3 * DAY);
      expect(await checkIn()).toMatchObject({ streakDays: 1 });
      server.clock.advance(-3 * DAY - 3_600_000);
      await checkIn();
      server.clock.advance(3_600_000);
      await settle();
      expect(await pointsOf(member)).toBe(12);
      const told = await asMember('award-2', awardsRoutes.getMissions);
      const { checkIn: today, missions } = MissionBoard.parse(told.body);
      expect([today.isDone, missions.map(({ title }) => title)]).toEqual([true, ['学完一课', '学完一课']]);
      await retire(rule.ruleId);
      await retire(daily.ruleId);
    });

    it('G-04 REQ-INC-4 a budget is taken in award order, halved where it does not fit; the rule stops itself, and whoever may not be served earns nothing', async () => {
      const rule = await approve({ when: 'live_attended', budget: { awardsMax: 3, valueFenMax: 100_000 } });
      replayedFrom = server.clock.now();
      const members: ThreadMember[] = [];
      for (const n of [1, 2, 3, 4, 5, 6]) members.push(await firm.join(`budget-${n}`));
      await members[1]?.decide('SERVICE', false);
      // One transaction tells of all, so that they come as one batch.
      const served = members.filter((_, at) => at !== 1);
      await server.database.runInTransaction((tx) =>
        server.app.get(EventHistories).record(
          tx,
          served.map(({ memberNo }) => ({
            memberNo,
            type: 'live_attended',
            occurredAt: server.clock.now(),
            source: 'server',
            contentId: null,
            value: 20,
          })),
        ),
      );
      await settle();
      expect(await Promise.all(members.map(pointsOf))).toEqual([10, 0, 10, 10, 0, 0]);
      const given = (await atDesk('AWARDED')).filter(({ ruleId }) => ruleId === rule.ruleId);
      expect(given.map(({ awardNo }) => awardNo)).toEqual(
        [...given.map(({ awardNo }) => awardNo)].sort((a, b) => b - a),
      );
      expect(await atDesk('REFUSED')).toMatchObject([{ ruleId: rule.ruleId, refusal: 'BUDGET' }]);
      const stopped = await asStaff(operator, incentiveRulesRoutes.getIncentive, {
        params: { ruleId: rule.ruleId },
      });
      expect(IncentiveDetail.parse(stopped.body)).toMatchObject({
        phase: 'EXHAUSTED',
        budget: { awardsUsed: 3 },
      });
    });

    it('G-04 two registrations of one person are one: one limit, one history, and facts in their order', async () => {
      const rule = await approve({ when: 'live_attended', name: '两个登记' });
      const [one, other] = [await firm.join('merged-1'), await firm.join('merged-2')];
      await server.database.runInTransaction((tx) =>
        server.app.get(Identity).mergeMembers(tx, other.memberNo, one.memberNo),
      );
      await tell(one, 'live_attended', 20);
      await tell(other, 'live_attended', 20);
      await settle();
      expect(await pointsOf(one)).toBe(10);
      expect(await pointsOf(other)).toBe(0);
      expect(await seenBy('merged-2')).toHaveLength(1);
      await retire(rule.ruleId);
    });

    it('G-09 REQ-INC-8 what is too fast waits for a person, who gives it or not; a fact that is withdrawn takes back what it gave', async () => {
      const rule = await approve({ limits: { ...draftOf().limits, perDay: 5 } });
      const member = await firm.join('held-1');
      for (const title of ['初识第一课', '初识第二课', '结识第一课']) await member.finish(title);
      await settle();
      const [second, first] = await atDesk('HELD');
      expect([second?.hold, first?.hold]).toEqual(['LESSON_TOO_FAST', 'LESSON_TOO_FAST']);
      expect(await pointsOf(member)).toBe(10);
      const decide = (awardId: string | undefined, isReleased: boolean, cookie = compliance) =>
        asStaff(cookie, awardsRoutes.decideHold, {
          params: { awardId: awardId ?? '' },
          body: { isReleased, reason: '看过学习记录了' },
        });
      expect(await decide(first?.awardId, true)).toMatchObject({ status: 200, body: { state: 'AWARDED' } });
      expect(await decide(first?.awardId, true)).toMatchObject({ status: 200 });
      expect(await decide(first?.awardId, false, operator)).toMatchObject({
        body: { code: 'awards.decided' },
      });
      expect(await decide(second?.awardId, false)).toMatchObject({ body: { state: 'REFUSED' } });
      expect(await pointsOf(member)).toBe(20);
      server.clock.advance(1_000);
      const withdraw = () =>
        asStaff(compliance, awardsRoutes.withdrawFact, {
          params: { awardId: first?.awardId ?? '' },
          body: { reason: '两处记录对不上' },
        });
      expect(await withdraw()).toMatchObject({ status: 200, body: { state: 'REVERSED' } });
      expect(await withdraw()).toMatchObject({ status: 200 });
      expect(await pointsOf(member)).toBe(10);
      const detail = await asStaff(operator, incentiveRulesRoutes.getIncentive, {
        params: { ruleId: rule.ruleId },
      });
      expect(IncentiveDetail.parse(detail.body)).toMatchObject({ budget: { awardsUsed: 1, pointsUsed: 10 } });
      const acts: { action: string }[] = await server.database.read.query(
        "SELECT action FROM audit_rows WHERE subject_no = ? AND action LIKE 'awards.%' ORDER BY action",
        [member.memberNo],
      );
      expect(acts.map(({ action }) => action)).toEqual([
        'awards.refuse',
        'awards.release',
        'awards.withdraw_fact',
      ]);
      await retire(rule.ruleId);
    });

    it('F-08 REQ-PI-4 G-09 the copy of the member holds the points, every change of them, and what was thanked for or not, but no suspicion', async () => {
      const answer = await asMember('held-1', privacyRoutes.getAccessCopy);
      const { rewards } = AccessCopy.parse(answer.body);
      expect(rewards.balance).toEqual({ available: 10, pending: 0 });
      const earned = { posting: 'EARNED', change: 10, what: '学完一课', why: '认真学完了一课，谢谢您的时间' };
      expect(rewards.statement).toMatchObject({
        total: 3,
        entries: [
          { posting: 'REVERSED', change: -10, what: '学完一课', availableAfter: 10 },
          { ...earned, availableAfter: 20 },
          { ...earned, availableAfter: 10 },
        ],
      });
      expect(rewards.facts.entries.map(({ event, takenBackAt }) => [event, takenBackAt !== null])).toEqual(
        expect.arrayContaining([
          ['lesson_completed', false],
          ['lesson_completed', true],
        ]),
      );
      expect(rewards.facts.total).toBe(3);
      expect(rewards.awards.entries.map(({ reward, outcome }) => [reward, outcome])).toEqual([
        ['10 积分', 'REFUSED'],
        ['10 积分', 'REVERSED'],
        ['10 积分', 'AWARDED'],
      ]);
      expect(JSON.stringify(answer.body)).not.toMatch(/TOO_FAST|PERSON|看过学习记录了|两处记录对不上/);
      expect(copyCells([], '', { rewards })).toEqual(
        expect.arrayContaining([
          ['积分与权益 · 积分余额', '', '可用积分', '10'],
          ['积分与权益 · 积分明细', '1', '变动', '收回积分'],
          ['积分与权益 · 可以得到感谢的事', '1', '做了什么', '学完一课'],
          ['积分与权益 · 得到的感谢', '1', '结果', '没有发放'],
        ]),
      );
    });

    it('G-01 G-04 REQ-INC-2 a coupon gives an item of the catalogue: stock is taken in award order, without it the award is refused and the rule stops; withdrawn facts give it back, and an item that is taken out is refused by the guard', async () => {
      const couponOf = async (title: string, stock: number) => {
        const itemId = await publish({ title, stock });
        const then = { kind: 'coupon', itemId, title } as const;
        const limits = { ...draftOf().limits, total: 1 };
        return { itemId, ...(await approve({ when: 'live_attended', name: title, then, limits })) };
      };
      const rule = await couponOf('读书会席位', 2);
      const members: ThreadMember[] = [];
      for (const n of [1, 2, 3]) members.push(await firm.join(`coupon-${n}`));
      await server.database.runInTransaction((tx) =>
        server.app.get(EventHistories).record(
          tx,
          members.map(({ memberNo }) => ({
            memberNo,
            type: 'live_attended',
            occurredAt: server.clock.now(),
            source: 'server',
            contentId: null,
            value: 20,
          })),
        ),
      );
      await settle();
      const heldBy = async (account: string) =>
        OwnEntitlements.parse((await asMember(account, entitlementsRoutes.listOwn, { query: {} })).body)
          .entitlements;
      expect(await heldBy('coupon-1')).toMatchObject([
        { kind: 'DATA_RIGHT', title: '读书会席位', standing: 'GRANTED', source: 'AWARD' },
      ]);
      expect([await heldBy('coupon-2'), await heldBy('coupon-3')]).toMatchObject([[{}], []]);
      expect(await takenOf(rule.itemId)).toBe(2);
      const ofRule = async (state: string, { ruleId }: { ruleId: string }) =>
        (await atDesk(state)).filter((each) => each.ruleId === ruleId);
      expect(await ofRule('REFUSED', rule)).toMatchObject([{ refusal: 'STOCK', reward: { kind: 'coupon' } }]);
      const [, first] = await ofRule('AWARDED', rule);
      expect(first).toMatchObject({ valueFen: 2_000 });
      const params = { ruleId: rule.ruleId };
      expect((await asStaff(operator, incentiveRulesRoutes.getIncentive, { params })).body).toMatchObject({
        phase: 'EXHAUSTED',
        budget: { awardsUsed: 2, valueFenUsed: 4_000 },
      });
      server.clock.advance(1_000);
      await asStaff(compliance, awardsRoutes.withdrawFact, {
        params: { awardId: first?.awardId ?? '' },
        body: { reason: '两处记录对不上' },
      });
      expect(await heldBy('coupon-1')).toMatchObject([{ standing: 'CANCELLED' }]);
      expect(await takenOf(rule.itemId)).toBe(1);

      const other = await couponOf('数据权限一年', 5);
      server.clock.advance(1_000);
      await asStaff(operator, catalogueDeskRoutes.withdrawItem, {
        params: { itemId: other.itemId },
        body: { reason: '不再提供' },
      });
      await tell(await firm.join('coupon-4'), 'live_attended', 20);
      await settle();
      expect(await ofRule('REFUSED', other)).toMatchObject([{ refusal: 'GUARD' }]);
      expect([await heldBy('coupon-4'), await takenOf(other.itemId)]).toEqual([[], 0]);
      await retire(other.ruleId);
    });

    it('H-06 REQ-INC-8 more people on one phone than a family has, and a circle of invitations in one step, wait at the desk with what was seen, of which their members read nothing; a family does not wait; staff give one and refuse another, whose coupon goes back to the stock', async () => {
      const itemId = await publish({ title: '公益讲座席位', stock: 9 });
      const then = { kind: 'coupon', itemId, title: '公益讲座席位' } as const;
      const limits = { ...draftOf().limits, total: 1 };
      const lives = await approve({ when: 'live_attended', name: '看直播得席位', then, limits });
      const checkIns = await approve({ when: 'checked_in', name: '签到一次' });
      const phone = (at: number) => ({
        'x-forwarded-for': `203.0.113.${at}`,
        'user-agent': `Mozilla/5.0 (Linux; Android 15; PJD110) MicroMessenger/8.0.56 NetType/${at % 2 ? 'WIFI' : '5G'}`,
      });
      const joinOn = (account: string, at: number) => firm.join(account, ['SERVICE'], { phone: phone(at) });
      const family = [await joinOn('family-1', 1), await joinOn('family-2', 1), await joinOn('family-3', 1)];
      const ring: ThreadMember[] = [];
      for (const n of [1, 2, 3, 4]) ring.push(await joinOn(`ring-${n}`, 2));
      for (const member of [...family, ...ring]) await tell(member, 'live_attended', 20);
      await settle();
      const ofRule = async (state: string, { ruleId }: { ruleId: string }) =>
        (await atDesk(state)).filter((each) => each.ruleId === ruleId);
      expect(await ofRule('AWARDED', lives)).toHaveLength(3);
      const held = await ofRule('HELD', lives);
      expect(held.map(({ hold, holdSeen }) => [hold, holdSeen])).toEqual(
        Array.from({ length: 4 }, () => ['DEVICE_RING', 4]),
      );
      expect(await takenOf(itemId)).toBe(7);
      const shown = await asMember('ring-1', awardsRoutes.listAwards, { query: {} });
      const copied = await asMember('ring-1', privacyRoutes.getAccessCopy);
      expect(JSON.stringify([shown.body, copied.body])).not.toMatch(/RING|holdSeen|deviceMark|台手机/);
      const decide = (awardId: string | undefined, isReleased: boolean) =>
        asStaff(compliance, awardsRoutes.decideHold, {
          params: { awardId: awardId ?? '' },
          body: { isReleased, reason: '给本人打过电话了' },
        });
      expect(await decide(held[0]?.awardId, true)).toMatchObject({ body: { state: 'AWARDED' } });
      expect(await decide(held[1]?.awardId, false)).toMatchObject({
        body: { state: 'REFUSED', holdSeen: 4 },
      });
      const entitled = async (account: string) =>
        OwnEntitlements.parse((await asMember(account, entitlementsRoutes.listOwn, { query: {} })).body)
          .entitlements;
      expect([await entitled('ring-4'), await entitled('ring-3')]).toMatchObject([[{}], []]);
      expect(await takenOf(itemId)).toBe(6);
      const marked = async () =>
        (
          await server.database.read.query(
            'SELECT DISTINCT member_no AS memberNo FROM sessions WHERE device_mark IS NOT NULL',
          )
        ).length;
      expect(await marked()).toBe(7);
      await ring[0]?.decide('SERVICE', false);
      expect(await marked()).toBe(6);

      const { key } = ShareKey.parse((await asMember('family-1', channelsRoutes.openShareKey)).body);
      const occurredAt = new Date(server.clock.now()).toISOString();
      for (const n of [1, 2, 3, 4])
        await firm.join(`invited-${n}`, ['SERVICE'], {
          phone: phone(10 + n),
          touches: [{ touchId: `019ab000-0000-7000-8000-00000000000${n}`, key, scene: 1007, occurredAt }],
        });
      for (const account of ['family-1', 'invited-1', 'invited-2', 'invited-3', 'invited-4']) {
        await asMember(account, awardsRoutes.checkIn);
        server.clock.advance(2_000);
      }
      await settle();
      expect(await ofRule('AWARDED', checkIns)).toHaveLength(4);
      const inStep = await asStaff(operator, awardsRoutes.listStaffAwards, {
        query: { state: 'HELD', hold: 'INVITE_RING' },
      });
      expect(StaffAwards.parse(inStep.body)).toMatchObject({
        total: 1,
        rows: [{ ruleId: checkIns.ruleId, hold: 'INVITE_RING', holdSeen: 5 }],
      });
      await retire(lives.ruleId);
      await retire(checkIns.ruleId);
    });

    // The last one: no rule is worth more than the cap from here on.
    it('G-03 REQ-INC-2 a yearly cap that is lowered between approval and award refuses the award: the desk reads that the guard did, and what is worth less goes on; all rules together never give more than the cap of the year', async () => {
      const limits = { ...draftOf().limits, total: 5 };
      const dear = await approve({
        when: 'live_attended',
        then: { kind: 'points', points: 100 },
        limits: { ...limits, perDay: 5 },
      });
      const cheap = await approve({ when: 'live_attended', limits: { ...limits, perDay: 5 } });
      const member = await firm.join('capped-1');
      await tell(member, 'live_attended', 20);
      await settle();
      expect(await pointsOf(member)).toBe(110);
      server.clock.advance(1_000);
      const key = 'incentives.limits';
      const value = { source: '合规核定', yearlyCapFen: 400, pointCostMilliFen: 1_000, physicalGifts: null };
      const proposed = await asStaff(operator, configurationRoutes.proposeVersion, {
        params: { key },
        body: { value, validFrom: null, baseVersion: 1 },
      });
      expect(proposed.status).toBe(201);
      const { configVersionId, sha256 } = ConfigVersionRow.parse(proposed.body);
      const decided = await asStaff(compliance, reviewsRoutes.decideReview, {
        params: { reviewId: await reviewOf(configVersionId) },
        body: { isApproved: true, comment: '看过了', subjectSha256: sha256 },
      });
      expect(decided.status).toBe(200);
      server.clock.advance(60_000);
      await tell(member, 'live_attended', 20);
      await settle();
      expect(await pointsOf(member)).toBe(120);
      const refused = (await atDesk('REFUSED')).filter(({ ruleId }) => ruleId === dear.ruleId);
      expect(refused).toMatchObject([{ refusal: 'GUARD', valueFen: 100 }]);
      await retire(dear.ruleId);
      await retire(cheap.ruleId);
      // By itself within the cap; with what was given before, two of its awards fit and the third does not.
      const steady = await approve({
        when: 'live_attended',
        then: { kind: 'points', points: 100 },
        limits: { ...limits, perDay: 4, total: 4 },
      });
      for (let time = 0; time < 3; time += 1) {
        server.clock.advance(60_000);
        await tell(member, 'live_attended', 20);
      }
      await settle();
      expect(await pointsOf(member)).toBe(320);
      await retire(steady.ruleId);
    });

    it('H-02 a member who is no stranger any more is thanked by the stage of each moment', async () => {
      const condition = {
        combinator: 'and',
        rules: [{ field: 'stage', operator: '=', value: 'STRANGER' }],
      };
      const limits = { ...draftOf().limits, perDay: null, total: 5 };
      const rule = await approve({ when: 'live_attended', name: '还不熟', condition, limits });
      const member = await firm.join('stage-1');
      await firm.scored();
      await tell(member, 'live_attended', 20);
      await settle();
      await firm.bind(member);
      await firm.scored();
      server.clock.advance(1_000);
      await tell(member, 'live_attended', 20);
      await settle();
      expect(await pointsOf(member)).toBe(10);
      await retire(rule.ruleId);
    });

    it('H-03 told in another order than it happened: who cools down earns nothing, the budget ends, what waits comes and expires', async () => {
      const rule = await approve({
        when: 'live_attended',
        name: '先后不分',
        limits: {
          ...draftOf().limits,
          perDay: null,
          total: 4,
          coolDownHours: 3,
          pendingDays: 1,
          expiresAfterDays: 1,
        },
        budget: { awardsMax: 5, valueFenMax: 100_000 },
      });
      const [one, two, three] = [
        await firm.join('order-1'),
        await firm.join('order-2'),
        await firm.join('order-3'),
      ];
      server.clock.advance(12 * HOUR);
      // Hours ago, as they come; five are given, four cool down or lie before what was given, and the last finds nothing left.
      const now = server.clock.now();
      for (const [member, hoursAgo] of [
        [one, 5],
        [two, 10],
        [one, 10],
        [three, 2],
        [two, 4],
        [one, 1],
        [two, 5],
        [three, 9],
        [one, 0],
        [two, 1],
      ] as const) {
        server.clock.advance(1_000);
        await tell(member, 'live_attended', 20, false, now - hoursAgo * HOUR);
      }
      await settle();
      // The sessions at the desk have ended meanwhile.
      const awards: { at: number | string; state: string; refusal: string | null }[] =
        await server.database.read.query(
          'SELECT occurred_at AS at, state, refusal FROM awards WHERE rule_id = ? ORDER BY award_no',
          [rule.ruleId],
        );
      expect(awards.map(({ at, state, refusal }) => [(now - Number(at)) / HOUR, refusal ?? state])).toEqual([
        [5, 'AWARDED'],
        [10, 'AWARDED'],
        [2, 'AWARDED'],
        [4, 'AWARDED'],
        [1, 'AWARDED'],
        [1, 'BUDGET'],
      ]);
      expect(await Promise.all([one, two, three].map(pointsOf))).toEqual([0, 0, 0]);
      replayedUntil = server.clock.now() + 1_000;
      for (let day = 0; day < 5; day += 1) {
        await server.app.get(PointsRounds).run(null);
        server.clock.advance(DAY);
      }
      const moved: { kind: string; points: number | string }[] = await server.database.read.query(
        'SELECT kind, SUM(points) AS points FROM points_postings WHERE member_no IN (?, ?, ?) GROUP BY kind ORDER BY kind',
        [one, two, three].map(({ memberNo }) => memberNo),
      );
      expect(moved.map(({ kind, points }) => [kind, Number(points)])).toEqual([
        ['EARNED', 50],
        ['EXPIRED', 50],
        ['RELEASED', 50],
      ]);
    });

    it('H-02 H-03 replayed, all that a running server gave here comes out again, each award: stages of the moment, budgets and stock that end, caps, cool-downs, holds, reversals and merged members', async () => {
      const { read } = server.database;
      const window = { from: replayedFrom, until: replayedUntil };
      const { candidates, exhausted } = await replayWindow(read, server.app.get(ReplaySources), {
        window,
        draft: null,
        onProgress: async () => {},
        assertGoesOn: async () => {},
      });
      const awards: (Record<'ruleNo' | 'decidedNo' | 'points' | 'valueFen', number | string> & {
        refusal: string | null;
        hold: string | null;
      })[] = await read.query(
        `SELECT a.rule_no AS ruleNo, f.decided_no AS decidedNo, a.points, a.value_fen AS valueFen, a.refusal, a.hold
         FROM awards a JOIN earning_facts f ON f.event_id = a.event_id
         WHERE a.given_at >= ? AND a.given_at < ? ORDER BY a.award_no`,
        [window.from, window.until],
      );
      const rowOf = ({ ruleNo, decidedNo, points, valueFen, refusal, hold }: (typeof awards)[number]) => [
        ...[ruleNo, decidedNo, points, valueFen].map(Number),
        // What a person refuses was given first.
        refusal === 'PERSON' ? null : refusal,
        hold,
      ];
      expect([...candidates].map(rowOf)).toEqual(awards.map(rowOf));
      expect(awards.length).toBeGreaterThanOrEqual(7);
      expect(awards.filter(({ hold }) => hold?.endsWith('_RING'))).toHaveLength(5);
      expect(exhausted.map(({ refusal }) => refusal)).toEqual(['BUDGET', 'STOCK', 'BUDGET']);
      // What took something back, and what gave nothing, is among it.
      const occurring = new Set(awards.map(({ refusal }) => refusal));
      expect([...occurring].sort()).toEqual(['BUDGET', 'GUARD', 'PERSON', 'STOCK', null].sort());
      expect([...candidates].filter(({ takenBackAt }) => takenBackAt !== null).length).toBeGreaterThan(2);
    });
  });
});
