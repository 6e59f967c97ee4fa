import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LearningRecord } from '@siyu/shared/contracts/learning-record';
import { learningRecordRoutes } from '@siyu/shared/contracts/learning-record.routes';
import { routeUrl } from '@siyu/shared/contracts/route';
import { AppModule } from '../../app.module.ts';
import { WechatLogin } from '../../foundation/wechat/index.ts';
import { Identity } from '../../records/identity/index.ts';
import { openMember } from '../../testing/callers.ts';
import { createTestApp, describeOnEngines, type TestApp } from '../../testing/index.ts';
import { openFirm, type ThreadFirm } from '../../testing/thread-firm.ts';

const wechat = {
  provide: WechatLogin,
  useValue: {
    code2Session: (code: string) => Promise.resolve({ openid: code, unionid: null, sessionKey: 'key' }),
  },
};

describeOnEngines((engine) => {
  describe('the learning record', () => {
    let server: TestApp;
    let firm: ThreadFirm;
    beforeAll(async () => {
      server = await createTestApp({ engine, modules: [AppModule], overrides: [wechat] });
      firm = await openFirm(server);
    }, 60_000);
    afterAll(() => server.close());

    const pageOf = async (account: string, query: { limit?: number; cursor?: string } = {}) => {
      const { token } = await openMember(server, account);
      const headers = { authorization: `Bearer ${token}` };
      const answer = await fetch(server.url + routeUrl(learningRecordRoutes.getLearningRecord, { query }), {
        headers,
      });
      if (answer.status !== 200) throw new Error(`${answer.status} ${await answer.text()}`);
      return LearningRecord.parse(await answer.json());
    };
    const submitQuiz = async (account: string, lessonId: string, last: string) => {
      const { token } = await openMember(server, account);
      const answers = ['q1', 'q2', 'q3'].map((questionId, at) => ({ questionId, option: at === 0 ? 1 : 0 }));
      const answer = await fetch(`${server.url}/v1/lessons/${lessonId}/quiz-submissions`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ submissionId: `01930000-0000-7000-8000-0000000000${last}`, answers }),
      });
      expect(answer.status).toBeLessThan(300);
    };

    it('D-01 lists lessons finished and quizzes with their results, the latest first, each once over all pages', async () => {
      const member = await firm.join('learner');
      expect(await pageOf('learner')).toEqual({ entries: [], nextCursor: null });
      await member.finish('初识第一课');
      const [first] = (await pageOf('learner')).entries;
      server.clock.advance(60_000);
      await submitQuiz('learner', first?.lessonId ?? '', 'a1');
      // Within one millisecond nothing is skipped at the border of a page.
      await submitQuiz('learner', first?.lessonId ?? '', 'a2');
      await member.finish('初识第二课');

      const { entries, nextCursor } = await pageOf('learner');
      expect(nextCursor).toBeNull();
      expect(entries).toMatchObject([
        { kind: 'lesson', title: '初识第二课', at: new Date(server.clock.now()).toISOString() },
        { kind: 'quiz', title: '初识第一课', correct: 2, total: 3 },
        { kind: 'quiz', title: '初识第一课', correct: 2, total: 3 },
        { kind: 'lesson', title: '初识第一课', at: new Date(server.clock.now() - 60_000).toISOString() },
      ]);
      const seen = [];
      let cursor: string | null = null;
      do {
        const page: LearningRecord = await pageOf('learner', {
          limit: 1,
          ...(cursor === null ? {} : { cursor }),
        });
        seen.push(...page.entries);
        cursor = page.nextCursor;
      } while (cursor !== null);
      expect(seen).toEqual(entries);
    });

    it('D-01 one lesson finished under two registrations of a person is one entry, and who has not agreed reads none', async () => {
      const [one, other] = [await firm.join('twice'), await firm.join('twice-again')];
      await one.finish('初识第一课');
      await other.finish('初识第一课');
      await server.database.runInTransaction((tx) =>
        server.app.get(Identity).mergeMembers(tx, other.memberNo, one.memberNo),
      );
      expect((await pageOf('twice-again')).entries.map(({ title }) => title)).toEqual(['初识第一课']);
      await expect(pageOf('nobody-yet')).rejects.toThrow('403');
    });
  });
});
