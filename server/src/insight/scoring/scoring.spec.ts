import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fen } from '@siyu/shared/money';
import { dayOfInstant, epochDay } from '@siyu/shared/time';
import { AppModule } from '../../app.module.ts';
import { Engagement } from '../../records/engagement/index.ts';
import { Identity, type MemberRecord } from '../../records/identity/index.ts';
import { Transactions } from '../../records/transactions/index.ts';
import { createTestApp, describeOnEngines, TEST_NOW, type TestApp } from '../../testing/index.ts';
import { MemberFactsRow } from '../segments/member-facts.entity.ts';
import { assessMember } from './assess-member.ts';
import { RelationInterval } from './relation-interval.entity.ts';
import { ScoringFacts } from './scoring-facts.ts';
import { ScoreStore } from './score-store.ts';
import { Score } from './score.entity.ts';
import { firmModels, inputOf } from './testing/scoring-input.ts';
import { ScoreDueWorker, Scoring } from './index.ts';

const DAY = 86_400_000;
const TODAY = dayOfInstant(TEST_NOW);

describeOnEngines((engine) => {
  describe('scoring', () => {
    let test: TestApp;
    let identity: Identity;
    let count = 0;
    beforeAll(async () => {
      // Jobs are off: each scenario decides when the worker runs.
      test = await createTestApp({ engine, modules: [AppModule], env: { RUNS_JOBS: 'false' } });
      identity = test.app.get(Identity);
    }, 60_000);
    afterAll(() => test.close());

    async function joined(): Promise<MemberRecord> {
      count += 1;
      const name = { kind: 'wechat_openid', issuer: 'wx', externalId: `scoring-${count}` } as const;
      const member = await test.database.runInTransaction((tx) => identity.registerOrFind(tx, name));
      await test.database.runInTransaction(async (tx) => {
        await identity.grantConsents(tx, member.memberNo, ['SERVICE', 'PROFILING', 'SENSITIVE'], 'console');
        await identity.linkCoreCustomer(tx, 'system', member, `core-${member.memberNo}`, 'counter');
      });
      return member;
    }
    async function buy({ memberNo }: MemberRecord, amountFen: number, daysAgo: number): Promise<void> {
      const purchase = {
        sourceId: `p-${memberNo}-${amountFen}-${daysAgo}`,
        coreCustomerId: `core-${memberNo}`,
        occurredAt: new Date(test.clock.now() - daysAgo * DAY).toISOString(),
        productCode: 'FUND',
        amountFen,
        benefitFen: 0,
      };
      await test.database.runInTransaction((tx) => test.app.get(Transactions).record(tx, [purchase]));
    }
    const drain = () => test.app.get(ScoreDueWorker).drain();
    const scoresOf = ({ memberNo }: MemberRecord) =>
      test.database.read.find(Score, { where: { memberNo }, order: { intervalNo: 'ASC' } });
    const factsOf = ({ memberNo }: MemberRecord) =>
      test.database.read.findOneByOrFail(MemberFactsRow, { memberNo });

    it('A-10 today counts at once and the score says up to which fact and day it was made', async () => {
      const member = await joined();
      await buy(member, 5_000_000, 0);
      await drain();
      const [score] = await scoresOf(member);
      expect(score).toMatchObject({
        fromAsOf: TODAY + 1,
        toSeq: null,
        amountBand: 3,
        groupCode: 'POTENTIAL',
        lastPurchaseOn: TODAY,
      });
      const seq = (await identity.seqOf([member.memberNo])).get(member.memberNo);
      expect(await factsOf(member)).toMatchObject({
        seq,
        asOf: TODAY + 1,
        groupCode: 'POTENTIAL',
        amountFen: 5_000_000,
      });
    });

    it('writes an interval only when something that counts has changed', async () => {
      const member = await joined();
      await buy(member, 5_000_000, 3);
      await drain();
      await test.database.runInTransaction((tx) => identity.advanceClock(tx, member.memberNo));
      await drain();
      expect(await scoresOf(member)).toHaveLength(1);
      await buy(member, 10_000_000, 2);
      await drain();
      const [first, second] = await scoresOf(member);
      expect(first?.toSeq).toBe(second?.fromSeq);
      expect(second).toMatchObject({ intervalNo: 2, toSeq: null, groupCode: 'KEY_DEVELOP' });
    });

    it('C-11 fault 12 makes nobody younger when the clock of the server is set back', async () => {
      const member = await joined();
      await buy(member, 1_000_000, 0);
      await drain();
      expect((await factsOf(member)).nextChangeOn).toBe(TODAY + 91);
      test.clock.set(TEST_NOW + 90 * DAY);
      await test.database.runInTransaction((tx) => identity.advanceClock(tx, member.memberNo));
      await drain();
      expect(await factsOf(member)).toMatchObject({ groupCode: 'LONG_TAIL', asOf: TODAY + 91 });
      test.clock.set(TEST_NOW);
      await test.database.runInTransaction((tx) => identity.advanceClock(tx, member.memberNo));
      await drain();
      expect(await factsOf(member)).toMatchObject({ groupCode: 'LONG_TAIL', asOf: TODAY + 91 });
    });

    it('I-01 an assessment that a member took in the app counts for the stage like one that others told of, once its fact is known', async () => {
      const { memberNo } = await joined();
      const eventId = randomUUID();
      const validUntil = epochDay(TODAY + 365);
      await test.database.runInTransaction((tx) =>
        test.app
          .get(Engagement)
          .append(tx, memberNo, [{ type: 'risk_assessed', eventId, value: validUntil }]),
      );
      const assessed = [{ factId: `assessment:${eventId}`, on: TODAY, validUntil }];
      const facts = test.app.get(ScoringFacts);
      const rules = firmModels.counting.model;
      const [loaded] = await facts.load([memberNo], rules);
      expect(loaded?.relation.riskAssessments).toEqual(assessed);
      const seq = (await identity.seqOf([memberNo])).get(memberNo) ?? 0;
      const at = async (known: number) => (await facts.knownAt(memberNo, known, false, rules)).relation;
      expect((await at(seq)).riskAssessments).toEqual(assessed);
      expect((await at(seq - 1)).riskAssessments).toEqual([]);
    });

    it('refuses a write with an older seq than the stored one', async () => {
      const member = await joined();
      await buy(member, 10_000_000, 5);
      await drain();
      const before = await scoresOf(member);
      const purchases = [{ on: epochDay(TODAY - 5), amountFen: fen(100), benefitFen: fen(0) }];
      const stale = inputOf({ memberNo: member.memberNo, seq: 1, purchases });
      const assessment = assessMember(stale, epochDay(TODAY + 1), firmModels, null);
      const store = test.app.get(ScoreStore);
      const taken = await test.database.runInTransaction(async (tx) =>
        store.write(tx, await store.stored(tx, [member.memberNo]), [assessment], 'LIVE'),
      );
      expect(taken).toEqual([]);
      expect(await scoresOf(member)).toEqual(before);
    });

    it('keeps no score current once profiling is withdrawn, and leaves the stage', async () => {
      const member = await joined();
      await buy(member, 10_000_000, 5);
      await test.database.runInTransaction((tx) =>
        identity.bindAdviser(tx, member.memberNo, '0190a0a0-0000-7000-8000-000000000001'),
      );
      await drain();
      expect(await factsOf(member)).toMatchObject({ groupCode: 'KEY_DEVELOP', stage: 'WEAK_TIE' });
      const withdrawal = { purpose: 'PROFILING', textVersion: '', isGranted: false } as const;
      await test.database.runInTransaction((tx) =>
        identity.decideConsents(tx, member.memberNo, [withdrawal], 'console'),
      );
      await drain();
      expect(await factsOf(member)).toMatchObject({
        isProfiled: false,
        groupCode: null,
        amountFen: null,
        scoreHundredths: null,
        stage: 'WEAK_TIE',
      });
      expect((await scoresOf(member)).every(({ toSeq }) => toSeq !== null)).toBe(true);
    });

    it('has no money axes before an account is linked', async () => {
      count += 1;
      const name = { kind: 'wechat_openid', issuer: 'wx', externalId: `scoring-${count}` } as const;
      const member = await test.database.runInTransaction((tx) => identity.registerOrFind(tx, name));
      await test.database.runInTransaction((tx) =>
        identity.grantConsents(tx, member.memberNo, ['SERVICE', 'PROFILING'], 'console'),
      );
      await drain();
      expect(await scoresOf(member)).toEqual([]);
      expect(await factsOf(member)).toMatchObject({
        isAccountLinked: false,
        amountBand: null,
        stage: 'STRANGER',
      });
    });

    it('shows the relation path without money, group or strength', async () => {
      const member = await joined();
      await test.database.runInTransaction((tx) =>
        identity.bindAdviser(tx, member.memberNo, '0190a0a0-0000-7000-8000-000000000001'),
      );
      await drain();
      const path = await test.app.get(Scoring).getRelationPath(member.memberNo);
      expect(path).toEqual({
        stage: 'WEAK_TIE',
        reachedOn: '2026-11-24',
        next: {
          stage: 'FAMILIAR',
          steps: [
            { code: 'kinds_60d', have: 1, need: 3 },
            { code: 'paths_finished', have: 0, need: 1 },
          ],
        },
        lessonsCompleted: 0,
        isRefused: false,
      });
      const [interval] = await test.database.read.findBy(RelationInterval, {
        memberNo: member.memberNo,
        stage: 'WEAK_TIE',
      });
      expect(interval?.evidence).toMatchObject({
        reached: [{ stage: 'WEAK_TIE', reachedOn: TODAY, proof: [{ code: 'tied' }] }],
      });
    });
  });
});
