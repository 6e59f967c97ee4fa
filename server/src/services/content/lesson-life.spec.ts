import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AdvisoryContractList } from '@siyu/shared/contracts/advisory';
import {
  CorrectionPage,
  Lesson,
  LessonDetail,
  LessonPage,
  LessonReaders,
  LessonRow,
} from '@siyu/shared/contracts/content';
import { FeedPage } from '@siyu/shared/contracts/feed';
import { MemberProfile } from '@siyu/shared/contracts/identity';
import { StaffRows } from '@siyu/shared/contracts/staff';
import { AppModule } from '../../app.module.ts';
import { WechatLogin } from '../../foundation/wechat/index.ts';
import { Jobs } from '../../platform/jobs/index.ts';
import { createTestApp, describeOnEngines, type TestApp } from '../../testing/index.ts';
import {
  approve,
  type Call,
  contentFirm,
  type ContentFirm,
  draft,
  publish,
  upload,
} from './testing/content-firm.ts';

const wechat = {
  provide: WechatLogin,
  useValue: {
    code2Session: (code: string) => Promise.resolve({ openid: code, unionid: null, sessionKey: 'key' }),
  },
};
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** 23:30 in Shanghai: an hour on is another day, and whoever is signed in at a desk still is. */
const LATE = Date.UTC(2026, 10, 24, 15, 30);
/** Says to buy, which is for nobody, and what to buy, which is for those under a contract. */
const PUSH = `## 怎样选\n\n${'先看自己什么时候用钱。'.repeat(24)}\n\n看好了就点击申购。`;
const TIP = `## 本周的看法\n\n${'先看自己什么时候用钱。'.repeat(24)}\n\n建议您买入贵州茅台。`;

const OWN_BASIS = { usesReport: false, reportPublisher: '', reportOn: null };
const REPORT_BASIS = { usesReport: true, reportPublisher: '示例证券研究所', reportOn: '2026-11-20' };

describeOnEngines((engine) => {
  describe('the life of content', () => {
    let app: TestApp;
    let firm: ContentFirm;
    let operator: Call;
    let reviewer: Call;
    let writer: Call;
    let admin: Call;
    beforeAll(async () => {
      app = await createTestApp({ engine, modules: [AppModule], overrides: [wechat], now: LATE });
      firm = contentFirm(app);
      [operator, reviewer, writer, admin] = [
        await firm.staff('operator', ['operator', 'adviser']),
        await firm.staff('compliance', ['compliance']),
        await firm.staff('writer', ['operator']),
        await firm.staff('admin', ['systemAdmin']),
      ];
    }, 60_000);
    afterAll(() => app.close());

    const console_ = (lessonId: string, act: string) => `/v1/console/lessons/${lessonId}/${act}`;
    const drafted = async (by: Call, changes: Parameters<typeof draft>[0]): Promise<string> =>
      LessonRow.parse((await upload(by, draft(changes))).body).lessonId;
    const detailOf = async (lessonId: string) =>
      LessonDetail.parse((await operator('GET', `/v1/console/lessons/${lessonId}`)).body);
    const run = async (job: string): Promise<void> => {
      app.app.get(Jobs).wake(job);
      await app.app.get(Jobs).idle();
    };
    const register = async (registrationNo: string | null, registrationUntil: string | null) => {
      const { rows } = StaffRows.parse((await admin('GET', '/v1/console/staff?search=writer')).body);
      return admin('PUT', `/v1/console/staff/${rows[0]?.staffId ?? ''}/registration`, {
        registrationNo,
        registrationUntil,
      });
    };
    const trailOf = async (lessonId: string): Promise<string[]> => {
      const rows: { action: string }[] = await app.database.read.query(
        'SELECT action FROM audit_rows WHERE subject_id = ? ORDER BY row_id',
        [lessonId],
      );
      return rows.map(({ action }) => action);
    };
    const inDays = (days: number) =>
      new Date(app.clock.now() + days * DAY + 8 * HOUR).toISOString().slice(0, 10);

    it('F-03 REQ-ADV-1 REQ-PUB-4 a text whose author has no registration in force is neither handed in nor published; in force, it goes under name and number', async () => {
      const lessonId = await drafted(writer, { pathCode: 'signed' });
      const refused = { status: 409, body: { code: 'content.author_not_registered' } };
      for (const [number, until] of [
        [null, null],
        ['S1234567890123', inDays(-1)],
      ] as const) {
        expect(await register(number, until)).toMatchObject({ status: 200, body: { isRegistered: false } });
        expect(await writer('POST', console_(lessonId, 'submission'))).toMatchObject(refused);
      }
      expect(await register('S1234567890123', inDays(0))).toMatchObject({ body: { isRegistered: true } });
      await approve(writer, reviewer, lessonId);
      app.clock.advance(HOUR);
      expect(await operator('POST', console_(lessonId, 'publication'))).toMatchObject(refused);
      await register('S1234567890123', inDays(30));
      expect(await operator('POST', console_(lessonId, 'publication'))).toMatchObject({ status: 200 });
      expect(await trailOf(lessonId)).toEqual([
        'content.create_draft',
        'content.refuse_signature',
        'content.refuse_signature',
        'content.submit',
        'content.refuse_signature',
        'content.publish',
      ]);
      await register('S9999999999999', null);
      const member = await firm.member('reader-signed');
      const lesson = Lesson.parse((await member('GET', `/v1/lessons/${lessonId}`)).body);
      expect(lesson.author).toEqual({ name: 'writer', registrationNo: 'S1234567890123' });
      expect([lesson.label, lesson.riskNote, lesson.source]).toEqual([
        'education',
        draft().riskNote,
        draft().source,
      ]);
      expect(Date.parse(lesson.publishedOn)).toBeGreaterThan(0);
    });

    it('F-03 REQ-PUB-1 an approved text goes out by itself at its moment; an edit takes it back to a draft, and a registration that ended keeps it back with the reason', async () => {
      await register('S1234567890123', inDays(1));
      const ids = await Promise.all(
        [1, 2, 3].map((position) => drafted(writer, { pathCode: 'planned', position })),
      );
      const [first = '', edited = '', late = ''] = ids;
      for (const id of ids) await approve(writer, reviewer, id);
      const at = (ms: number) => ({ publishAt: new Date(app.clock.now() + ms).toISOString() });
      expect(await operator('PUT', console_(first, 'schedule'), at(-1))).toMatchObject({
        status: 422,
        body: { code: 'content.schedule_out_of_range' },
      });
      for (const id of [first, edited])
        expect(await operator('PUT', console_(id, 'schedule'), at(HOUR))).toMatchObject({
          status: 200,
          body: { state: 'SCHEDULED' },
        });
      await operator('PUT', console_(late, 'schedule'), at(2 * HOUR));
      const text = draft({ pathCode: 'planned', position: 2, minutes: 9 });
      expect(await writer('PUT', console_(edited, 'draft'), text)).toMatchObject({
        body: { state: 'DRAFT', scheduledFor: null },
      });
      await run('scheduled-lessons');
      expect((await detailOf(first)).row.state).toBe('SCHEDULED');

      app.clock.advance(HOUR);
      await run('scheduled-lessons');
      expect((await detailOf(first)).row).toMatchObject({ state: 'PUBLISHED', scheduledFor: null });
      expect((await detailOf(edited)).row.state).toBe('DRAFT');

      await register('S1234567890123', inDays(-1));
      app.clock.advance(HOUR);
      await run('scheduled-lessons');
      await run('scheduled-lessons');
      const kept = { state: 'APPROVED', refusal: { code: 'content.author_not_registered' } };
      expect((await detailOf(late)).row).toMatchObject(kept);
      expect((await trailOf(late)).at(-1)).toBe('content.refuse_schedule');
      await register('S1234567890123', null);
      expect(await operator('PUT', console_(late, 'schedule'), at(HOUR))).toMatchObject({
        body: { state: 'SCHEDULED', refusal: null },
      });
      expect(await operator('DELETE', console_(late, 'schedule'))).toMatchObject({
        body: { state: 'APPROVED' },
      });
      expect(await operator('DELETE', console_(late, 'schedule'))).toMatchObject({ status: 409 });
    });

    it('F-03 REQ-PUB-4 education that pushes to buy is refused with its place; advice may name a security, and only an adviser signs it', async () => {
      await register('S1234567890123', null);
      const pushing = await drafted(writer, { pathCode: 'labels', body: PUSH });
      const tipping = await drafted(writer, { pathCode: 'labels', body: TIP });
      for (const lessonId of [pushing, tipping]) {
        const refused = await writer('POST', console_(lessonId, 'submission'));
        expect(refused).toMatchObject({ status: 422, body: { code: 'content.wording_refused' } });
        expect(JSON.stringify(refused.body)).toContain('"path":"body"');
      }
      const advice = { pathCode: 'labels', body: TIP, label: 'advice', basis: OWN_BASIS } as const;
      expect(await writer('POST', console_(await drafted(writer, advice), 'submission'))).toMatchObject({
        status: 409,
        body: { code: 'content.adviser_required' },
      });
      expect(await operator('POST', console_(await drafted(operator, advice), 'submission'))).toMatchObject({
        status: 200,
        body: { state: 'IN_REVIEW', label: 'advice' },
      });
    });

    it('F-09 REQ-ADV-4 advice is handed in only with its basis, a report with publisher and a day that has come; members and reviewer read it, and the hash holds it', async () => {
      const refusals = [
        [undefined, 'content.basis_missing'],
        [{ ...REPORT_BASIS, reportPublisher: ' ' }, 'content.report_incomplete'],
        [{ ...REPORT_BASIS, reportOn: null }, 'content.report_incomplete'],
        [{ ...REPORT_BASIS, reportOn: inDays(1) }, 'content.report_in_future'],
      ] as const;
      const advice = { pathCode: 'zz-basis', body: TIP, label: 'advice' } as const;
      const lessonId = await drafted(operator, advice);
      const save = async (basis: (typeof refusals)[number][0]) => {
        const path = console_(lessonId, 'draft');
        const saved = await operator('PUT', path, { ...draft({ ...advice, basis }), kind: 'lesson' });
        expect(saved).toMatchObject({ status: 200 });
        return LessonRow.parse(saved.body).contentSha256;
      };
      for (const [basis, code] of refusals) {
        await save(basis);
        const refused = await operator('POST', console_(lessonId, 'submission'));
        expect(refused).toMatchObject({ status: 422, body: { code } });
      }
      const actions = await trailOf(lessonId);
      expect(actions.filter((action) => action === 'content.refuse_basis')).toHaveLength(refusals.length);

      const hashes = [
        await save(OWN_BASIS),
        await save({ ...REPORT_BASIS, reportOn: '2026-11-19' }),
        await save({ ...REPORT_BASIS, reportPublisher: '另一家研究所' }),
        await save(REPORT_BASIS),
      ];
      expect(new Set(hashes).size).toBe(hashes.length);
      await approve(operator, reviewer, lessonId);
      const seen = LessonDetail.parse((await reviewer('GET', `/v1/console/lessons/${lessonId}`)).body);
      expect([seen.draft.basis, seen.row.contentSha256]).toEqual([REPORT_BASIS, hashes.at(-1)]);
      expect(await operator('POST', console_(lessonId, 'publication'))).toMatchObject({ status: 200 });

      const client = await firm.member('basis-client');
      const { memberId } = MemberProfile.parse((await client('GET', '/v1/members/me')).body);
      const contract = { contractNo: 'TG-2026-0009', validFrom: inDays(0), validUntil: inDays(365) };
      const path = `/v1/console/members/${memberId}/advisory-contracts`;
      expect(await reviewer('POST', path, contract)).toMatchObject({ status: 201 });
      const { basis, author, riskNote } = Lesson.parse((await client('GET', `/v1/lessons/${lessonId}`)).body);
      expect([basis, author.registrationNo, riskNote]).toEqual([
        REPORT_BASIS,
        'S0000000000001',
        draft().riskNote,
      ]);
    });

    it('F-03 a withdrawn lesson is gone from every page at once; staff see who read it, and each reader is told once, whatever the budget of marketing', async () => {
      const lessonId = await publish(
        operator,
        reviewer,
        draft({ pathCode: 'zz-withdrawn', title: '有错的一课' }),
      );
      const [begun, finished, stranger] = [
        await firm.member('withdrawn-begun'),
        await firm.member('withdrawn-finished'),
        await firm.member('withdrawn-stranger'),
      ];
      await begun('PUT', `/v1/lessons/${lessonId}/progress`, { readPercent: 40 });
      await finished('PUT', `/v1/lessons/${lessonId}/completion`, {
        readPercent: 100,
        hasSeenLastParagraph: true,
        occurredAt: '2026-11-24T02:00:00.000Z',
      });
      const path = console_(lessonId, 'withdrawal');
      const body = { reason: '费率写错', correction: '第二段的费率写错了，正确的以基金合同为准。' };
      expect(
        await reviewer('POST', path, { ...body, correction: '这款产品稳赚不赔，请放心。' }),
      ).toMatchObject({
        status: 422,
        body: { code: 'content.correction_refused' },
      });
      expect(await reviewer('POST', path, body)).toMatchObject({
        status: 200,
        body: { state: 'WITHDRAWN', publishedAt: null },
      });
      expect(await operator('POST', path, body)).toMatchObject({
        status: 409,
        body: { code: 'content.not_published' },
      });
      for (const one of [`/v1/lessons/${lessonId}`, `/v1/shared-lessons/${lessonId}`])
        expect(await finished('GET', one)).toMatchObject({ status: 404 });
      for (const list of ['/v1/lessons?limit=50', '/v1/feed?limit=50'])
        expect(JSON.stringify((await begun('GET', list)).body)).not.toContain(lessonId);

      await run('lesson-corrections');
      const told = CorrectionPage.parse((await finished('GET', '/v1/corrections')).body).corrections;
      expect(told).toMatchObject([{ title: '有错的一课', correction: body.correction, isSeen: false }]);
      const unseen = async (call: Call) =>
        FeedPage.parse((await call('GET', '/v1/feed')).body).unseenCorrections;
      expect(await Promise.all([begun, finished, stranger].map(unseen))).toEqual([1, 1, 0]);
      const seen = `/v1/corrections/${told[0]?.correctionId ?? ''}/seen`;
      expect((await finished('PUT', seen)).status).toBe(204);
      expect((await finished('PUT', seen)).status).toBe(204);
      expect(await stranger('PUT', seen)).toMatchObject({ status: 404 });
      expect(await unseen(finished)).toBe(0);
      expect((await detailOf(lessonId)).withdrawal).toMatchObject({ told: 2, seen: 1, isTelling: true });
      const contacts = await app.database.read.query('SELECT COUNT(*) AS n FROM marketing_contacts');
      expect(Number(contacts[0].n)).toBe(0);

      // Whoever was in the middle of a page then is found by the second walk.
      await app.database.runInTransaction(({ manager }) =>
        manager.query(
          'INSERT INTO lesson_progress (member_no, lesson_id, read_percent, updated_at) SELECT MAX(member_no), ?, 10, ? FROM members',
          [lessonId, app.clock.now()],
        ),
      );
      app.clock.advance(15_000);
      await run('lesson-corrections');
      expect((await detailOf(lessonId)).withdrawal).toMatchObject({ told: 3, seen: 1, isTelling: false });
      expect(await unseen(stranger)).toBe(1);

      const readers = LessonReaders.parse(
        (await operator('GET', console_(lessonId, 'readers?limit=2'))).body,
      );
      expect([readers.total, readers.readers.length]).toEqual([3, 2]);
      expect(readers.readers.map(({ isFinished }) => isFinished)).toEqual([false, true]);
      const rest = console_(lessonId, `readers?limit=2&cursor=${readers.nextCursor ?? ''}`);
      expect(LessonReaders.parse((await operator('GET', rest)).body)).toMatchObject({
        readers: [{ readPercent: 10 }],
        nextCursor: null,
      });
      expect((await trailOf(lessonId)).slice(-3)).toEqual([
        'content.withdraw',
        'content.view_readers',
        'content.view_readers',
      ]);
    });

    it('F-03 REQ-ADV-2 advice comes through no door to a member without an advisory contract in force, and stops with it', async () => {
      const title = '本周的投资看法';
      const lessonId = await publish(
        operator,
        reviewer,
        draft({ pathCode: 'zz-advice', body: TIP, label: 'advice', title, basis: OWN_BASIS }),
      );
      const outsider = await firm.member('advice-outsider');
      const insider = await firm.member('advice-insider');
      const idOf = async (call: Call) =>
        MemberProfile.parse((await call('GET', '/v1/members/me')).body).memberId;
      const register_ = `/v1/console/members/${await idOf(insider)}/advisory-contracts`;
      const contract = { contractNo: 'TG-2026-0001', validFrom: inDays(0), validUntil: inDays(365) };

      const reading = {
        readPercent: 100,
        hasSeenLastParagraph: true,
        occurredAt: '2026-11-24T02:00:00.000Z',
      };
      const quiz = {
        submissionId: '01930000-0000-7000-8000-0000000000c1',
        answers: [{ questionId: 'q1', option: 0 }],
      };
      const doors: readonly [string, string, object?][] = [
        ['GET', `/v1/lessons/${lessonId}`],
        ['PUT', `/v1/lessons/${lessonId}/progress`, { readPercent: 5 }],
        ['PUT', `/v1/lessons/${lessonId}/completion`, reading],
        ['POST', `/v1/lessons/${lessonId}/quiz-submissions`, quiz],
        ['GET', `/v1/shared-lessons/${lessonId}`],
        ['GET', `/v1/lessons/${lessonId}/comments`],
      ];
      const lists = [
        '/v1/lessons?limit=50',
        '/v1/lessons?pathCode=zz-advice',
        '/v1/feed?limit=50',
        `/v1/lesson-search?text=${encodeURIComponent(title)}`,
      ];
      const getsNothing = async (call: Call) => {
        for (const door of doors) expect(await call(...door)).toMatchObject({ status: 404 });
        for (const list of lists)
          expect(JSON.stringify((await call('GET', list)).body)).not.toContain(lessonId);
      };
      await getsNothing(outsider);
      await getsNothing(insider);

      expect(await reviewer('POST', register_, contract)).toMatchObject({
        status: 201,
        body: { state: 'ACTIVE' },
      });
      const lesson = Lesson.parse((await insider('GET', `/v1/lessons/${lessonId}`)).body);
      expect([lesson.label, lesson.author.registrationNo]).toEqual(['advice', 'S0000000000001']);
      const { lessons } = LessonPage.parse((await insider('GET', '/v1/lessons?pathCode=zz-advice')).body);
      expect(lessons[0]?.signedBy).toEqual({ name: 'operator', registrationNo: 'S0000000000001' });
      const feed = FeedPage.parse((await insider('GET', '/v1/feed?limit=50')).body);
      expect(feed.cards.map(({ cardId }) => cardId)).toContain(lessonId);
      for (const [method, path, body] of doors.slice(1, 4))
        expect((await insider(method, path, body)).status).toBeLessThan(300);
      await getsNothing(outsider);

      // What anybody may open, or staff may hand to many, never has it.
      expect(await insider('GET', `/v1/shared-lessons/${lessonId}`)).toMatchObject({ status: 404 });
      const checked = await outsider('POST', '/v1/verification/checks', { text: title });
      expect(JSON.stringify(checked.body)).not.toContain('"kind":"lesson"');
      for (const shelf of ['/v1/console/placement-lessons', '/v1/console/group-lessons'])
        expect(JSON.stringify((await operator('GET', shelf)).body)).not.toContain(lessonId);
      const wish = { subject: 'zz-advice', isWished: true };
      expect((await insider('PUT', '/v1/notices/wishes/NEW_LESSON', wish)).status).toBeGreaterThanOrEqual(
        400,
      );

      const { contracts } = AdvisoryContractList.parse((await reviewer('GET', register_)).body);
      const contractId = contracts[0]?.contractId ?? '';
      expect(await reviewer('POST', register_, contract)).toMatchObject({ body: { contractId } });
      const other = { ...contract, validUntil: inDays(2) };
      expect(await reviewer('POST', register_, other)).toMatchObject({
        status: 409,
        body: { code: 'advisory.contract_no_taken' },
      });
      const end = `/v1/console/advisory-contracts/${contractId}/end`;
      expect(await reviewer('POST', end, { reason: '客户书面解约' })).toMatchObject({
        body: { state: 'ENDED' },
      });
      expect(await reviewer('POST', end, { reason: '客户书面解约' })).toMatchObject({ status: 409 });
      await getsNothing(insider);
      // Not yet, and for one day only.
      const short = { contractNo: 'TG-2026-0002', validFrom: inDays(1), validUntil: inDays(1) };
      expect(await reviewer('POST', register_, short)).toMatchObject({ body: { state: 'NOT_YET' } });
      await getsNothing(insider);
      app.clock.advance(DAY);
      expect(await insider('GET', `/v1/lessons/${lessonId}`)).toMatchObject({ status: 200 });
      app.clock.advance(DAY);
      await getsNothing(insider);
    });
  });
});
