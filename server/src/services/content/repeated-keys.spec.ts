import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LessonRow } from '@siyu/shared/contracts/content';
import { IDEMPOTENCY_KEY } from '@siyu/shared/contracts/route';
import fc from 'fast-check';
import { heavyCheck } from '../../../../tools/heavy-check.ts';
import { AppModule } from '../../app.module.ts';
import { WechatLogin } from '../../foundation/wechat/index.ts';
import { createTestApp, describeOnEngines, type TestApp } from '../../testing/index.ts';
import { type Call, contentFirm, type ContentFirm, draft, publish } from './testing/content-firm.ts';

const check = heavyCheck('repeated-keys');
const SIZES = {
  small: { keys: 6, bodies: 20, submissions: 3, withinMs: 60_000 },
  full: { keys: 1_000, bodies: 1_000, submissions: 200, withinMs: 1_800_000 },
} as const;
const size = SIZES[check.size];
const AT_ONCE = 50;
const wechat = {
  provide: WechatLogin,
  useValue: {
    code2Session: (code: string) => Promise.resolve({ openid: code, unionid: null, sessionKey: 'key' }),
  },
};

describe('one key, many requests', () => {
  const counts: Record<string, number | string> = {};
  afterAll(() => check.record(counts));

  describeOnEngines((engine) => {
    let app: TestApp;
    let firm: ContentFirm;
    let operator: Call;
    let cookie = '';
    beforeAll(async () => {
      app = await createTestApp({ engine, modules: [AppModule], overrides: [wechat] });
      firm = contentFirm(app);
      operator = await firm.staff('operator', ['operator']);
      cookie = await firm.cookieOf('operator');
    }, 60_000);
    afterAll(() => app.close());

    const upload = async (text: string, key: string | null) => {
      const form = new FormData();
      form.set('file', new Blob([text], { type: 'application/json' }), 'lesson.json');
      const answer = await fetch(`${app.url}/v1/console/lesson-uploads`, {
        method: 'POST',
        headers: { cookie, origin: app.url, ...(key === null ? {} : { [IDEMPOTENCY_KEY]: key }) },
        body: form,
      });
      return { status: answer.status, text: await answer.text() };
    };
    const lesson = (title: string) =>
      JSON.stringify(draft({ title: `一个编号：${title}`, pathCode: 'keys' }));
    /** Everything that an upload leaves. */
    const effects = async (): Promise<readonly number[]> => {
      const counted: number[] = [];
      for (const table of ['lessons', 'lesson_versions', 'files', 'audit_rows', 'first_answers']) {
        const [row]: { n: number | string }[] = await app.database.read.query(
          `SELECT COUNT(*) AS n FROM ${table}`,
        );
        counted.push(Number(row?.n));
      }
      return counted;
    };
    const keyOf = (number: number) => `${engine}-key-${String(number).padStart(6, '0')}`;

    it(
      'C-11 fault 14 one Idempotency-Key, 50 requests at once: one lesson, and all get the same answer',
      async () => {
        const before = await effects();
        for (let number = 0; number < size.keys; number += 1) {
          const text = lesson(`第 ${number} 课`);
          const answers = await Promise.all(
            Array.from({ length: AT_ONCE }, () => upload(text, keyOf(number))),
          );
          expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
          const ids = answers.map((each) => LessonRow.parse(JSON.parse(each.text)).lessonId);
          expect(new Set(ids).size).toBe(1);
        }
        expect(await effects()).toEqual(before.map((count) => count + size.keys));
        counts[`${engine}_requests`] = size.keys * AT_ONCE;
        counts[`${engine}_effects`] = size.keys;
      },
      size.withinMs,
    );

    it('C-11 fault 14 without a key each request is an upload of its own, which the counts of this check see', async () => {
      const before = await effects();
      await Promise.all(Array.from({ length: 5 }, () => upload(lesson('没有编号'), null)));
      const [lessons = 0, versions = 0, files = 0, audits = 0, answers = 0] = before;
      expect(await effects()).toEqual([lessons + 5, versions + 5, files + 5, audits + 5, answers]);
    });

    it(
      'C-11 fault 14 one submission of a quiz, 50 times at once: one grading, and all get the same answer',
      async () => {
        const reviewer = await firm.staff('compliance', ['compliance']);
        const lessonId = await publish(operator, reviewer, draft({ pathCode: 'keys-quiz' }));
        const member = await firm.member('keys-member');
        for (let number = 0; number < size.submissions; number += 1) {
          const submissionId = `01930000-0000-7000-8000-${String(number).padStart(12, '0')}`;
          const body = { submissionId, answers: [{ questionId: 'q1', option: number % 3 }] };
          const answers = await Promise.all(
            Array.from({ length: AT_ONCE }, () =>
              member('POST', `/v1/lessons/${lessonId}/quiz-submissions`, body),
            ),
          );
          const [first] = answers;
          expect(first?.status).toBe(200);
          for (const answer of answers) expect(answer).toEqual(first);
        }
        const [row]: { n: number | string }[] = await app.database.read.query(
          "SELECT COUNT(*) AS n FROM engagement_events WHERE type = 'quiz_submitted'",
        );
        expect(Number(row?.n)).toBe(size.submissions);
      },
      size.withinMs,
    );

    it(
      'C-11 fault 15 one Idempotency-Key and another body: 422 and no effect',
      async () => {
        const text = lesson('第一份');
        const first = await upload(text, `${engine}-reused-key`);
        expect(first.status).toBe(201);
        const before = await effects();
        await fc.assert(
          fc.asyncProperty(
            fc.string({ minLength: 4, maxLength: 30 }),
            fc.boolean(),
            async (title, isBlank) => {
              // Another lesson, or the same with one blank more: not the bytes that were sent first.
              const other = isBlank ? `${text} ` : lesson(`另一份${title}`);
              const answer = await upload(other, `${engine}-reused-key`);
              expect(answer.status).toBe(422);
              expect(JSON.parse(answer.text)).toMatchObject({ code: 'http.idempotency_key_reused' });
            },
          ),
          { numRuns: size.bodies, seed: check.seed },
        );
        expect(await effects()).toEqual(before);
        expect(await upload(text, `${engine}-reused-key`)).toEqual(first);
        // The control: the same bodies under keys of their own do take effect.
        expect((await upload(lesson('另一份'), `${engine}-other-key`)).status).toBe(201);
        expect(await effects()).not.toEqual(before);
      },
      size.withinMs,
    );

    it('C-11 fault 15 a key belongs to who sent it, a refused request leaves it free, and what is none is refused', async () => {
      const key = `${engine}-shared-key`;
      expect((await upload('{"title":1}', key)).status).toBe(400);
      const mine = await upload(lesson('我的'), key);
      expect(mine.status).toBe(201);
      await firm.staff('operator-2', ['operator']);
      const own = cookie;
      cookie = await firm.cookieOf('operator-2');
      const theirs = await upload(lesson('别人的'), key);
      cookie = own;
      expect(theirs.status).toBe(201);
      expect(JSON.parse(theirs.text)).not.toMatchObject({
        lessonId: LessonRow.parse(JSON.parse(mine.text)).lessonId,
      });
      for (const none of ['short', 'x'.repeat(65), 'with blank in it'])
        expect((await upload(lesson('坏编号'), none)).status).toBe(400);
    });
  });
});
