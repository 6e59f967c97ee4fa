import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { EventVerdicts } from '@siyu/shared/contracts/engagement';
import { MemberSession } from '@siyu/shared/contracts/identity';
import { Problem } from '@siyu/shared/contracts/primitives';
import { z } from 'zod';
import { AppModule } from '../app.module.ts';
import { WechatLogin } from '../foundation/wechat/index.ts';
import { contentFirm } from '../services/content/testing/content-firm.ts';
import { breakStatements } from './break-statements.ts';
import { createTestApp, describeOnEngines, type TestApp } from './index.ts';

const wechat = {
  provide: WechatLogin,
  useValue: { code2Session: async (code: string) => ({ openid: code, unionid: null, sessionKey: 'key' }) },
};
const LESSON = '01930000-0000-7000-8000-000000000001';
const contention = (errno: number) => Object.assign(new Error(`error ${errno}`), { errno });
const lost = () => Object.assign(new Error('lost'), { code: 'PROTOCOL_CONNECTION_LOST', fatal: true });
const isCommit = (sql: string) => sql === 'COMMIT';

describeOnEngines((engine) => {
  describe('a report of events whose transaction meets a fault', () => {
    let app: TestApp;
    let report: (number: number) => Promise<Response>;
    let stop: () => void = () => undefined;
    /** Statements of each transaction since the last reset, BEGIN and COMMIT included. */
    let transactions: string[][] = [];
    let breaks: (sql: string, transaction: number, statement: number) => Error | null = () => null;

    beforeAll(async () => {
      app = await createTestApp({
        engine,
        modules: [AppModule],
        overrides: [wechat],
        // No other transaction than that of the report.
        env: { RUNS_JOBS: 'false' },
      });
      await contentFirm(app).member('reporter');
      const opened = await fetch(`${app.url}/v1/sessions`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ code: 'reporter' }),
      });
      const authorization = `Bearer ${MemberSession.parse(await opened.json()).token}`;
      report = (number) =>
        fetch(`${app.url}/v1/events`, {
          method: 'POST',
          headers: { authorization, 'content-type': 'application/json' },
          body: JSON.stringify({
            events: [
              {
                eventId: eventId(number),
                type: 'content_viewed',
                occurredAt: new Date(app.clock.now()).toISOString(),
                contentId: LESSON,
              },
            ],
          }),
        });
      stop = breakStatements(app.database.schemaSource, (sql) => {
        if (/^(START TRANSACTION|BEGIN)/.test(sql)) transactions.push([]);
        if (sql === 'ROLLBACK') return null;
        const current = transactions.at(-1) ?? [];
        current.push(sql);
        return breaks(sql, transactions.length, current.length);
      });
    }, 60_000);
    afterEach(() => {
      breaks = () => null;
      transactions = [];
    });
    afterAll(async () => {
      stop();
      await app.close();
    });

    const eventId = (number: number) => `01930000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;
    /** Rows of the event, and how much all events together are counted as. */
    async function kept(number: number): Promise<{ rows: number; counted: number; logged: number }> {
      const [row] = z
        .array(z.object({ n: z.coerce.number(), counted: z.coerce.number(), logged: z.coerce.number() }))
        .parse(
          await app.database.read.query(
            `SELECT (SELECT COUNT(*) FROM engagement_events WHERE event_id = ?) AS n,
               (SELECT COALESCE(SUM(count), 0) FROM engagement_days WHERE type = 'content_viewed') AS counted,
               (SELECT COUNT(*) FROM engagement_events WHERE type = 'content_viewed') AS logged`,
            [eventId(number)],
          ),
        );
      return { rows: row?.n ?? 0, counted: row?.counted ?? 0, logged: row?.logged ?? 0 };
    }
    async function expectOnce(number: number): Promise<void> {
      const { rows, counted, logged } = await kept(number);
      expect([rows, counted]).toEqual([1, logged]);
    }
    async function verdictOf(answer: Response): Promise<string | undefined> {
      expect(answer.status).toBe(200);
      return EventVerdicts.parse(await answer.json()).verdicts[0]?.verdict;
    }
    async function expectRefused(answer: Response): Promise<void> {
      expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '2']);
      expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
      expect(Problem.parse(await answer.json()).code).toBe('http.unavailable');
    }
    async function statementsOfOneReport(number: number): Promise<number> {
      expect(await verdictOf(await report(number))).toBe('recorded');
      expect(transactions).toHaveLength(1);
      const [statements = []] = transactions;
      expect(statements.length).toBeGreaterThan(5);
      expect(statements.at(-1)).toBe('COMMIT');
      transactions = [];
      return statements.length;
    }

    it.each([1213, 1205, 1020])(
      'C-11 fault 16 is run again as a whole and counts once, whichever of its statements meets error %i',
      async (errno) => {
        const base = errno * 1_000;
        const statements = await statementsOfOneReport(base);
        for (let at = 1; at <= statements; at += 1) {
          breaks = (_, transaction, statement) =>
            transaction === 1 && statement === at ? contention(errno) : null;
          expect(await verdictOf(await report(base + at))).toBe('recorded');
          expect(transactions).toHaveLength(2);
          transactions = [];
          await expectOnce(base + at);
        }
      },
    );

    it('C-11 fault 16 is given up after five tries with 503 and Retry-After, and leaves nothing', async () => {
      breaks = (sql) => (isCommit(sql) ? contention(1213) : null);
      await expectRefused(await report(20));
      expect(transactions).toHaveLength(5);
      expect((await kept(20)).rows).toBe(0);
      breaks = () => null;
      expect(await verdictOf(await report(20))).toBe('recorded');
      await expectOnce(20);
    });

    it('C-11 fault 16 control: another error of the same statement is not retried, so the retries are no accident', async () => {
      breaks = (_, transaction, statement) =>
        transaction === 1 && statement === 3 ? contention(1054) : null;
      expect((await report(30)).status).toBe(500);
      expect(transactions).toHaveLength(1);
      expect((await kept(30)).rows).toBe(0);
    });

    if (engine === 'sqlite') return;
    it('C-11 fault 16 is run again when its connection is lost at any statement before COMMIT', async () => {
      const statements = await statementsOfOneReport(40);
      for (let at = 1; at < statements; at += 1) {
        breaks = (_, transaction, statement) => (transaction === 1 && statement === at ? lost() : null);
        expect(await verdictOf(await report(40 + at))).toBe('recorded');
        expect(transactions).toHaveLength(2);
        transactions = [];
        await expectOnce(40 + at);
      }
    });

    it('C-11 fault 16 leaves a COMMIT without an answer in doubt: 503 at once, and the repeat decides', async () => {
      breaks = (sql) => (isCommit(sql) ? lost() : null);
      await expectRefused(await report(80));
      expect(transactions).toHaveLength(1);
      breaks = () => null;
      expect(['recorded', 'duplicate']).toContain(await verdictOf(await report(80)));
      await expectOnce(80);
    });
  });
});
