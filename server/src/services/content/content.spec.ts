import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  Lesson,
  LessonCompletion,
  LessonDetail,
  LessonPage,
  LessonRow,
  LessonRows,
  QuizResult,
  SharedLesson,
} from '@siyu/shared/contracts/content';
import { AppModule } from '../../app.module.ts';
import { sha256OfJson } from '../../foundation/audit/index.ts';
import { WechatLogin } from '../../foundation/wechat/index.ts';
import { Identity } from '../../records/identity/index.ts';
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
const finished = { readPercent: 95, hasSeenLastParagraph: true, occurredAt: '2026-11-24T02:00:00.000Z' };
const submissionId = '01930000-0000-7000-8000-0000000000a1';

describeOnEngines((engine) => {
  let app: TestApp;
  let firm: ContentFirm;
  let operator: Call;
  let reviewer: Call;
  beforeAll(async () => {
    app = await createTestApp({ engine, modules: [AppModule], overrides: [wechat] });
    firm = contentFirm(app);
    operator = await firm.staff('operator', ['operator']);
    reviewer = await firm.staff('compliance', ['compliance']);
  }, 60_000);
  afterAll(() => app.close());
  const count = async (sql: string, values: unknown[] = []): Promise<number> => {
    const [row]: { n: number | string }[] = await app.database.read.query(
      `SELECT COUNT(*) AS n FROM ${sql}`,
      values,
    );
    return Number(row?.n);
  };

  describe('from draft to reader', () => {
    it('A-06 a lesson goes through upload, review and publication, each step in the audit trail', async () => {
      const uploaded = await upload(operator, draft());
      expect(uploaded.status).toBe(201);
      const { lessonId, state, version } = LessonRow.parse(uploaded.body);
      expect([state, version]).toEqual(['DRAFT', 1]);
      const early = await operator('POST', `/v1/console/lessons/${lessonId}/publication`);
      expect(early).toMatchObject({ status: 409, body: { code: 'content.not_approved' } });
      await approve(operator, reviewer, lessonId);
      const published = await operator('POST', `/v1/console/lessons/${lessonId}/publication`);
      expect(published).toMatchObject({ status: 200, body: { state: 'PUBLISHED' } });
      const detail = LessonDetail.parse((await operator('GET', `/v1/console/lessons/${lessonId}`)).body);
      expect(detail.lastReview).toMatchObject({
        isApproved: true,
        reviewerName: 'compliance',
        comment: '可以',
      });
      expect(detail.draft).toEqual({ ...draft(), basis: null });
      const actions = await app.database.read.query(
        'SELECT action FROM audit_rows WHERE subject_id = ? ORDER BY row_id',
        [lessonId],
      );
      expect(actions).toEqual(
        ['content.create_draft', 'content.submit', 'content.publish'].map((action) => ({ action })),
      );
    });

    it('A-02 a file that is no lesson is refused with the place and reason of each fault', async () => {
      const before = await count('lessons');
      const broken = await upload(operator, {
        ...draft(),
        title: '短',
        quiz: [{ ...draft().quiz[0], right: 'x' }],
      });
      expect(broken).toMatchObject({ status: 400, body: { code: 'http.validation_failed' } });
      expect(JSON.stringify(broken.body)).toContain('"path":"title"');
      expect(JSON.stringify(broken.body)).toContain('"path":"quiz.0.right"');
      expect(await upload(operator, '{"title": ')).toMatchObject({
        status: 422,
        body: { code: 'content.file_unreadable' },
      });
      expect(await upload(operator, 'title: x')).toMatchObject({ status: 415 });
      expect(await upload(operator, { ...draft(), body: 'x'.repeat(300_000) })).toMatchObject({
        status: 413,
      });
      expect(await count('lessons')).toBe(before);
    });

    it('REQ-PUB-1 nobody reviews what they wrote, even with both roles', async () => {
      const both = await firm.staff('both', ['operator', 'compliance']);
      const { lessonId } = LessonRow.parse((await upload(both, draft({ title: '自己写自己审的课' }))).body);
      const row = LessonRow.parse(
        (await operator('POST', `/v1/console/lessons/${lessonId}/submission`)).body,
      );
      const decision = { isApproved: true, comment: '', subjectSha256: row.contentSha256 };
      const path = `/v1/console/reviews/${row.reviewId ?? ''}/decision`;
      expect(await both('POST', path, decision)).toMatchObject({
        status: 403,
        body: { code: 'content.author_may_not_review' },
      });
      const other = { ...decision, subjectSha256: '0'.repeat(64) };
      expect(await reviewer('POST', path, other)).toMatchObject({
        status: 409,
        body: { code: 'reviews.hash_differs' },
      });
      expect((await reviewer('POST', path, decision)).status).toBe(200);
      expect(await reviewer('POST', path, decision)).toMatchObject({
        status: 409,
        body: { code: 'reviews.already_decided' },
      });
    });

    it('REQ-PUB-1 an edit after approval returns the lesson to DRAFT and ends an open review', async () => {
      const { lessonId } = LessonRow.parse((await upload(operator, draft())).body);
      await approve(operator, reviewer, lessonId);
      const edited = await operator('PUT', `/v1/console/lessons/${lessonId}/draft`, draft({ minutes: 7 }));
      expect(edited).toMatchObject({ status: 200, body: { state: 'DRAFT', version: 1, reviewId: null } });
      const row = LessonRow.parse(
        (await operator('POST', `/v1/console/lessons/${lessonId}/submission`)).body,
      );
      await operator('PUT', `/v1/console/lessons/${lessonId}/draft`, draft({ minutes: 8 }));
      const decision = { isApproved: true, comment: '', subjectSha256: row.contentSha256 };
      const late = await reviewer('POST', `/v1/console/reviews/${row.reviewId ?? ''}/decision`, decision);
      expect(late).toMatchObject({ status: 409, body: { code: 'reviews.already_decided' } });
    });

    it('REQ-PUB-1 a text changed behind the back of its approval is not published', async () => {
      const { lessonId } = LessonRow.parse((await upload(operator, draft())).body);
      await approve(operator, reviewer, lessonId);
      await app.database.runInTransaction(({ manager }) =>
        manager.query("UPDATE lesson_versions SET source = '偷偷改过' WHERE lesson_id = ?", [lessonId]),
      );
      const published = await operator('POST', `/v1/console/lessons/${lessonId}/publication`);
      expect(published).toMatchObject({ status: 409, body: { code: 'content.changed_since_review' } });
    });

    it('lists rows by page, state and text without losing or repeating one', async () => {
      for (const n of [1, 2, 3]) await upload(operator, draft({ title: `翻页 100% 第${String(n)}课` }));
      const seen: string[] = [];
      let cursor = '';
      do {
        const search = encodeURIComponent('100%');
        const page = await operator(
          'GET',
          `/v1/console/lessons?limit=2&state=DRAFT&search=${search}${cursor}`,
        );
        const { rows, nextCursor, total } = LessonRows.parse(page.body);
        expect(total).toBe(3);
        seen.push(...rows.map(({ title }) => title));
        cursor = nextCursor === null ? '' : `&cursor=${nextCursor}`;
      } while (cursor !== '');
      expect([...seen].sort()).toEqual([1, 2, 3].map((n) => `翻页 100% 第${String(n)}课`));
    });
  });

  describe('reading', () => {
    it('a published lesson keeps serving its version while a new draft is edited', async () => {
      const lessonId = await publish(operator, reviewer, draft({ pathCode: 'serving' }));
      await operator(
        'PUT',
        `/v1/console/lessons/${lessonId}/draft`,
        draft({ pathCode: 'serving', title: '新版本的标题' }),
      );
      const member = await firm.member('reader-serving');
      const before = Lesson.parse((await member('GET', `/v1/lessons/${lessonId}`)).body);
      expect(before).toMatchObject({ title: '先把家里的钱分成三份', author: { name: 'operator' } });
      expect(before.paragraphs[0]).toEqual({ kind: 'heading', text: '第一份' });
      await approve(operator, reviewer, lessonId);
      await operator('POST', `/v1/console/lessons/${lessonId}/publication`);
      const after = Lesson.parse((await member('GET', `/v1/lessons/${lessonId}`)).body);
      expect(after.title).toBe('新版本的标题');
      expect(after.contentSha256).not.toBe(before.contentSha256);
    });

    it('E-08 a lesson from Moments is read by nobody in particular: the published text alone, drafts not', async () => {
      const { lessonId } = LessonRow.parse((await upload(operator, draft({ pathCode: 'moments' }))).body);
      const read = async () => {
        const answer = await fetch(`${app.url}/v1/shared-lessons/${lessonId}`);
        return { status: answer.status, body: await answer.json() };
      };
      expect(await read()).toMatchObject({ status: 404, body: { code: 'content.lesson_not_found' } });
      await approve(operator, reviewer, lessonId);
      await operator('POST', `/v1/console/lessons/${lessonId}/publication`);
      const first = await read();
      expect(SharedLesson.options[0].strict().parse(first.body)).toMatchObject({
        title: '先把家里的钱分成三份',
        author: { name: 'operator' },
      });
      const next = draft({ pathCode: 'moments', title: '朋友圈里的新标题' });
      await operator('PUT', `/v1/console/lessons/${lessonId}/draft`, next);
      expect(await read()).toEqual(first);
      await approve(operator, reviewer, lessonId);
      await operator('POST', `/v1/console/lessons/${lessonId}/publication`);
      expect((await read()).body).toMatchObject({ title: '朋友圈里的新标题' });
    });

    it('A-06 a completion counts once: one row, one event, one tick of the clock, one outbox event', async () => {
      const first = await publish(operator, reviewer, draft({ pathCode: 'once', position: 1 }));
      const second = await publish(operator, reviewer, draft({ pathCode: 'once', position: 2 }));
      const member = await firm.member('reader-once');
      const path = `/v1/lessons/${first}/completion`;
      for (const short of [{ readPercent: 89 }, { hasSeenLastParagraph: false }]) {
        const refused = await member('PUT', path, { ...finished, ...short });
        expect(refused).toMatchObject({ status: 409, body: { code: 'content.not_read_to_end' } });
      }
      const answers = await Promise.all(Array.from({ length: 8 }, () => member('PUT', path, finished)));
      app.clock.advance(60_000);
      const again = LessonCompletion.parse((await member('PUT', path, finished)).body);
      const all = answers.map(({ body }) => LessonCompletion.parse(body));
      expect(all.filter(({ isFirst }) => isFirst)).toHaveLength(1);
      expect(new Set([...all, again].map(({ completedAt }) => completedAt)).size).toBe(1);
      expect(again).toMatchObject({ isFirst: false, nextLesson: { lessonId: second } });
      expect(await count('lesson_completions WHERE lesson_id = ?', [first])).toBe(1);
      const events: { memberNo: number; seq: number }[] = await app.database.read.query(
        "SELECT member_no AS memberNo, seq FROM engagement_events WHERE type = 'lesson_completed' AND content_id = ?",
        [first],
      );
      const memberNo = events[0]?.memberNo ?? 0;
      // Nothing after the first completion has moved the member's clock.
      expect((await app.app.get(Identity).seqOf([memberNo])).get(memberNo)).toBe(events[0]?.seq);
      expect(
        await count("engagement_events WHERE type = 'lesson_completed' AND content_id = ?", [first]),
      ).toBe(1);
      expect(
        await count("outbox_events WHERE type = 'LessonCompleted' AND payload LIKE ?", [`%${first}%`]),
      ).toBe(1);
    });

    it('progress only grows', async () => {
      const lessonId = await publish(operator, reviewer, draft({ pathCode: 'grows' }));
      const member = await firm.member('reader-grows');
      for (const readPercent of [40, 70, 20]) {
        expect((await member('PUT', `/v1/lessons/${lessonId}/progress`, { readPercent })).status).toBe(204);
      }
      const lesson = Lesson.parse((await member('GET', `/v1/lessons/${lessonId}`)).body);
      expect([lesson.readPercent, lesson.isCompleted]).toEqual([70, false]);
    });

    it('shows quiz answers after the submission only, and grades a submission once', async () => {
      const lessonId = await publish(operator, reviewer, draft({ pathCode: 'quiz' }));
      const member = await firm.member('reader-quiz');
      const lesson = await member('GET', `/v1/lessons/${lessonId}`);
      expect(JSON.stringify(lesson.body)).not.toMatch(/"right"|xplanation|承受多大/);
      const path = `/v1/lessons/${lessonId}/quiz-submissions`;
      const body = {
        submissionId,
        answers: [
          { questionId: 'q1', option: 0 },
          { questionId: 'q2', option: 0 },
        ],
      };
      const graded = await member('POST', path, body);
      expect(graded).toMatchObject({ status: 200, body: { submissionId, correct: 1, total: 3 } });
      expect(QuizResult.parse(graded.body).answers[1]).toEqual({
        questionId: 'q2',
        chosen: 0,
        right: 1,
        isCorrect: false,
        explanation: '用钱的时间决定能承受多大的波动。',
        chosenExplanation: '利息高低是分好以后才比的事。',
      });
      expect(await member('POST', path, body)).toEqual(graded);
      const other = { ...body, answers: [{ questionId: 'q1', option: 1 }] };
      expect(await member('POST', path, other)).toMatchObject({
        status: 422,
        body: { code: 'content.submission_differs' },
      });
      expect(
        await count("engagement_events WHERE type = 'quiz_submitted' AND content_id = ?", [lessonId]),
      ).toBe(1);
    });

    it('D-01 a lesson of one explanation per question goes on as it was reviewed, and so do results given before', async () => {
      const { lessonId } = LessonRow.parse((await upload(operator, draft({ pathCode: 'older' }))).body);
      const { quiz, kind: _kind, label: _label, ...text } = draft({ pathCode: 'older' });
      const oldQuiz = quiz.map(({ explanations: _, ...question }) => ({
        ...question,
        explanation: '旧解释。',
      }));
      const sha256 = sha256OfJson({ ...text, quiz: oldQuiz });
      await app.database.runInTransaction(({ manager }) =>
        manager.query('UPDATE lesson_versions SET quiz = ?, content_sha256 = ? WHERE lesson_id = ?', [
          JSON.stringify(oldQuiz),
          sha256,
          lessonId,
        ]),
      );
      const review = await approve(operator, reviewer, lessonId);
      expect(review.subjectSha256).toBe(sha256);
      const published = await operator('POST', `/v1/console/lessons/${lessonId}/publication`);
      expect(published).toMatchObject({ status: 200, body: { contentSha256: sha256 } });
      const detail = LessonDetail.parse((await operator('GET', `/v1/console/lessons/${lessonId}`)).body);
      expect(detail.draft.kind === 'lesson' && detail.draft.quiz[0]?.explanations).toEqual([
        '旧解释。',
        '旧解释。',
        '旧解释。',
      ]);

      const member = await firm.member('reader-older');
      const path = `/v1/lessons/${lessonId}/quiz-submissions`;
      const body = { submissionId, answers: [{ questionId: 'q1', option: 1 }] };
      expect(await member('POST', path, body)).toMatchObject({
        body: { answers: [{ explanation: '旧解释。', chosenExplanation: '旧解释。' }, {}, {}] },
      });
      const kept = { submissionId, correct: 0, total: 1 };
      const answer = { questionId: 'q1', chosen: 1, right: 0, isCorrect: false, explanation: '旧解释。' };
      await app.database.runInTransaction(({ manager }) =>
        manager.query('UPDATE quiz_submissions SET result = ? WHERE lesson_id = ?', [
          JSON.stringify({ ...kept, answers: [answer] }),
          lessonId,
        ]),
      );
      expect(await member('POST', path, body)).toMatchObject({
        status: 200,
        body: { ...kept, answers: [{ ...answer, chosenExplanation: null }] },
      });
    });

    it('A-11 nothing is read or recorded before the member has agreed to the terms', async () => {
      const lessonId = await publish(operator, reviewer, draft({ pathCode: 'consent' }));
      const member = await firm.member('reader-silent', false);
      const calls: [string, string, object?][] = [
        ['GET', '/v1/lessons'],
        ['GET', `/v1/lessons/${lessonId}`],
        ['PUT', `/v1/lessons/${lessonId}/progress`, { readPercent: 50 }],
        ['PUT', `/v1/lessons/${lessonId}/completion`, finished],
        [
          'POST',
          `/v1/lessons/${lessonId}/quiz-submissions`,
          { submissionId, answers: [{ questionId: 'q1', option: 0 }] },
        ],
      ];
      for (const call of calls) {
        expect(await member(...call)).toMatchObject({
          status: 403,
          body: { code: 'identity.consent_required' },
        });
      }
      expect(await count('lesson_progress WHERE lesson_id = ?', [lessonId])).toBe(0);
      expect(await count('lesson_completions WHERE lesson_id = ?', [lessonId])).toBe(0);
    });

    it('lists the published lessons by path and position, page by page, with own progress', async () => {
      const member = await firm.member('reader-list');
      const seen: string[] = [];
      const total = await count("lesson_versions WHERE state = 'PUBLISHED'");
      let cursor = '';
      do {
        const page = LessonPage.parse((await member('GET', `/v1/lessons?limit=2${cursor}`)).body);
        expect([page.completed, page.total]).toEqual([0, total]);
        seen.push(
          ...page.lessons.map((card) => `${card.pathCode} ${String(card.position)} ${card.lessonId}`),
        );
        cursor = page.nextCursor === null ? '' : `&cursor=${page.nextCursor}`;
      } while (cursor !== '');
      expect(seen).toEqual([...new Set(seen)].sort());
      expect(seen).toHaveLength(total);
    });

    it('D-01 the school comes in tens unless asked otherwise, and a path cut by the page is counted whole', async () => {
      const ids: string[] = [];
      for (const position of [1, 2, 3, 4])
        ids.push(await publish(operator, reviewer, draft({ pathCode: '0-cut', position })));
      const member = await firm.member('reader-cut');
      await member('PUT', `/v1/lessons/${ids[3] ?? ''}/completion`, finished);
      const page = LessonPage.parse((await member('GET', '/v1/lessons')).body);
      expect(page.lessons).toHaveLength(10);
      expect(page.nextCursor).not.toBeNull();
      const cut = LessonPage.parse((await member('GET', '/v1/lessons?limit=2')).body);
      expect(cut.lessons.map(({ lessonId }) => lessonId)).toEqual(ids.slice(0, 2));
      expect(cut.paths).toEqual([{ pathCode: '0-cut', summary: '', courses: [], completed: 1, total: 4 }]);
      expect(cut.completed).toBe(1);
      const own = LessonPage.parse((await member('GET', '/v1/lessons?pathCode=0-cut')).body);
      expect(own.lessons.map(({ lessonId }) => lessonId)).toEqual(ids);
      expect([own.completed, own.total, own.nextCursor]).toEqual([1, 4, null]);
    });
  });
});
