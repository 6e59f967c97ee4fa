import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accountClosingRoutes } from '@siyu/shared/contracts/account-closing.routes';
import { LessonRow } from '@siyu/shared/contracts/content';
import { CLOSING_TEXT_VERSION } from '@siyu/shared/contracts/privacy.limits';
import { ReviewRow } from '@siyu/shared/contracts/reviews';
import { routeUrl } from '@siyu/shared/contracts/route';
import { AppModule } from '../app.module.ts';
import { WechatLogin } from '../foundation/wechat/index.ts';
import { type Call, contentFirm, draft, upload } from '../services/content/testing/content-firm.ts';
import { openMember } from './callers.ts';
import { ERASED_TABLES } from './closing-inventory.ts';
import { describeOnEngines } from './engines.ts';
import { createTestApp, type TestApp } from './test-app.ts';
import { openFirm, type ThreadFirm, type ThreadMember } from './thread-firm.ts';

const wechat = {
  provide: WechatLogin,
  useValue: {
    code2Session: (code: string) =>
      Promise.resolve({ openid: code, unionid: `u-${code}`, sessionKey: 'key' }),
  },
};
const ALL = ['SERVICE', 'PROFILING', 'MARKETING', 'SENSITIVE'] as const;
const ROUNDS = 3;

describeOnEngines((engine) => {
  describe('two at once', () => {
    let server: TestApp;
    let firm: ThreadFirm;
    let operator: Call;
    let editor: Call;
    let reviewers: readonly Call[];
    beforeAll(async () => {
      server = await createTestApp({ engine, modules: [AppModule], overrides: [wechat] });
      firm = await openFirm(server);
      const people = contentFirm(server);
      operator = await people.staff('operator', ['operator']);
      editor = await people.staff('editor', ['operator']);
      reviewers = [await people.staff('first', ['compliance']), await people.staff('second', ['compliance'])];
    }, 60_000);
    afterAll(() => server.close());

    const rows = <Row>(sql: string, values: readonly (string | number)[] = []): Promise<Row[]> =>
      server.database.read.query(sql, [...values]);
    const titled = (title: string) => draft({ title, position: 1 });
    const submitted = async (title: string): Promise<LessonRow> => {
      const { lessonId } = LessonRow.parse((await upload(operator, titled(title))).body);
      return LessonRow.parse((await operator('POST', `/v1/console/lessons/${lessonId}/submission`)).body);
    };
    const decide = (reviewer: Call, lesson: LessonRow, isApproved: boolean) =>
      reviewer('POST', `/v1/console/reviews/${lesson.reviewId ?? ''}/decision`, {
        isApproved,
        comment: isApproved ? '可以' : '请改一处',
        subjectSha256: lesson.contentSha256,
      });
    const statesOf = async (lessonId: string): Promise<string[]> =>
      (
        await rows<{ state: string }>(
          'SELECT state FROM lesson_versions WHERE lesson_id = ? ORDER BY version',
          [lessonId],
        )
      ).map(({ state }) => state);
    const notesOf = async (lessonId: string, action: string): Promise<number> =>
      (
        await rows<{ row_id: string }>('SELECT row_id FROM audit_rows WHERE subject_id = ? AND action = ?', [
          lessonId,
          action,
        ])
      ).length;

    it('F-11 of two who review one text at once one decides, the other is told, and the text follows the one', async () => {
      for (let round = 0; round < ROUNDS; round += 1) {
        const lesson = await submitted(`两人同审第 ${round} 课`);
        const [first, second] = reviewers;
        if (first === undefined || second === undefined) throw new Error('two reviewers');
        const [yes, no] = await Promise.all([decide(first, lesson, true), decide(second, lesson, false)]);
        expect([yes.status, no.status].sort()).toEqual([200, 409]);
        const { state } = ReviewRow.parse((yes.status === 200 ? yes : no).body);
        expect(state).toBe(yes.status === 200 ? 'APPROVED' : 'REJECTED');
        expect(await statesOf(lesson.lessonId)).toEqual([yes.status === 200 ? 'APPROVED' : 'DRAFT']);
      }
    });

    it('F-11 published twice and edited at once, a lesson is published once and as it was approved', async () => {
      for (let round = 0; round < ROUNDS; round += 1) {
        const lesson = await submitted(`同时发布第 ${round} 课`);
        const { lessonId, contentSha256 } = lesson;
        await decide(reviewers[0] ?? operator, lesson, true);
        const publication = `/v1/console/lessons/${lessonId}/publication`;
        const [one, other, edited] = await Promise.all([
          operator('POST', publication),
          editor('POST', publication),
          editor('PUT', `/v1/console/lessons/${lessonId}/draft`, titled(`改过的第 ${round} 课`)),
        ]);
        expect([one.status, other.status].every((status) => status === 200 || status === 409)).toBe(true);
        expect(edited.status).toBe(200);
        const published = [one, other].filter(({ status }) => status === 200).length;
        expect(published).toBeLessThanOrEqual(1);
        // Edited first it is a draft again; published first the edit began another version.
        expect(await statesOf(lessonId)).toEqual(published === 1 ? ['PUBLISHED', 'DRAFT'] : ['DRAFT']);
        expect(await notesOf(lessonId, 'content.publish')).toBe(published);
        if (published === 1)
          expect(
            await rows(
              'SELECT content_sha256 AS sha FROM lesson_versions WHERE lesson_id = ? AND version = 1',
              [lessonId],
            ),
          ).toEqual([{ sha: contentSha256 }]);
      }
    });

    it('F-11 withdrawn twice and edited at once, a lesson is withdrawn once and its readers are owed one correction', async () => {
      for (let round = 0; round < ROUNDS; round += 1) {
        const lesson = await submitted(`同时撤下第 ${round} 课`);
        const { lessonId } = lesson;
        await decide(reviewers[0] ?? operator, lesson, true);
        expect((await operator('POST', `/v1/console/lessons/${lessonId}/publication`)).status).toBe(200);
        const body = { reason: '数据有误', correction: '这一课里的费率写错了，以公告为准。' };
        const [one, other, edited] = await Promise.all([
          operator('POST', `/v1/console/lessons/${lessonId}/withdrawal`, body),
          editor('POST', `/v1/console/lessons/${lessonId}/withdrawal`, body),
          editor('PUT', `/v1/console/lessons/${lessonId}/draft`, titled(`改过费率的第 ${round} 课`)),
        ]);
        expect([one.status, other.status].sort()).toEqual([200, 409]);
        expect(edited.status).toBe(200);
        expect(await statesOf(lessonId)).toEqual(['WITHDRAWN', 'DRAFT']);
        expect(await notesOf(lessonId, 'content.withdraw')).toBe(1);
        expect(await rows('SELECT version FROM lesson_withdrawals WHERE lesson_id = ?', [lessonId])).toEqual([
          { version: 1 },
        ]);
      }
    });

    it('F-11 whoever is erased while they learn, buy and are scored is erased wholly, and nobody meets an error', async () => {
      const leavers: { member: ThreadMember; token: string }[] = [];
      for (let each = 0; each < ROUNDS; each += 1) {
        const member = await firm.join(`leaver-${each}`, ALL);
        await firm.link(member);
        await firm.buy(member, 6_000_000, 30);
        leavers.push({ member, token: (await openMember(server, `leaver-${each}`)).token });
      }
      const stayer = await firm.join('stayer', ALL);
      const [lesson] = await rows<{ id: string }>('SELECT lesson_id AS id FROM lessons LIMIT 1');
      const lessonId = lesson?.id ?? '';
      const answers = await Promise.all(
        leavers.flatMap(({ member, token }, each) => {
          const call = (method: string, path: string, body: object) =>
            fetch(server.url + path, {
              method,
              headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
              body: JSON.stringify(body),
            }).then(({ status }) => status);
          const learn = (n: number) =>
            call('POST', '/v1/events', {
              events: [
                {
                  eventId: `01930000-0000-7000-8000-${String(each * 100 + n).padStart(12, '0')}`,
                  type: 'content_viewed',
                  contentId: lessonId,
                  occurredAt: new Date(server.clock.now()).toISOString(),
                },
              ],
            });
          const closing = routeUrl(accountClosingRoutes.closeAccount, {
            params: { closingId: `01930000-0000-7000-8000-0000000000d${each}` },
          });
          return [
            ...[1, 2, 3].map(learn),
            firm.buy(member, 9_000_000, 2).then(() => 200),
            call('PUT', closing, { textVersion: CLOSING_TEXT_VERSION, isUnderstood: true }),
            firm.buy(member, 8_000_000, 1).then(() => 200),
            ...[4, 5, 6].map(learn),
            stayer.feed().then(() => 200),
          ];
        }),
      );
      // Who comes after the closing has no session, or no consent any more when it had been let in already.
      expect([...new Set(answers)].filter((status) => ![200, 401, 403].includes(status))).toEqual([]);
      await firm.scored();
      const numbers = leavers.map(({ member }) => member.memberNo);
      const marks = numbers.map(() => '?').join(',');
      const left: string[] = [];
      for (const [table, column] of Object.entries(ERASED_TABLES)) {
        if (column === 'principal_id') continue;
        const found = await rows(`SELECT ${column} FROM ${table} WHERE ${column} IN (${marks})`, numbers);
        if (found.length > 0) left.push(`${table}: ${found.length}`);
      }
      expect(left).toEqual([]);
      expect(
        await rows(`SELECT member_no FROM account_closings WHERE member_no IN (${marks})`, numbers),
      ).toHaveLength(ROUNDS);
    });
  });
});
