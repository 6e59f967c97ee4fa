import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { afb2023, relationRules, rfe, tieStrength } from '@siyu/shared/rfm';
import { AppModule } from '../../app.module.ts';
import { Configuration } from '../../foundation/configuration/index.ts';
import { WechatLogin } from '../../foundation/wechat/index.ts';
import { initialDictionary } from '../../records/moderation/index.ts';
import { createTestApp, describeOnEngines, type Override, type TestApp } from '../../testing/index.ts';
import { openFirm, type ThreadFirm } from '../../testing/thread-firm.ts';
import { ConfigImpacts } from './config-impact.service.ts';
import { LessonReaches } from './lesson-reach.service.ts';
import { LinkImpacts } from './link-impact.service.ts';
import type { Principal } from '../../platform/http/index.ts';

const HALF_A_MINUTE = 30_000;
const NOBODY = '01900000-0000-7000-8000-000000000001';
const wechat: Override = {
  provide: WechatLogin,
  useValue: {
    code2Session: (code: string) => Promise.resolve({ openid: code, unionid: null, sessionKey: 'key' }),
  },
};

describeOnEngines((engine) => {
  describe('figures in advance', () => {
    let test: TestApp;
    let firm: ThreadFirm;
    let reaches: LessonReaches;
    let impacts: ConfigImpacts;
    beforeAll(async () => {
      test = await createTestApp({ engine, modules: [AppModule], overrides: [wechat] });
      firm = await openFirm(test);
      reaches = test.app.get(LessonReaches);
      impacts = test.app.get(ConfigImpacts);
      const buyer = await firm.join('reach-buyer');
      const plain = await firm.join('reach-plain', ['SERVICE']);
      const left = await firm.join('reach-left');
      await left.finish('写给大额');
      await left.decide('SERVICE', false);
      await firm.bind(buyer);
      await firm.link(buyer);
      await firm.buy(buyer, 300_000_00, 10);
      await plain.finish('写给大额');
      await firm.scored();
    }, 60_000);
    afterAll(() => test.close());
    const lessonIdOf = async (title: string): Promise<string> => {
      const rows: readonly { lesson_id: string }[] = await test.database.read.query(
        'SELECT lesson_id FROM lesson_versions WHERE title = ?',
        [title],
      );
      return rows[0]?.lesson_id ?? '';
    };

    it('D-04 counts whom a lesson reaches by the rules of the feed, each person once', async () => {
      const lessonId = await lessonIdOf('写给大额');
      const reach = await reaches.reachOf(lessonId, {});
      // Who has not agreed to the service is nobody's reader; who finished it sees it no more on the home page.
      expect(reach).toMatchObject({
        served: 2,
        open: 1,
        suitsStage: 0,
        suitsGroup: 1,
        suitsEither: 1,
        liveVersion: 1,
        finishedLive: 1,
        finishedAny: 1,
        reading: 0,
      });
      expect(reach.byStage.find(({ stage }) => stage === 'WEAK_TIE')?.open).toBe(1);
      const page = await (await firm.join('reach-buyer')).feed();
      expect(page.cards.map(({ content }) => content.title)).toContain('写给大额');
    });

    it('D-04 counts for a draft that is not saved yet, and counts everybody anew after half a minute', async () => {
      const lessonId = await lessonIdOf('写给近期');
      const forStage = await reaches.reachOf(lessonId, { stages: 'WEAK_TIE,TRUSTING', groups: '' });
      expect(forStage).toMatchObject({
        open: 2,
        suitsStage: 1,
        suitsGroup: 0,
        suitsEither: 1,
        finishedAny: 0,
      });
      await firm.join('reach-late');
      await firm.scored();
      expect((await reaches.reachOf(lessonId, {})).served).toBe(2);
      test.clock.advance(HALF_A_MINUTE);
      expect((await reaches.reachOf(lessonId, {})).served).toBe(3);
      await expect(reaches.reachOf(NOBODY, {})).rejects.toThrow('content.lesson_not_found');
    });

    it('D-04 counts whose bands and tiers other cuts would change, from what is kept of them', async () => {
      const bandsWith = (changes: object) =>
        impacts.ofValue('scoring.afb-2023', { firm: { ...afb2023, version: 2, ...changes }, branches: [] });
      const same = await bandsWith({});
      expect(same).toMatchObject({ unknown: null, follow: { code: 'score-full', isRunning: false } });
      expect(same.figures).toEqual(
        expect.arrayContaining([
          { code: 'scored', count: 1 },
          { code: 'anyBandChanges', count: 0 },
        ]),
      );
      const [first = 0, ...rest] = afb2023.amountCuts;
      const moved = await bandsWith({ amountCuts: [first, ...rest.map((cut) => cut * 100)] });
      expect(moved.figures).toEqual(
        expect.arrayContaining([
          { code: 'amountBandChanges', count: 1 },
          { code: 'frequencyBandChanges', count: 0 },
          { code: 'anyBandChanges', count: 1 },
        ]),
      );
      expect(await bandsWith({ windowDays: 180 })).toMatchObject({
        unknown: 'WINDOW_CHANGES',
        figures: [{ code: 'scored', count: 1 }],
      });
      const tiers = (affluentFromFen: number) =>
        impacts.ofValue('segments.tiers', { affluentFromFen, highNetWorthFromFen: 600_000_000 });
      expect((await tiers(50_000_000)).figures).toEqual([
        { code: 'tiered', count: 1 },
        { code: 'tierChanges', count: 0 },
      ]);
      await expect(tiers(-1)).rejects.toThrow();
    });

    it('D-04 tries a model out on members one by one: who goes from which group to which, and whose score changes', async () => {
      const trialOf = async (key: string, value: object) => (await impacts.ofValue(key, { ...value })).trial;
      const book = (changes: object) => ({ firm: { ...afb2023, version: 2, ...changes }, branches: [] });
      const still = { looked: 1, isWhole: true, scoreChanges: 0, moves: [] };
      expect(await trialOf('scoring.afb-2023', book({}))).toEqual(still);
      const higher = book({ groups: { ...afb2023.groups, aHigh: 5 } });
      expect(await trialOf('scoring.afb-2023', higher)).toEqual({
        ...still,
        moves: [{ axis: 'group', from: 'KEY_DEVELOP', to: 'POTENTIAL', count: 1 }],
      });
      const weighed = book({
        weights: { ...afb2023.weights, amount: 8_000, frequency: 1_000, benefit: 1_000 },
      });
      expect(await trialOf('scoring.afb-2023', weighed)).toEqual({ ...still, scoreChanges: 1 });
      // The one purchase was ten days ago: nothing is left of it in a window of five.
      expect((await trialOf('scoring.afb-2023', book({ windowDays: 5 })))?.moves).toEqual(
        expect.arrayContaining([
          { axis: 'group', from: 'KEY_DEVELOP', to: 'POTENTIAL', count: 1 },
          { axis: 'amountBand', from: '4', to: '1', count: 1 },
        ]),
      );
      const earlier = { ...relationRules, version: 2, kinds60d: 1, pathsFinished: 0 };
      expect((await trialOf('scoring.relation-stage', earlier))?.moves).toEqual([
        { axis: 'stage', from: 'WEAK_TIE', to: 'FAMILIAR', count: 1 },
      ]);
      // A stage that was reached is not taken back by stricter rules: nobody would lose theirs.
      const stricter = { ...relationRules, version: 2, kinds60d: 50 };
      expect((await trialOf('scoring.relation-stage', stricter))?.moves).toEqual([]);
      expect(
        await trialOf('scoring.rfe', { ...rfe, version: 2, recencyCuts: [1, 2, 3, 4, 5] }),
      ).toMatchObject({
        isWhole: true,
        scoreChanges: 0,
      });
      expect(await trialOf('scoring.tie-strength', tieStrength)).toMatchObject({ moves: [], isWhole: true });
      expect(
        await trialOf(
          'feed.weights',
          (await test.app.get(Configuration).get('feed.weights', test.clock.now())).value,
        ),
      ).toBeNull();
    });

    it('D-04 counts what two registrations would bring into one person, and counts no account that may not be looked at', async () => {
      const links = test.app.get(LinkImpacts);
      const of = async (account: string) => (await firm.join(account)).memberId;
      const pair = { memberId: await of('reach-plain'), intoMemberId: await of('reach-buyer') };
      const staff = (scope: Principal['scope']): Principal => ({
        audience: 'staff',
        id: NOBODY,
        memberNo: null,
        roles: ['service'],
        scope,
        sessionId: null,
      });
      const impact = await links.of(staff({ kind: 'firm' }), pair);
      expect(impact.member).toMatchObject({ memberId: pair.memberId, transactions: 0, lessons: 1 });
      expect(impact.into).toMatchObject({ memberId: pair.intoMemberId, transactions: 1, lessons: 0 });
      expect(impact.member.events).toBeGreaterThan(0);
      await (await firm.join('reach-buyer')).decide('SENSITIVE', false);
      expect((await links.of(staff({ kind: 'firm' }), pair)).into.transactions).toBeNull();
      await expect(links.of(staff({ kind: 'book', staffId: NOBODY }), pair)).rejects.toThrow(
        'identity.member_not_found',
      );
    });

    it('D-04 counts the lessons that another dictionary would refuse, and says what cannot be counted', async () => {
      const promise = initialDictionary.rules.promise;
      const withSaying = {
        groups: { ...promise.groups, specOnly: ['为规格说明而写'] },
        patterns: [
          ...promise.patterns,
          { reason: 'promise.spec_only', parts: ['specOnly'], within: 10, anyOrder: false },
        ],
      };
      const figures = async (value: object) =>
        (await impacts.ofValue('moderation.promise', { ...value })).figures;
      expect(await figures(promise)).toEqual([
        { code: 'publishedLessons', count: 5 },
        { code: 'lessonsRefused', count: 0 },
      ]);
      expect(await figures(withSaying)).toContainEqual({ code: 'lessonsRefused', count: 5 });
      for (const key of test.app.get(Configuration).names()) {
        const { value } = await test.app.get(Configuration).get(key, test.clock.now());
        const impact = await impacts.ofValue(key, { ...value });
        expect(impact.figures.length > 0 || impact.unknown !== null).toBe(true);
      }
    });
  });
});
