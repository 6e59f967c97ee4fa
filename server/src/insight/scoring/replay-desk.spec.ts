import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ScoreReplay } from '@siyu/shared/contracts/scoring';
import { scoringRoutes } from '@siyu/shared/contracts/scoring.routes';
import type { ScoreReplayQuery } from '@siyu/shared/contracts/scoring';
import { routeUrl } from '@siyu/shared/contracts/route';
import { dayOfInstant, formatDay, addDays } from '@siyu/shared/time';
import { AppModule } from '../../app.module.ts';
import { Identity, type MemberRecord } from '../../records/identity/index.ts';
import { Transactions } from '../../records/transactions/index.ts';
import { openStaff } from '../../testing/callers.ts';
import { createTestApp, describeOnEngines, TEST_NOW, type TestApp } from '../../testing/index.ts';
import { ScoreDueWorker } from './index.ts';

const DAY = 86_400_000;
const TODAY = dayOfInstant(TEST_NOW);
const LIVE = formatDay(addDays(TODAY, 1));

describeOnEngines((engine) => {
  describe('the replay of a score at the console', () => {
    let test: TestApp;
    let member: MemberRecord;
    let analyst: string;
    let compliance: string;
    beforeAll(async () => {
      test = await createTestApp({ engine, modules: [AppModule], env: { RUNS_JOBS: 'false' } });
      const identity = test.app.get(Identity);
      const name = { kind: 'wechat_openid', issuer: 'wx', externalId: 'replayed' } as const;
      member = await test.database.runInTransaction((tx) => identity.registerOrFind(tx, name));
      await test.database.runInTransaction(async (tx) => {
        await identity.grantConsents(tx, member.memberNo, ['SERVICE', 'PROFILING', 'SENSITIVE'], 'console');
        await identity.linkCoreCustomer(tx, 'system', member, 'core-replayed', 'counter');
      });
      await buy('first', 5_000_000, 3);
      await test.app.get(ScoreDueWorker).drain();
      test.clock.advance(2 * DAY);
      await buy('late', 90_000_000, 30);
      await test.app.get(ScoreDueWorker).drain();
      analyst = await openStaff(test, 'analyst');
      test.clock.advance(1);
      compliance = await openStaff(test, 'compliance');
    }, 60_000);
    afterAll(() => test.close());

    async function buy(sourceId: string, amountFen: number, daysAgo: number): Promise<void> {
      const purchase = {
        sourceId,
        coreCustomerId: 'core-replayed',
        occurredAt: new Date(test.clock.now() - daysAgo * DAY).toISOString(),
        productCode: 'FUND',
        amountFen,
        benefitFen: 0,
      };
      await test.database.runInTransaction((tx) => test.app.get(Transactions).record(tx, [purchase]));
    }
    function ask(cookie: string, query: ScoreReplayQuery, memberId = member.memberId): Promise<Response> {
      const url = routeUrl(scoringRoutes.getScoreReplay, { params: { memberId }, query });
      return fetch(test.url + url, { headers: { cookie } });
    }
    async function replayed(query: ScoreReplayQuery, cookie = analyst): Promise<ScoreReplay> {
      return ScoreReplay.parse(await (await ask(cookie, query)).json());
    }

    it('C-06 answers for a past day what was known then, and what is known now, and which is which', async () => {
      const then = await replayed({ asOf: LIVE });
      expect(then).toMatchObject({ label: 'AS_STORED', differing: [], asOf: LIVE });
      expect(then.replayed.score).toMatchObject({
        amountFen: 5_000_000,
        group: 'POTENTIAL',
        preset: 'paper',
        lastPurchaseOn: formatDay(addDays(TODAY, -3)),
        flags: [],
      });
      expect(then.stored).toEqual(then.replayed);
      const now = await replayed({ asOf: LIVE, knownAt: 'now' });
      expect(now).toMatchObject({
        label: 'RESTATED',
        knownAt: then.presentKnownAt,
        originalKnownAt: then.knownAt,
      });
      expect(now.differing).toContain('score');
      expect(now.replayed.score).toMatchObject({ amountFen: 95_000_000, group: 'KEY_DEVELOP' });
      expect(now.stored).toEqual(then.stored);
      const earlier = await replayed({ asOf: LIVE, knownAt: then.knownAt - 1 });
      expect(earlier.label).toBe('EARLIER_KNOWLEDGE');
      expect((await replayed({ asOf: '2020-01-01' })).label).toBe('NEVER_RUN');
    });

    it('C-06 notes who had whose score computed again, with the label', async () => {
      const rows: { action: string; inputs: string }[] = await test.database.read.query(
        "SELECT action, inputs FROM audit_rows WHERE action = 'scoring.replay' AND subject_no = ?",
        [member.memberNo],
      );
      expect(rows.length).toBeGreaterThan(2);
      expect(rows.some(({ inputs }) => inputs.includes('RESTATED'))).toBe(true);
    });

    it('refuses a day or a knowledge that lies in the future, and a member who is not there', async () => {
      const tomorrow = formatDay(addDays(dayOfInstant(test.clock.now()), 2));
      expect((await ask(analyst, { asOf: tomorrow })).status).toBe(400);
      expect((await ask(analyst, { asOf: LIVE, knownAt: 999 })).status).toBe(400);
      const nobody = '01900000-0000-7000-8000-000000000001';
      expect((await ask(analyst, { asOf: LIVE }, nobody)).status).toBe(404);
    });

    it('leaves the scores of members who agree no longer to compliance', async () => {
      await test.database.runInTransaction((tx) =>
        test.app
          .get(Identity)
          .decideConsents(
            tx,
            member.memberNo,
            [{ purpose: 'PROFILING', textVersion: '', isGranted: false }],
            'console',
          ),
      );
      await test.app.get(ScoreDueWorker).drain();
      expect((await ask(analyst, { asOf: LIVE })).status).toBe(403);
      const accounted = await replayed({ asOf: LIVE }, compliance);
      expect(accounted).toMatchObject({ label: 'AS_STORED', differing: [] });
      expect(accounted.replayed.score).toMatchObject({ amountFen: 5_000_000 });
    });
  });
});
