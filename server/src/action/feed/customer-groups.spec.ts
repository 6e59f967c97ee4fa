import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { scanCode } from '../../../../sandbox/src/testing/scan-code.ts';
import { externalUserIdOf } from '../../../../sandbox/src/wecom/customers.ts';
import { wecomCaller } from '../../../../sandbox/src/wecom/testing/wecom-caller.ts';
import { demoGroups } from '../../../../sandbox/src/world/groups.ts';
import { registerCallbacks, SANDBOX_KEYS } from '../../../../tools/sandbox-callbacks.ts';
import { AppModule } from '../../app.module.ts';
import { Organisation } from '../../foundation/organisation/index.ts';
import { WecomApi } from '../../foundation/wechat/index.ts';
import { Jobs } from '../../platform/jobs/index.ts';
import { openRecords, type RecordsWorld } from '../../records/testing/index.ts';
import { describeOnEngines } from '../../testing/index.ts';
import { statementsOf } from '../../testing/statements-of.ts';

const [first, second, classmates] = demoGroups;
const CHAT = first?.corp?.chatId ?? '';
const OTHER_CHAT = second?.corp?.chatId ?? '';
const ENTRIES = '/v1/group-entries';
const Sealed = z.object({ encryptedData: z.string(), iv: z.string() });
type Sealed = z.infer<typeof Sealed>;
const idOf = (last: number) => `01900000-0000-7000-8000-0000000e08${String(last).padStart(2, '0')}`;

/** The house behind HTTP, with the box as WeChat and as WeCom: what one misreads the other refuses. */
describeOnEngines((engine) => {
  describe('customer groups', () => {
    let world: RecordsWorld;
    let authorId = '';
    beforeAll(async () => {
      world = await openRecords(engine, {
        also: [AppModule],
        env: { ...SANDBOX_KEYS, PLATFORM_REST_MS: '100' },
      });
      const { appId } = world.config.wechat;
      await registerCallbacks(world.url, world.sandbox.url, appId);
      const firm = world.app.get(Organisation, { strict: false });
      authorId = await world.database.runInTransaction(async (tx) => {
        const branchId = await firm.createBranch(tx, { path: '/gz/', name: '广州营业部' });
        const person = { password: 'a-long-password-1', scopeKind: 'book', branchId } as const;
        return firm.createStaff(tx, {
          ...person,
          loginName: 'shen',
          name: '沈知行',
          roles: ['adviser'],
          registrationNo: 'S0260519080001',
          wecomUserId: 'adviser1',
        });
      });
      await settled();
    }, 60_000);
    afterAll(() => world.close());

    /** What the box tells has arrived, and everything that follows from it is done. */
    const settled = async (): Promise<void> => {
      await world.sandbox.call('GET', '/__control/wecom/deliveries');
      const jobs = world.app.get(Jobs);
      for (let turn = 0; turn < 4; turn += 1) await jobs.idle();
      const end = performance.now() + 10_000;
      const isBusy = async () =>
        (await world.identity.claimDue(1)).length > 0 ||
        (await count("outbox_deliveries WHERE state = 'PENDING'")) > 0 ||
        (await count('wecom_lookups WHERE next_at <= ?', [world.clock.now()])) > 0;
      while (await isBusy()) {
        if (performance.now() > end) throw new Error('still busy after 10 s');
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      await jobs.idle();
    };
    const synced = async (): Promise<void> => {
      world.app.get(Jobs).runSoon('communities-sync');
      await settled();
    };
    const act = (chatId: string, what: object) =>
      world.sandbox.call('POST', `/__phone/wecom/groups/${chatId}/acts`, what);
    const pull = (lever: string, body: object = {}) =>
      world.sandbox.call('POST', `/__control/wecom/${lever}`, body);
    const dataOf = async (account: string, group = first?.name): Promise<Sealed> =>
      Sealed.parse((await world.sandbox.call('POST', '/__phone/group-enter-info', { account, group })).body);
    const enter = (token: string, body: Sealed) => world.call('POST', ENTRIES, { token, body });
    const groupsOf = async (token: string) => (await world.call('GET', '/v1/groups', { token })).body.groups;
    const groupIdOf = async (chatId: string): Promise<string> =>
      (await world.rows('SELECT group_id AS id FROM community_groups WHERE chat_id = ?', [chatId]))[0]?.id;
    const page = async (token: string, more = '') =>
      world.call('GET', `/v1/groups/${await groupIdOf(CHAT)}${more}`, { token });
    const count = async (sql: string, values: readonly unknown[] = []): Promise<number> =>
      Number((await world.rows(`SELECT COUNT(*) AS n FROM ${sql}`, values))[0]?.n);
    const seatedIn = async (chatId: string): Promise<string[]> => {
      const rows = await world.rows(
        'SELECT person_id AS id FROM group_seats WHERE group_id = ? AND left_at IS NULL ORDER BY person_id',
        [await groupIdOf(chatId)],
      );
      return rows.map(({ id }) => id);
    };
    /** Who sits in a group of the box now. */
    const sittingIn = async (chatId: string): Promise<string[]> => {
      const { body } = await world.sandbox.call('GET', '/__phone/wecom/groups');
      const { groups } = z
        .object({
          groups: z.array(z.object({ chatId: z.string(), owner: z.string(), accounts: z.array(z.string()) })),
        })
        .parse(body);
      const group = groups.find((each) => each.chatId === chatId);
      return [group?.owner ?? '', ...(group?.accounts ?? []).map(externalUserIdOf)].sort();
    };

    it('E-08 who opens the app from a card of a group is tied to it, once however often and how many at once', async () => {
      const stranger = await world.signIn('demo-1', []);
      const early = await enter(stranger.token, await dataOf('demo-1'));
      expect([early.status, early.body.code]).toEqual([403, 'communities.consent_required']);
      await synced();
      expect(await count('group_ties')).toBe(0);
      expect(await count('group_seats WHERE member_no IS NOT NULL')).toBe(0);

      const { token, member } = await world.signIn('demo-1');
      expect((await world.call('GET', '/v1/relation-path', { token })).body.stage).toBe('STRANGER');
      const data = await dataOf('demo-1');
      const answers = await Promise.all(Array.from({ length: 50 }, () => enter(token, data)));
      // What was refused says why.
      expect(answers.filter(({ status }) => status !== 200).map(({ body }) => body)).toEqual([]);
      const group = {
        groupId: await groupIdOf(CHAT),
        name: '思语投教一群',
        ownerName: '沈知行',
        ownerRegistrationNo: 'S0260519080001',
        memberCount: 6,
      };
      expect(answers.map(({ body }) => body)).toEqual(answers.map(() => ({ group })));
      await settled();
      const memberNo = await world.memberNoOf(member.memberId);
      expect(await world.rows('SELECT member_no, is_seated, ended_at FROM group_ties')).toEqual([
        { member_no: memberNo, is_seated: 1, ended_at: null },
      ]);
      const joined = "engagement_events WHERE type = 'group_joined' AND member_no = ?";
      expect(await count(joined, [memberNo])).toBe(1);
      // The seat is the member's now, and so is the name that WeCom has for them.
      const contact =
        "member_identities WHERE kind = 'wecom_external_contact' AND external_id = ? AND member_no = ?";
      expect(await count(contact, [externalUserIdOf('demo-1'), memberNo])).toBe(1);
      expect(await groupsOf(token)).toEqual([group]);
      expect((await page(token)).body).toMatchObject({ group, notices: [], lessons: [], questions: [] });
      expect((await world.call('GET', '/v1/relation-path', { token })).body.stage).toBe('WEAK_TIE');
    });

    it('E-08 of a group that is none of ours nothing is kept, and data under an old key is refused', async () => {
      const { token } = await world.signIn('demo-4');
      expect((await enter(token, await dataOf('demo-4', classmates?.name))).body).toEqual({ group: null });
      expect(await count('community_groups WHERE opengid IS NOT NULL')).toBe(1);
      expect(await count('community_groups')).toBe(2);
      const early = await dataOf('demo-4');
      const anew = await world.signIn('demo-4');
      const late = await enter(anew.token, early);
      expect([late.status, late.body.code]).toEqual([422, 'communities.group_data_unreadable']);
      expect((await enter(anew.token, await dataOf('demo-4'))).status).toBe(200);
    });

    it('E-08 who joins or leaves is known by the callback and by the sync alike, twice told and out of order', async () => {
      const { token, member } = await world.signIn('demo-7');
      const memberNo = await world.memberNoOf(member.memberId);
      expect((await page(token)).status).toBe(404);
      await pull('callback-switches', { duplicates: 2, probesSignature: true });
      await act(CHAT, { act: 'join', account: 'demo-7' });
      await settled();
      expect((await page(token)).status).toBe(200);
      expect(await groupsOf(token)).toHaveLength(1);
      const recorded = await dataOf('demo-7');
      await act(CHAT, { act: 'leave', account: 'demo-7' });
      await settled();
      const left = await page(token);
      expect([left.status, left.body.code]).toEqual([404, 'communities.group_not_found']);
      expect(await groupsOf(token)).toEqual([]);
      const told = 'SELECT type FROM engagement_events WHERE member_no = ? AND type LIKE ? ORDER BY seq';
      expect(await world.rows(told, [memberNo, 'group_%'])).toEqual([
        { type: 'group_joined' },
        { type: 'group_left' },
      ]);

      // Data from before the leaving opens the door once more, until WeCom is looked at.
      expect((await enter(token, recorded)).status).toBe(200);
      world.clock.advance(1_200_000);
      world.sandbox.advance(1_200_000);
      await synced();
      expect((await page(token)).status).toBe(404);

      // Held back, the sync finds out by itself; let go in the wrong order, the events change nothing.
      await pull('callback-switches', { isHeld: true });
      world.clock.advance(60_000);
      world.sandbox.advance(60_000);
      await act(CHAT, { act: 'join', account: 'demo-7' });
      await act(CHAT, { act: 'leave', account: 'demo-2' });
      await act(CHAT, { act: 'rename', name: '思语投教一群（周三课）' });
      await synced();
      const bySync = await world.rows('SELECT * FROM group_seats ORDER BY seat_id');
      expect(await seatedIn(CHAT)).toEqual(await sittingIn(CHAT));
      expect((await groupsOf(token))[0]).toMatchObject({ name: '思语投教一群（周三课）' });
      await pull('callback-release', { order: 'reversed' });
      await pull('callback-switches');
      await settled();
      expect(await world.rows('SELECT * FROM group_seats ORDER BY seat_id')).toEqual(bySync);
      await Promise.all([synced(), synced()]);
      expect(await world.rows('SELECT * FROM group_seats ORDER BY seat_id')).toEqual(bySync);
      expect(await seatedIn(OTHER_CHAT)).toEqual(await sittingIn(OTHER_CHAT));
      expect(await count('group_ties WHERE member_no = ? AND ended_at IS NULL', [memberNo])).toBe(1);
    });

    it('E-08 a question is asked once, is seen by others only answered, and by nobody outside the group', async () => {
      const [asker, other, outsider] = [
        await world.signIn('demo-1'),
        await world.signIn('demo-7'),
        await world.signIn('demo-6'),
      ];
      const path = `/v1/groups/${await groupIdOf(CHAT)}/questions`;
      const ask = (token: string, n: number, text: string) =>
        world.call('POST', path, { token, body: { questionId: idOf(n), text } });
      const asked = await ask(asker.token, 1, '定投之后还可以改金额吗？');
      expect([asked.status, asked.body]).toMatchObject([201, { isMine: true, state: 'OPEN', answer: null }]);
      expect((await ask(asker.token, 1, '换了一句话的问题')).body).toEqual(asked.body);
      expect((await ask(other.token, 1, '别人的编号的问题')).body.code).toBe('communities.question_taken');
      expect((await ask(outsider.token, 2, '我不在群里的问题')).status).toBe(404);
      expect((await ask(asker.token, 3, 'sbx-risky 这句话不行')).body.code).toBe(
        'communities.question_refused',
      );
      expect((await ask(asker.token, 3, '明天买入 600519 必涨，跟我操作')).body.code).toBe(
        'communities.question_refused',
      );
      expect((await page(outsider.token)).status).toBe(404);
      const seenBy = async (token: string) => (await page(token)).body.questions;
      expect(await seenBy(other.token)).toEqual([]);
      expect(await seenBy(asker.token)).toMatchObject([{ questionId: idOf(1), state: 'OPEN' }]);
      await world.database.runInTransaction(({ manager }) =>
        manager.query(
          "UPDATE group_questions SET state = 'ANSWERED', answer = ?, decider_id = ?, decided_at = ? WHERE question_id = ?",
          ['可以，随时改，下一期生效。', authorId, world.clock.now(), idOf(1)],
        ),
      );
      expect(await seenBy(other.token)).toEqual([
        expect.objectContaining({
          isMine: false,
          state: 'ANSWERED',
          answer: expect.objectContaining({ text: '可以，随时改，下一期生效。', answererName: '沈知行' }),
        }),
      ]);
      expect(JSON.stringify(await seenBy(other.token))).not.toContain(asker.member.memberId);
      const copy = (await world.call('GET', '/v1/members/me/access-copy', { token: asker.token })).body
        .groups;
      expect(copy.times).toMatchObject({ total: 1, entries: [{ endedAt: null }] });
      expect(copy.questions.entries).toMatchObject([
        { text: '定投之后还可以改金额吗？', answer: '可以，随时改，下一期生效。' },
      ]);
      // While WeChat is away a question waits for staff like any other.
      await world.sandbox.call('POST', '/__control/faults', { api: 'msg_sec_check', kind: 'busy' });
      expect((await ask(asker.token, 4, '赎回几天到账？')).status).toBe(201);
      await world.sandbox.call('DELETE', '/__control/faults');
      for (const n of [5, 6, 7]) expect((await ask(asker.token, n, `再问第 ${n} 个问题`)).status).toBe(201);
      expect((await ask(asker.token, 8, '今天的第六个问题')).body.code).toBe(
        'communities.too_many_questions',
      );
      expect(await seenBy(other.token)).toHaveLength(1);
    });

    it('E-08 the page of a group shows its newest notices and published lessons, in a bounded number of statements', async () => {
      const { token } = await world.signIn('demo-1');
      const groupId = await groupIdOf(CHAT);
      await world.database.runInTransaction(async ({ manager }) => {
        for (let n = 0; n < 7; n += 1) {
          await manager.query(
            'INSERT INTO group_notices (notice_id, group_id, text, author_id, published_at) VALUES (?, ?, ?, ?, ?)',
            [idOf(20 + n), groupId, `第 ${n} 条公告`, authorId, world.clock.now() + n],
          );
          await manager.query(
            'INSERT INTO group_lessons (share_id, group_id, lesson_id, sharer_id, shared_at) VALUES (?, ?, ?, ?, ?)',
            [idOf(40 + n), groupId, idOf(60 + n), authorId, world.clock.now() + n],
          );
        }
      });
      const shown = (await page(token)).body;
      expect(shown.notices.map(({ text }: { text: string }) => text)).toEqual(
        [6, 5, 4, 3, 2].map((n) => `第 ${n} 条公告`),
      );
      expect(shown.notices[0]).toMatchObject({ authorName: '沈知行' });
      // Nobody has published any of these.
      expect(shown.lessons).toEqual([]);
      await settled();
      const path = `/v1/groups/${groupId}`;
      // Background work looks for more to do meanwhile, now and then: the page is what is asked at least.
      const counts: number[] = [];
      for (let turn = 0; turn < 4; turn += 1) {
        const seen = await statementsOf(world.database, () => world.call('GET', path, { token }));
        const own = seen.filter(
          (sql) => /FROM/.test(sql) && !/member_due|outbox|jobs|lookups|backtest_runs|incentive_/i.test(sql),
        );
        counts.push(own.length);
      }
      expect(Math.min(...counts)).toBeLessThanOrEqual(20);
    });

    it('E-08 while WeCom is away a group is entered and read from what is kept, and what was wanted is asked later', async () => {
      const { token } = await world.signIn('demo-3');
      await synced();
      await world.sandbox.call('POST', '/__control/faults', {
        api: 'wecom/externalcontact/groupchat/get',
        kind: 'busy',
      });
      await world.sandbox.call('POST', '/__control/faults', {
        api: 'wecom/externalcontact/opengid_to_chatid',
        kind: 'busy',
      });
      expect((await enter(token, await dataOf('demo-3'))).body.group).toMatchObject({
        groupId: await groupIdOf(CHAT),
      });
      expect((await page(token)).status).toBe(200);
      const unknown = await enter(token, await dataOf('demo-3', second?.name));
      expect([unknown.status, unknown.body.code]).toEqual([503, 'communities.wecom_away']);
      await act(CHAT, { act: 'leave', account: 'demo-3' });
      await settled();
      expect((await page(token)).status).toBe(200);
      await world.sandbox.call('DELETE', '/__control/faults');
      world.clock.advance(3_600_000);
      world.sandbox.advance(3_600_000);
      await new Promise((resolve) => setTimeout(resolve, 120));
      world.app.get(Jobs).runSoon('wecom-lookups');
      await settled();
      expect((await page(token)).status).toBe(404);
      expect(await count('wecom_lookups')).toBe(0);
    });

    it('E-08 a contact that an adviser added is tied to the member of the same unionid, others to nobody', async () => {
      const { member } = await world.signIn('demo-5');
      const contact = "member_identities WHERE kind = 'wecom_external_contact' AND external_id = ?";
      expect(await count(contact, [externalUserIdOf('demo-5')])).toBe(0);
      const way = { userIds: ['adviser1'], state: 'p=G2', remark: '柜台', skipsVerification: true };
      const { qrCode } = await world.app.get(WecomApi, { strict: false }).addContactWay(way);
      const picture = Buffer.from(await (await fetch(qrCode ?? '')).arrayBuffer());
      for (const account of ['demo-5', 'demo-8'])
        await wecomCaller(world.sandbox).scan(account, scanCode(picture)?.text ?? '');
      await settled();
      const memberNo = await world.memberNoOf(member.memberId);
      expect(await count(`${contact} AND member_no = ?`, [externalUserIdOf('demo-5'), memberNo])).toBe(1);
      expect(await count(contact, [externalUserIdOf('demo-8')])).toBe(0);
    });

    it('E-13 E-08 a group is found by its whole name and by nothing less, with its owner as everybody may know them', async () => {
      const check = async (text: string) =>
        (await world.call('POST', '/v1/verification/checks', { body: { text } })).body;
      expect(await check('思语投教一群（周三课）')).toMatchObject({
        outcome: 'ours',
        cards: [
          { kind: 'group', name: '思语投教一群（周三课）', ownerName: '沈*', branchName: '广州营业部' },
        ],
      });
      // A group of somebody whom the firm does not know is not said to be ours.
      for (const text of ['思语投教', '投教一群', '思语投教一群', '思语投教二群', CHAT])
        expect((await check(text)).outcome).toBe('not_found');
    });

    it('E-08 a group that is dismissed has no page and nobody in it, and stays gone', async () => {
      const { token } = await world.signIn('demo-1');
      expect((await page(token)).status).toBe(200);
      await act(CHAT, { act: 'dismiss' });
      await settled();
      expect((await page(token)).status).toBe(404);
      expect(await groupsOf(token)).toEqual([]);
      expect(await seatedIn(CHAT)).toEqual([]);
      expect(await count('group_ties WHERE group_id = ? AND ended_at IS NULL', [await groupIdOf(CHAT)])).toBe(
        0,
      );
      await synced();
      expect(await world.rows('SELECT state FROM community_groups WHERE chat_id = ?', [CHAT])).toEqual([
        { state: 'DISSOLVED' },
      ]);
    });
  });
});
