import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accountClosingRoutes } from '@siyu/shared/contracts/account-closing.routes';
import { AccessCopy } from '@siyu/shared/contracts/privacy';
import { CLOSING_TEXT_VERSION } from '@siyu/shared/contracts/privacy.limits';
import { routeUrl } from '@siyu/shared/contracts/route';
import { AppModule } from '../../../app.module.ts';
import { Entitlements } from '../../../records/entitlements/index.ts';
import { openRecords, type RecordsWorld, type Reply } from '../../../records/testing/index.ts';
import { hirePerson, type Person } from '../../../records/testing/staff-people.ts';
import { describeOnEngines } from '../../../testing/index.ts';
import { openFirm } from '../../../testing/thread-firm.ts';
import { copyCells } from '../../../views/privacy/copy-cells.ts';
import { PointsLedger } from '../ledger/points-ledger.ts';

const DESK = '/v1/console/catalogue-items';
const DAY = 86_400_000;

describeOnEngines((engine) => {
  describe('redemption', () => {
    let world: RecordsWorld;
    let operator: Person;
    let compliance: Person;
    let adviser: Person;
    const people: { token: string; memberId: string; memberNo: number }[] = [];
    beforeAll(async () => {
      world = await openRecords(engine, { also: [AppModule] });
      await openFirm(world);
      operator = await hirePerson(world, 'operator', ['operator']);
      compliance = await hirePerson(world, 'compliance', ['compliance']);
      adviser = await hirePerson(world, 'adviser', ['relationshipManager']);
      for (const account of ['demo-1', 'demo-2', 'demo-3']) {
        const { token, member } = await world.signIn(account);
        const { memberId } = member;
        people.push({ token, memberId, memberNo: await world.memberNoOf(memberId) });
      }
      await credit(0, 1_000);
      await credit(1, 1_000);
    }, 120_000);
    afterAll(() => world.close());

    const personOf = (at: number) => {
      const person = people[at];
      if (person === undefined) throw new Error(`there is no member ${at}`);
      return person;
    };
    const credit = (at: number, points: number): Promise<void> =>
      world.database.runInTransaction((tx) =>
        world.app.get(PointsLedger, { strict: false }).credit(tx, [
          {
            memberNo: personOf(at).memberNo,
            points,
            costFen: points,
            pendingUntil: null,
            expiresOn: null,
            sourceKind: 'AWARD',
            sourceId: randomUUID(),
            at: world.clock.now(),
          },
        ]),
      );
    const iso = (days: number): string => new Date(world.clock.now() + days * DAY).toISOString();
    const draftOf = (more: object = {}) => ({
      kind: 'CONSULTATION',
      target: null,
      title: '投资顾问一对一交流',
      summary: '用半小时聊聊您的学习计划。',
      points: 100,
      valueFen: 2_000,
      stock: 5,
      perMember: 2,
      from: iso(-1),
      until: iso(60),
      validDays: 30,
      ...more,
    });
    const member = (at: number, method: string, path: string, body?: object): Promise<Reply> =>
      world.call(method, path, { token: personOf(at).token, ...(body && { body }) });
    const create = async (more: object = {}): Promise<string> =>
      (await operator.call('POST', DESK, draftOf(more))).body.itemId;
    const submit = (itemId: string): Promise<Reply> => operator.call('POST', `${DESK}/${itemId}/submission`);
    const decide = async (who: Person, itemId: string, isApproved = true): Promise<Reply> => {
      const { rows } = (await who.call('GET', '/v1/console/reviews?state=OPEN')).body;
      const review = rows.find(({ subjectId }: { subjectId: string }) => subjectId === itemId);
      const decision = { isApproved, comment: '可以', subjectSha256: review.subjectSha256 };
      return who.call('POST', `/v1/console/reviews/${review.reviewId}/decision`, decision);
    };
    const publish = async (more: object = {}): Promise<string> => {
      const itemId = await create(more);
      const { state, code } = (await submit(itemId)).body;
      expect([state, code]).toEqual(['IN_REVIEW', undefined]);
      expect((await decide(compliance, itemId)).status).toBe(200);
      return itemId;
    };
    const redeem = (
      at: number,
      itemId: string,
      redemptionId: string = randomUUID(),
      couponId: string | null = null,
    ): Promise<Reply> => member(at, 'PUT', `/v1/redemptions/${redemptionId}`, { itemId, couponId });
    const cancel = (at: number, redemptionId: string): Promise<Reply> =>
      member(at, 'POST', `/v1/redemptions/${redemptionId}/cancellation`);
    const shelf = async (at: number) => (await member(at, 'GET', '/v1/catalogue')).body;
    const offered = async (at: number, itemId: string) =>
      (await shelf(at)).items.find((each: { itemId: string }) => each.itemId === itemId);
    const held = async (at: number) => (await member(at, 'GET', '/v1/entitlements')).body.entitlements;
    const codeOf = async (answer: Promise<Reply>) => (await answer).body.code;
    const audited = async (action: string): Promise<number> =>
      (await world.rows('SELECT 1 FROM audit_rows WHERE action = ?', [action])).length;

    it('G-06 G-03 REQ-INC-2 is offered only after a second person has looked, and never what the law does not allow: the refusal names the requirement', async () => {
      const itemId = await create();
      expect(await offered(0, itemId)).toBeUndefined();
      expect(await codeOf(redeem(0, itemId))).toBe('redemption.not_offered');
      await submit(itemId);
      // Whoever wrote it decides nothing, not even with another role.
      await operator.call('PUT', `${DESK}/${itemId}`, {
        draft: draftOf({ title: '家庭保障梳理一次' }),
        seenSha256: (await operator.call('GET', `${DESK}/${itemId}`)).body.sha256,
      });
      expect((await operator.call('GET', `${DESK}/${itemId}`)).body.state).toBe('DRAFT');
      await submit(itemId);
      expect((await decide(compliance, itemId, false)).status).toBe(200);
      expect(await offered(0, itemId)).toBeUndefined();
      await submit(itemId);
      expect((await decide(compliance, itemId)).status).toBe(200);
      expect(await offered(0, itemId)).toMatchObject({ points: 100, left: 5, taken: 0, couponId: null });
      const save = { draft: draftOf({ points: 1 }), seenSha256: 'x'.repeat(64) };
      expect(await codeOf(operator.call('PUT', `${DESK}/${itemId}`, save))).toBe('catalogue.published');

      // Gifts are off until compliance has decided; money in any guise is no kind at all; a year has its bound.
      const gift = await create({ kind: 'PHYSICAL', title: '定制笔记本一册' });
      const refused = await submit(gift);
      expect([refused.status, refused.body.code]).toEqual([422, 'catalogue.item_refused']);
      expect(refused.body.errors[0]).toMatchObject({
        path: 'kind',
        message: expect.stringContaining('REQ-INC-2'),
      });
      expect((await operator.call('POST', DESK, draftOf({ kind: 'STORED_VALUE' }))).status).toBe(400);
      const dear = await submit(await create({ valueFen: 15_000, perMember: 2 }));
      expect(dear.body.errors[0].message).toContain('REQ-INC-2');
      expect(await codeOf(submit(await create({ title: '稳赚不赔的内部课' })))).toBe(
        'catalogue.wording_refused',
      );
      expect(await codeOf(submit(await create({ kind: 'COURSE', target: 'nowhere' })))).toBe(
        'catalogue.target_unknown',
      );
      expect(await codeOf(submit(await create({ until: iso(-1) })))).toBe('catalogue.period_reversed');
      await operator.call('POST', `${DESK}/${itemId}/withdrawal`, { reason: '名额调整' });
      expect(await codeOf(redeem(0, itemId))).toBe('redemption.not_offered');
      expect(await audited('catalogue.withdraw')).toBe(1);
    });

    it('G-06 one redemption sent again is one, the limit of a person and the stock hold, and what was not given costs nothing', async () => {
      const itemId = await publish({ stock: 3, points: 300 });
      const redemptionId = randomUUID();
      const before = (await shelf(0)).points;
      const answers = await Promise.all([1, 2, 3].map(() => redeem(0, itemId, redemptionId)));
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
      expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
      expect((await shelf(0)).points).toBe(before - 300);
      const other = await publish({ title: '直播席位' });
      expect(await codeOf(redeem(0, other, redemptionId))).toBe('http.idempotency_key_reused');
      expect((await redeem(0, itemId)).status).toBe(200);
      expect(await codeOf(redeem(0, itemId))).toBe('redemption.limit_reached');
      expect(await codeOf(redeem(2, itemId))).toBe('redemption.not_enough_points');
      expect(await offered(1, itemId)).toMatchObject({ left: 1, taken: 0 });
      expect((await redeem(1, itemId)).status).toBe(200);
      expect(await codeOf(redeem(1, itemId))).toBe('redemption.sold_out');
      expect(await offered(0, itemId)).toMatchObject({ left: 0, taken: 2 });
      expect((await shelf(0)).points).toBe(before - 600);
    });

    it('G-06 a cancelled redemption gives back once, its points into the days they had, and never after it was used; staff honour a voucher once', async () => {
      const itemId = await publish({ stock: 2, points: 50 });
      const before = (await shelf(1)).points;
      const redemptionId = randomUUID();
      await redeem(1, itemId, redemptionId);
      const [one] = await held(1);
      expect(one).toMatchObject({ standing: 'GRANTED', cancellableId: redemptionId, kind: 'CONSULTATION' });
      expect(await codeOf(cancel(0, redemptionId))).toBe('redemption.not_found');
      const both = await Promise.all([cancel(1, redemptionId), cancel(1, redemptionId)]);
      expect(both.map(({ body }) => body.state)).toEqual(['CANCELLED', 'CANCELLED']);
      expect((await shelf(1)).points).toBe(before);
      expect(await offered(1, itemId)).toMatchObject({ left: 2, taken: 0 });
      expect((await held(1))[0]).toMatchObject({ standing: 'CANCELLED', cancellableId: null });

      // Staff find the voucher by the member and mark it as honoured, once, with a row in the trail.
      const used = randomUUID();
      await redeem(1, itemId, used);
      const path = `/v1/console/members/${personOf(1).memberId}/entitlements`;
      const listed = (await adviser.call('GET', path)).body.entitlements;
      expect(listed[0]).toMatchObject({ canBeUsed: true, usedByName: null });
      const use = `/v1/console/entitlements/${listed[0].entitlementId}/use`;
      expect((await compliance.call('POST', use)).status).toBe(403);
      expect((await adviser.call('POST', use)).status).toBe(204);
      expect(await codeOf(adviser.call('POST', use))).toBe('entitlements.not_usable');
      expect((await adviser.call('GET', path)).body.entitlements[0]).toMatchObject({
        standing: 'USED',
        canBeUsed: false,
        usedByName: '李岚',
      });
      expect([await audited('entitlements.use'), await audited('entitlements.view')]).toEqual([1, 2]);
      expect(await codeOf(cancel(1, used))).toBe('redemption.not_cancellable');
      expect((await shelf(1)).points).toBe(before - 50);
    });

    it('G-06 a coupon takes the place of the points, once, for its own item only', async () => {
      const itemId = await publish({ title: '数据权限三十天', kind: 'DATA_RIGHT', points: 500 });
      const elsewhere = await publish({ title: '家庭保障梳理一次' });
      await world.database.runInTransaction((tx) =>
        world.app.get(Entitlements, { strict: false }).grantMany(
          tx,
          [1, 2].map(() => ({
            memberNo: personOf(2).memberNo,
            kind: 'COUPON' as const,
            target: itemId,
            title: '数据权限三十天',
            sourceKind: 'AWARD' as const,
            sourceId: 'award-of-the-spec',
            grantedAt: world.clock.now(),
            expiresAt: null,
          })),
        ),
      );
      const { couponId } = await offered(2, itemId);
      expect(await held(2)).toHaveLength(1);
      expect(await codeOf(redeem(2, elsewhere, randomUUID(), couponId))).toBe('redemption.coupon_not_valid');
      expect(await codeOf(redeem(0, itemId, randomUUID(), couponId))).toBe('redemption.coupon_not_valid');
      const redemptionId = randomUUID();
      expect((await redeem(2, itemId, redemptionId, couponId)).body).toMatchObject({
        points: 0,
        state: 'DONE',
      });
      expect(await codeOf(redeem(2, itemId, randomUUID(), couponId))).toBe('redemption.coupon_not_valid');
      await cancel(2, redemptionId);
      expect(await offered(2, itemId)).toMatchObject({ couponId, left: 5 });
    });

    it('G-06 a course opens a path that is kept for its holders: nobody else finds or reads it, and once a lesson was opened nothing goes back', async () => {
      const titles = async (at: number): Promise<string[]> =>
        (await member(at, 'GET', '/v1/lessons?limit=50')).body.lessons.map(
          ({ title }: { title: string }) => title,
        );
      const { lessons } = (await member(0, 'GET', '/v1/lessons?limit=50')).body;
      const { lessonId } = lessons.find(({ pathCode }: { pathCode: string }) => pathCode === 'large');
      const read = (at: number) => member(at, 'GET', `/v1/lessons/${lessonId}`);
      expect((await read(0)).status).toBe(200);
      const itemId = await publish({ kind: 'COURSE', target: 'large', title: '大额资金课', validDays: null });
      expect(await titles(0)).not.toContain('写给大额');
      const refused = await read(0);
      expect([refused.status, refused.body.code]).toEqual([403, 'content.lesson_kept']);
      expect(await codeOf(world.call('GET', `/v1/shared-lessons/${lessonId}`))).toBe('content.lesson_kept');
      expect(await codeOf(member(0, 'PUT', `/v1/lessons/${lessonId}/progress`, { readPercent: 10 }))).toBe(
        'content.lesson_kept',
      );
      expect((await member(0, 'GET', '/v1/lesson-search?q=写给大额')).body.lessons ?? []).toEqual([]);
      const early = randomUUID();
      await redeem(0, itemId, early);
      expect(await titles(0)).toContain('写给大额');
      expect(await titles(1)).not.toContain('写给大额');
      expect((await cancel(0, early)).body.state).toBe('CANCELLED');
      expect((await read(0)).status).toBe(403);
      const redemptionId = randomUUID();
      await redeem(0, itemId, redemptionId);
      expect((await read(0)).status).toBe(200);
      expect(await codeOf(cancel(0, redemptionId))).toBe('redemption.not_cancellable');
      // Taken out of the catalogue it is open to everybody, and whoever holds it has lost nothing.
      await operator.call('POST', `${DESK}/${itemId}/withdrawal`, { reason: '向所有人开放' });
      expect((await read(1)).status).toBe(200);
      expect(await titles(0)).toContain('写给大额');
    });

    it('F-08 REQ-PI-4 G-09 the copy of the member holds what was exchanged and given back, and all that is held', async () => {
      const rewardsOf = async (at: number) =>
        AccessCopy.parse((await member(at, 'GET', '/v1/members/me/access-copy')).body).rewards;
      const own = await rewardsOf(0);
      expect(own.balance.available).toBe((await member(0, 'GET', '/v1/points')).body.available);
      const course = <Entry extends { title: string }>({ entries }: { entries: Entry[] }) =>
        entries.filter(({ title }) => title === '大额资金课');
      expect(
        course(own.redemptions)
          .map(({ outcome, cancelledAt }) => [outcome, cancelledAt !== null])
          .sort(),
      ).toEqual([
        ['CANCELLED', true],
        ['DONE', false],
      ]);
      expect(
        course(own.entitlements)
          .map(({ standing }) => standing)
          .sort(),
      ).toEqual(['CANCELLED', 'USED']);
      expect(own.statement.entries.map(({ what }) => what)).toContain('兑换「大额资金课」');
      expect(copyCells([], '', { rewards: own })).toEqual(
        expect.arrayContaining([
          ['积分与权益 · 兑换', expect.any(String), '结果', '已退回'],
          ['积分与权益 · 权益', expect.any(String), '权益类型', '课程'],
          ['积分与权益 · 权益', expect.any(String), '怎样得到的', '兑换'],
        ]),
      );
      // Nobody else's, and a coupon instead of points.
      const others = await rewardsOf(2);
      expect(course(others.entitlements)).toEqual([]);
      expect(others.entitlements.entries).toContainEqual(
        expect.objectContaining({ entitlement: 'COUPON', givenBy: 'AWARD' }),
      );
      expect(others.redemptions.entries).toContainEqual(expect.objectContaining({ points: 0 }));
    });

    it('G-06 a seat reserves its live and gives it back while it is announced; what has expired is worth nothing; with the account all of it is forgotten', async () => {
      const liveId = randomUUID();
      await world.database.runInTransaction(({ manager }) =>
        manager.query(
          `INSERT INTO lives (live_id, state, version, title, summary, label, platform, starts_at, ends_at, host_id,
             script, risk_note, plan_sha256, author_id, editor_ids, step_no, reservations, chat_seq, announced_at,
             attendance, attendance_after_no, updated_at)
           VALUES (?, 'ANNOUNCED', 1, '读懂定期报告', '半小时看懂结构。', 'education', 'own', ?, ?, ?, '', '', '', ?, '[]',
             1, 0, 0, ?, 'NONE', 0, ?)`,
          [
            liveId,
            world.clock.now() + 3_600_000,
            world.clock.now() + 7_200_000,
            operator.staffId,
            operator.staffId,
            world.clock.now(),
            world.clock.now(),
          ],
        ),
      );
      const itemId = await publish({ kind: 'LIVE_SEAT', target: liveId, title: '直播席位', points: 20 });
      const seats = async (): Promise<number> =>
        Number((await world.rows('SELECT reservations AS n FROM lives WHERE live_id = ?', [liveId]))[0].n);
      const [first, second] = [randomUUID(), randomUUID()];
      expect((await redeem(1, itemId, first)).status).toBe(200);
      expect(await seats()).toBe(1);
      expect((await member(1, 'GET', `/v1/lives/${liveId}`)).body.card.isReserved).toBe(true);
      expect((await cancel(1, first)).body.state).toBe('CANCELLED');
      expect(await seats()).toBe(0);
      await redeem(1, itemId, second);
      await world.database.runInTransaction(({ manager }) =>
        manager.query("UPDATE lives SET state = 'ON_AIR' WHERE live_id = ?", [liveId]),
      );
      expect(await codeOf(cancel(1, second))).toBe('live.not_open');
      expect(await codeOf(redeem(0, itemId))).toBe('live.not_open');
      expect((await held(1))[0]).toMatchObject({ standing: 'GRANTED', kind: 'LIVE_SEAT' });

      // Nobody's to use any more once its days are over, nor to give back.
      const short = await publish({ points: 10, validDays: 1 });
      const late = randomUUID();
      await redeem(0, short, late);
      world.clock.advance(DAY);
      expect((await held(0))[0]).toMatchObject({ standing: 'EXPIRED', cancellableId: null });
      expect(await codeOf(cancel(0, late))).toBe('redemption.not_cancellable');

      const closing = routeUrl(accountClosingRoutes.closeAccount, { params: { closingId: randomUUID() } });
      const body = { textVersion: CLOSING_TEXT_VERSION, isUnderstood: true };
      expect((await member(1, 'PUT', closing, body)).status).toBe(200);
      for (const table of ['redemptions', 'entitlements', 'catalogue_takers'])
        expect([
          table,
          await world.rows(`SELECT 1 FROM ${table} WHERE member_no = ?`, [personOf(1).memberNo]),
        ]).toEqual([table, []]);
    });
  });
});
