import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AppModule } from '../../app.module.ts';
import { WechatLogin } from '../../foundation/wechat/index.ts';
import { EventWriter } from '../../records/engagement/event-writer.service.ts';
import { createTestApp, describeOnEngines, type TestApp } from '../../testing/index.ts';
import { type Call, contentFirm, draft, publish } from './testing/content-firm.ts';

const wechat = {
  provide: WechatLogin,
  useValue: { code2Session: async (code: string) => ({ openid: code, unionid: null, sessionKey: 'key' }) },
};

describeOnEngines((engine) => {
  describe('what members do with lessons', () => {
    let app: TestApp;
    let lessonId = '';
    let member: Call;
    beforeAll(async () => {
      app = await createTestApp({ engine, modules: [AppModule], overrides: [wechat] });
      const firm = contentFirm(app);
      const operator = await firm.staff('operator', ['operator', 'adviser']);
      const reviewer = await firm.staff('reviewer', ['compliance']);
      lessonId = await publish(operator, reviewer, draft());
      member = await firm.member('together');
    }, 60_000);
    afterAll(() => app.close());

    const count = async (table: string, column: string, type?: string) =>
      Number(
        (
          await app.database.read.query(
            `SELECT COUNT(*) AS n FROM ${table} WHERE ${column} = ?${type === undefined ? '' : ` AND type = '${type}'`}`,
            [lessonId],
          )
        )[0].n,
      );
    /** Does something while the log of events cannot be written. */
    async function withBrokenLog(act: () => Promise<{ status: number }>): Promise<number> {
      const writer = app.app.get(EventWriter, { strict: false });
      const appendInside = writer.appendInside.bind(writer);
      writer.appendInside = () => Promise.reject(new Error('the log is broken'));
      try {
        return (await act()).status;
      } finally {
        writer.appendInside = appendInside;
      }
    }

    it('C-01 a finished lesson and its event are committed together or not at all', async () => {
      const finish = () =>
        member('PUT', `/v1/lessons/${lessonId}/completion`, {
          readPercent: 100,
          hasSeenLastParagraph: true,
          occurredAt: new Date(app.clock.now()).toISOString(),
        });
      const kept = async () => [
        await count('lesson_completions', 'lesson_id'),
        await count('engagement_events', 'content_id', 'lesson_completed'),
      ];
      expect(await withBrokenLog(finish)).toBe(500);
      expect(await kept()).toEqual([0, 0]);
      expect((await finish()).status).toBe(200);
      expect(await kept()).toEqual([1, 1]);
    });

    it('C-01 a quiz and its event are committed together or not at all', async () => {
      const submit = () =>
        member('POST', `/v1/lessons/${lessonId}/quiz-submissions`, {
          submissionId: '01930000-0000-7000-8000-0000000000aa',
          answers: [{ questionId: 'q1', option: 0 }],
        });
      const kept = async () => [
        await count('quiz_submissions', 'lesson_id'),
        await count('engagement_events', 'content_id', 'quiz_submitted'),
      ];
      expect(await withBrokenLog(submit)).toBe(500);
      expect(await kept()).toEqual([0, 0]);
      expect((await submit()).status).toBe(200);
      expect(await kept()).toEqual([1, 1]);
    });

    it('C-01 neither can be reported by the phone itself', async () => {
      const events = ['lesson_completed', 'quiz_submitted'].map((type, index) => ({
        eventId: `01930000-0000-7000-8000-0000000000b${index}`,
        type,
        occurredAt: new Date(app.clock.now()).toISOString(),
        contentId: lessonId,
      }));
      expect((await member('POST', '/v1/events', { events })).body).toEqual({
        verdicts: events.map(({ eventId }) => ({
          eventId,
          verdict: 'refused',
          code: 'engagement.server_only_type',
        })),
      });
    });
  });
});
