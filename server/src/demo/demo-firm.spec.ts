import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AppModule } from '../app.module.ts';
import { MemberFactsRow } from '../insight/segments/member-facts.entity.ts';
import { Identity } from '../records/identity/index.ts';
import { Content } from '../services/content/index.ts';
import { createTestApp, describeOnEngines, TEST_NOW, type TestApp } from '../testing/index.ts';
import { bandMembers } from './band-members.ts';
import { DemoFirm } from './demo-firm.ts';
import { phoneMembers } from './phone-accounts.ts';

/** A small part of the plan, without the members who take thousands of purchases. */
const members = [...phoneMembers, ...bandMembers.slice(0, 8)];

describeOnEngines((engine) => {
  describe('loading the demo firm', () => {
    let test: TestApp;
    beforeAll(async () => {
      test = await createTestApp({
        engine,
        modules: [AppModule],
        now: TEST_NOW,
        env: { RUNS_JOBS: 'false' },
      });
    }, 60_000);
    afterAll(() => test.close());

    const firm = () => test.app.get(DemoFirm);
    const countsOf = async (): Promise<unknown> =>
      Promise.all(
        [
          'members',
          'staff',
          'transaction_facts',
          'engagement_events',
          'lesson_completions',
          'quiz_submissions',
          'member_facts',
        ].map(async (table) => {
          const rows: unknown = await test.database.read.query(`SELECT COUNT(*) AS total FROM ${table}`);
          return [table, JSON.stringify(rows)];
        }),
      );

    it('A-02 goes on after having been stopped half-way, and a second load changes nothing', async () => {
      const lines: string[] = [];
      const stopping = firm().load('siyu-demo-spec', members, (line) => {
        lines.push(line);
        if (line.includes('60 %')) firm().stop();
      });
      await expect(stopping).rejects.toThrow('stopped before');
      expect(await firm().isLoaded()).toBe(false);

      firm().resume();
      await firm().load('siyu-demo-spec', members, (line) => lines.push(line));
      expect(await firm().isLoaded()).toBe(true);
      expect(lines.at(-1)).toContain('100 %');
      const counts = await countsOf();
      await firm().load('siyu-demo-spec', members, (line) => lines.push(`again ${line}`));
      expect(await countsOf()).toEqual(counts);
      expect(lines.some((line) => line.startsWith('again'))).toBe(false);
    }, 120_000);

    it('puts each investor of the phone where the plan wants them', async () => {
      const factsOf = async (account: string) => {
        const member = await test.database.runInTransaction((tx) =>
          test.app.get(Identity).registerOrFind(tx, {
            kind: 'wechat_openid',
            issuer: test.config.wechat.appId,
            externalId: `osbx-${account}`,
          }),
        );
        const row = await test.database.read.findOneByOrFail(MemberFactsRow, { memberNo: member.memberNo });
        return [row.stage, row.groupCode];
      };
      expect(await factsOf('demo-2')).toEqual(['STRANGER', null]);
      expect(await factsOf('demo-3')).toEqual(['WEAK_TIE', 'LONG_TAIL']);
      expect(await factsOf('demo-4')).toEqual(['FAMILIAR', 'POTENTIAL']);
      expect(await factsOf('demo-5')).toEqual(['WEAK_TIE', 'KEY_DEVELOP']);
      expect(await factsOf('demo-6')).toEqual(['FAMILIAR', 'KEY_GUIDE']);
      expect(await factsOf('demo-7')).toEqual(['STRANGER', null]);
      expect(await factsOf('demo-8')).toEqual(['WEAK_TIE', null]);
    });

    it('has twelve lessons that were reviewed by someone other than their author', async () => {
      expect(await test.app.get(Content).publishedLessons()).toHaveLength(12);
      const own: unknown = await test.database.read.query(
        `SELECT review_id FROM reviews WHERE requester_id = reviewer_id`,
      );
      expect(own).toEqual([]);
    });
  });
});
