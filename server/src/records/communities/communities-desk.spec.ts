import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { GroupDetail, GroupRow } from '@siyu/shared/contracts/communities-desk';
import type { Role } from '@siyu/shared/contracts/identity.limits';
import { Organisation } from '../../foundation/organisation/index.ts';
import type { Scope } from '../../platform/http/index.ts';
import { describeOnEngines } from '../../testing/index.ts';
import { statementsOf } from '../../testing/statements-of.ts';
import { WorkspaceModule } from '../../views/workspace/index.ts';
import { PlacementLessons } from '../channels/index.ts';
import { openRecords, type RecordsWorld } from '../testing/index.ts';
import { asCookie, cookieOf, type Person, signInStaff, STAFF_PASSWORD } from '../testing/staff-people.ts';
import { CommunityGroup, GroupSeat, GroupTie } from './community-group.entity.ts';
import { GroupLists } from './group-lists.service.ts';
import { GroupQuestionEntry } from './group-post.entity.ts';

const DAY = 86_400_000;
const GROUPS = '/v1/console/groups';
const QUESTIONS = '/v1/console/group-questions';
const LESSON = '019ab000-0000-7000-8000-00000000e0a1';
const idOf = (kind: string, at: number) => `019ab000-0000-7000-8000-${kind}${String(at).padStart(8, '0')}`;
const TIANHE = idOf('e080', 1);
const PUDONG = idOf('e080', 2);
const HARMLESS = '周四晚上直播讲怎样读基金季报，可以先学第一课。';
const TIP = '建议大家明天全仓买入 600519，目标价翻倍，保本保息。';

describe('groups at the desk', () => {
  describeOnEngines((engine) => {
    let world: RecordsWorld;
    let operator: Person;
    let compliance: Person;
    let head: Person;
    let shen: Person;
    let lin: Person;
    let token: string;
    let memberNo: number;
    beforeAll(async () => {
      world = await openRecords(engine, { also: [WorkspaceModule] });
      const firm = world.app.get(Organisation, { strict: false });
      const branchOf = (path: string, name: string) =>
        world.database.runInTransaction((tx) => firm.createBranch(tx, { path, name }));
      const tianhe = await branchOf('/gz/', '天河营业部');
      const pudong = await branchOf('/sh/', '浦东营业部');
      const hire = async (
        loginName: string,
        role: Role,
        scopeKind: Scope['kind'],
        more: { branchId?: string; wecomUserId?: string; registrationNo?: string } = {},
      ): Promise<Person> => {
        const { branchId = null, ...known } = more;
        const one = { loginName, name: `${loginName}某`, password: STAFF_PASSWORD, roles: [role], scopeKind };
        const staffId = await world.database.runInTransaction((tx) =>
          firm.createStaff(tx, { ...one, branchId, ...known }),
        );
        return { staffId, ...asCookie(world, cookieOf(await signInStaff(world, loginName))) };
      };
      operator = await hire('operator', 'operator', 'firm');
      compliance = await hire('compliance', 'compliance', 'firm');
      head = await hire('head', 'branchHead', 'branch', { branchId: tianhe });
      const ofTianhe = { branchId: tianhe, wecomUserId: 'shen' };
      shen = await hire('shen', 'adviser', 'book', { ...ofTianhe, registrationNo: 'S0260519080001' });
      // No registration number: an adviser in name only.
      lin = await hire('lin', 'adviser', 'book', { branchId: pudong, wecomUserId: 'lin' });
      const session = await world.signIn('asker', ['SERVICE']);
      ({ token } = session);
      memberNo = await world.memberNoOf(session.member.memberId);
      await plantGroup(TIANHE, '天河投教一群', 'shen', 60);
      await plantGroup(PUDONG, '浦东投教一群', 'lin', 80);
      const now = world.clock.now();
      await world.database.runInTransaction(async ({ manager }) => {
        const tie = { memberNo, groupId: TIANHE, isSeated: true, endedAt: null, seq: 1, endedSeq: null };
        await manager.insert(GroupTie, { ...tie, tiedAt: now - DAY, enteredAt: now - DAY });
        for (const [at, joinedAt, leftAt] of [
          [1, now, null],
          [2, now - DAY, now],
          [3, now - 40 * DAY, null],
          [4, now - 50 * DAY, now - 31 * DAY],
        ] as const) {
          const seat = { seatId: idOf('e0a7', at), groupId: TIANHE, kind: 'CUSTOMER', personId: `wm${at}` };
          const way = { memberNo: null, joinScene: 3, joinState: null } as const;
          await manager.insert(GroupSeat, { ...seat, ...way, kind: 'CUSTOMER', joinedAt, leftAt });
        }
      });
    }, 60_000);
    afterAll(() => world.close());

    const plantGroup = (groupId: string, name: string, owner: string, memberCount: number) =>
      world.database.runInTransaction(({ manager }) =>
        manager.insert(CommunityGroup, {
          groupId,
          chatId: `wr-${groupId}`,
          opengid: null,
          name,
          plainName: name,
          ownerWecomUserId: owner,
          state: 'ACTIVE',
          memberCount,
          createdAt: 1,
          syncedAt: world.clock.now(),
          dissolvedAt: null,
        }),
      );
    const plantQuestion = (at: number, groupId = TIANHE) =>
      world.database
        .runInTransaction(({ manager }) =>
          manager.insert(GroupQuestionEntry, {
            questionId: idOf('e09e', at),
            groupId,
            memberNo,
            text: `指数基金和股票有什么不同 ${at}`,
            state: 'OPEN',
            askedAt: world.clock.now() - DAY + at,
            platformVerdict: null,
            deciderId: null,
            decidedAt: null,
            answer: null,
            declinedReason: null,
          }),
        )
        .then(() => idOf('e09e', at));
    const namesFor = async (person: Person, query = ''): Promise<string[]> =>
      (await person.call('GET', `${GROUPS}?${query}`)).body.rows.map(({ name }: GroupRow) => name);
    const codeOf = ({ status, body }: { status: number; body: { code: string } }) => [status, body.code];
    const seenByMember = async () => (await world.call('GET', `/v1/groups/${TIANHE}`, { token })).body;
    const audited = (action: string, subjectId: string) =>
      world.rows(
        'SELECT actor_id AS actor, subject_no AS memberNo FROM audit_rows WHERE action = ? AND subject_id = ?',
        [action, subjectId],
      );

    it('E-08 a branch sees the groups of its people and an adviser their own; every other one is as if it were not', async () => {
      expect(await namesFor(operator)).toEqual(['浦东投教一群', '天河投教一群']);
      expect(await namesFor(head)).toEqual(['天河投教一群']);
      expect(await namesFor(shen)).toEqual(['天河投教一群']);
      expect(await namesFor(lin)).toEqual(['浦东投教一群']);
      const { branches, staff } = (await operator.call('GET', '/v1/console/group-owners')).body;
      const branchId = branches.find(({ name }: { name: string }) => name === '天河营业部').branchId;
      expect(staff.map(({ name }: { name: string }) => name).sort()).toEqual(['lin某', 'shen某']);
      expect(await namesFor(operator, `branch=${branchId}`)).toEqual(['天河投教一群']);
      expect(await namesFor(operator, `owner=${lin.staffId}`)).toEqual(['浦东投教一群']);
      expect(await namesFor(head, `owner=${lin.staffId}`)).toEqual([]);
      expect(await namesFor(operator, `search=${encodeURIComponent('天河')}&state=ACTIVE`)).toEqual([
        '天河投教一群',
      ]);
      expect(await namesFor(operator, 'state=DISSOLVED')).toEqual([]);
      expect((await head.call('GET', '/v1/console/group-owners')).body.staff).toHaveLength(1);
      const other = await plantQuestion(90, PUDONG);
      for (const [method, path, body] of [
        ['GET', `${GROUPS}/${PUDONG}`],
        ['GET', `${GROUPS}/${PUDONG}/members`],
        ['POST', `${GROUPS}/${PUDONG}/notices`, { text: HARMLESS }],
        ['PUT', `${GROUPS}/${PUDONG}/lessons/${LESSON}`],
        ['DELETE', `${GROUPS}/${PUDONG}/lessons/${LESSON}`],
      ] as const)
        expect(codeOf(await shen.call(method, path, body))).toEqual([404, 'communities.group_out_of_reach']);
      const answer = await shen.call('POST', `${QUESTIONS}/${other}/answer`, { text: HARMLESS });
      expect(codeOf(answer)).toEqual([404, 'communities.question_not_found']);
      expect((await shen.call('GET', QUESTIONS)).body.rows).toEqual([]);
    });

    it('E-08 a group shows its owner, its last thirty days, who came and left by the day, and its members by stage', async () => {
      const detail: GroupDetail = (await operator.call('GET', `${GROUPS}/${TIANHE}`)).body;
      expect(detail.group).toMatchObject({
        ownerName: 'shen某',
        branchName: '天河营业部',
        memberCount: 60,
        entries: 1,
        joins: 2,
        leaves: 1,
        lastActiveAt: new Date(world.clock.now() - DAY).toISOString(),
      });
      expect(detail.days.slice(-2).map(({ joins, leaves }) => [joins, leaves])).toEqual([
        [1, 0],
        [1, 1],
      ]);
      const sum = (pick: 'joins' | 'leaves') => detail.days.reduce((all, day) => all + day[pick], 0);
      expect([sum('joins'), sum('leaves')]).toEqual([detail.group.joins, detail.group.leaves]);
      const members = (await operator.call('GET', `${GROUPS}/${TIANHE}/members`)).body;
      expect(members.stages.reduce((all: number, each: { members: number }) => all + each.members, 0)).toBe(
        1,
      );
      expect(members.total).toBe(1);
      // Who looks after a group does not see its members by that: this one is in no adviser's book.
      expect((await shen.call('GET', `${GROUPS}/${TIANHE}/members`)).body).toMatchObject({
        total: 0,
        rows: [],
      });
    });

    it('REQ-PUB-1 REQ-PUB-3 E-08 a notice is read by members once another person has approved it, and no more once it is withdrawn', async () => {
      const refused = await shen.call('POST', `${GROUPS}/${TIANHE}/notices`, { text: TIP });
      expect(codeOf(refused)).toEqual([422, 'communities.wording_refused']);
      expect(await audited('communities.refuse_wording', TIANHE)).toHaveLength(1);
      const key = 'notice-key-0001';
      const write = () =>
        world.call('POST', `${GROUPS}/${TIANHE}/notices`, {
          cookie: shen.cookie,
          key,
          body: { text: HARMLESS },
        });
      const [{ body: made }, { body: again }] = await Promise.all([write(), write()]);
      expect(made).toMatchObject({ state: 'IN_REVIEW', version: 1, authorName: 'shen某' });
      expect(again.noticeId).toBe(made.noticeId);
      expect((await seenByMember()).notices).toEqual([]);

      const reviews = async () => (await compliance.call('GET', '/v1/console/reviews?state=OPEN')).body.rows;
      const decide = async (person: Person, isApproved: boolean, comment = '') => {
        const [{ reviewId, subjectSha256 }] = await reviews();
        const body = { isApproved, comment, subjectSha256 };
        return person.call('POST', `/v1/console/reviews/${reviewId}/decision`, body);
      };
      expect((await decide(compliance, false, '请写明日期')).status).toBe(200);
      const notice = `/v1/console/group-notices/${made.noticeId}`;
      expect((await head.call('GET', notice)).body).toMatchObject({
        state: 'RETURNED',
        returnedComment: '请写明日期',
      });
      expect(codeOf(await lin.call('GET', notice))).toEqual([404, 'communities.notice_not_found']);
      const dated = HARMLESS.replace('周四', '12 月 3 日周四');
      expect((await shen.call('PUT', notice, { text: dated })).body).toMatchObject({
        state: 'IN_REVIEW',
        version: 2,
      });
      expect((await seenByMember()).notices).toEqual([]);
      const deciding = await Promise.all([decide(compliance, true), decide(compliance, true)]);
      expect(deciding.map(({ status }) => status).sort()).toEqual([200, 409]);
      expect((await seenByMember()).notices).toMatchObject([{ text: dated, authorName: 'shen某' }]);
      expect(await audited('communities.publish_notice', made.noticeId)).toMatchObject([
        { actor: compliance.staffId },
      ]);
      expect(codeOf(await shen.call('PUT', notice, { text: HARMLESS }))).toEqual([
        409,
        'communities.notice_not_open',
      ]);
      for (let at = 0; at < 2; at += 1)
        expect((await head.call('PUT', `${notice}/withdrawal`)).body).toMatchObject({ state: 'WITHDRAWN' });
      expect((await seenByMember()).notices).toEqual([]);
      expect(await audited('communities.withdraw_notice', made.noticeId)).toHaveLength(1);
      const early = (await shen.call('POST', `${GROUPS}/${TIANHE}/notices`, { text: HARMLESS })).body;
      await shen.call('PUT', `/v1/console/group-notices/${early.noticeId}/withdrawal`);
      expect(await reviews()).toEqual([]);
    });

    it('E-08 a published lesson is shared once however many share it, and one that is not published is not', async () => {
      const path = `${GROUPS}/${TIANHE}/lessons/${LESSON}`;
      expect(codeOf(await shen.call('PUT', path))).toEqual([422, 'communities.lesson_not_published']);
      world.app
        .get(PlacementLessons, { strict: false })
        .provideBy(async () => [{ lessonId: LESSON, title: '读懂一份基金季报' }]);
      expect((await shen.call('GET', '/v1/console/group-lessons?search=%E5%AD%A3%E6%8A%A5')).body.total).toBe(
        1,
      );
      const shared = await Promise.all(
        [shen, head, operator, shen].map((person) => person.call('PUT', path)),
      );
      expect(new Set(shared.map(({ status }) => status))).toEqual(new Set([200]));
      const { lessons } = (await head.call('GET', `${GROUPS}/${TIANHE}`)).body;
      expect(lessons).toMatchObject([{ lessonId: LESSON, title: '读懂一份基金季报' }]);
      expect(await audited('communities.share_lesson', TIANHE)).toHaveLength(1);
      expect((await head.call('DELETE', path)).body.lessons).toEqual([]);
      expect((await head.call('DELETE', path)).status).toBe(200);
      expect(await audited('communities.unshare_lesson', TIANHE)).toHaveLength(1);
    });

    it('REQ-ADV-2 E-08 a question answered by two at once has one answer, which the member reads, and words that advise are refused', async () => {
      const questionId = await plantQuestion(1);
      const path = `${QUESTIONS}/${questionId}/answer`;
      const open = (await shen.call('GET', QUESTIONS)).body;
      expect(open).toMatchObject({
        total: 1,
        mayAnswer: true,
        rows: [{ questionId, groupName: '天河投教一群' }],
      });
      expect((await head.call('GET', QUESTIONS)).body.mayAnswer).toBe(false);
      expect(codeOf(await shen.call('POST', path, { text: TIP }))).toEqual([
        422,
        'communities.wording_refused',
      ]);
      const unlicensed = await plantQuestion(2, PUDONG);
      expect(codeOf(await lin.call('POST', `${QUESTIONS}/${unlicensed}/answer`, { text: HARMLESS }))).toEqual(
        [403, 'communities.registration_required'],
      );
      const texts = [
        '指数基金按规则买一篮子股票，单只股票的波动影响较小。',
        '两者的风险来源不同，先看第二课。',
      ];
      const answers = await Promise.all(texts.map((text) => shen.call('POST', path, { text })));
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
      const won = texts[answers.findIndex(({ status }) => status === 200)] ?? '';
      expect((await shen.call('POST', path, { text: won })).status).toBe(200);
      expect(await audited('communities.answer_question', questionId)).toEqual([
        { actor: shen.staffId, memberNo },
      ]);
      expect((await seenByMember()).questions).toMatchObject([
        { questionId, isMine: true, answer: { text: won, answererRegistrationNo: 'S0260519080001' } },
      ]);
      const declined = await plantQuestion(3);
      const refusal = { reason: '涉及个人账户，请联系您的投资顾问。' };
      expect((await head.call('POST', `${QUESTIONS}/${declined}/refusal`, refusal)).status).toBe(200);
      expect(codeOf(await shen.call('POST', `${QUESTIONS}/${declined}/answer`, { text: won }))).toEqual([
        409,
        'communities.question_decided',
      ]);
      expect(await audited('communities.decline_question', declined)).toMatchObject([{ memberNo }]);
      const decided = (await head.call('GET', `${QUESTIONS}?state=DECLINED&group=${TIANHE}`)).body;
      expect(decided.rows).toMatchObject([{ reply: refusal.reason, deciderName: 'head某' }]);
    });

    it('E-08 a page of fifty groups asks no more than a page of a few, and pages hold each group once', async () => {
      const lists = world.app.get(GroupLists, { strict: false });
      const query = { limit: 50, search: '大群' } as const;
      const asked = async (rows: number): Promise<number> => {
        const seen = await statementsOf(world.database, async () =>
          expect((await lists.listGroups({ kind: 'firm' }, query)).rows).toHaveLength(rows),
        );
        return seen.filter((sql) => /community_groups|group_|\bstaff\b|branches/.test(sql)).length;
      };
      for (let at = 0; at < 2; at += 1) await plantGroup(idOf('e08f', at), `大群 ${at}`, 'shen', at);
      const few = await asked(2);
      for (let at = 2; at < 60; at += 1) await plantGroup(idOf('e08f', at), `大群 ${at}`, 'shen', at % 7);
      expect(await asked(50)).toBe(few);
      expect(few).toBeLessThanOrEqual(7);
      const first = await lists.listGroups({ kind: 'firm' }, query);
      const second = await lists.listGroups({ kind: 'firm' }, { ...query, cursor: first.nextCursor ?? '' });
      const ids = [...first.rows, ...second.rows].map(({ groupId }) => groupId);
      expect([new Set(ids).size, second.nextCursor, first.total]).toEqual([60, null, 60]);
    });
  });
});
