import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AppModule } from '../../app.module.ts';
import { WechatLogin } from '../../foundation/wechat/index.ts';
import { Identity } from '../../records/identity/index.ts';
import { createTestApp, describeOnEngines, type TestApp } from '../../testing/index.ts';
import { openFirm, type ThreadFirm } from '../../testing/thread-firm.ts';

const wechat = {
  provide: WechatLogin,
  useValue: { code2Session: async (code: string) => ({ openid: code, unionid: null, sessionKey: 'key' }) },
};

describeOnEngines((engine) => {
  describe('the feed of somebody who does not want to be profiled', () => {
    let app: TestApp;
    let firm: ThreadFirm;
    beforeAll(async () => {
      app = await createTestApp({ engine, modules: [AppModule], overrides: [wechat] });
      firm = await openFirm(app);
    }, 60_000);
    afterAll(() => app.close());

    /** One has an adviser and buys in large sums, the other is a stranger who has never bought. */
    async function opposites(name: string) {
      const [rich, new_] = [await firm.join(`${name}-rich`), await firm.join(`${name}-new`)];
      await firm.bind(rich);
      await firm.link(rich);
      await firm.buy(rich, 200_000_00, 1);
      await firm.scored();
      return [rich, new_] as const;
    }

    it('C-08 the switch gives the same feed to opposite profiles, card by card and page by page', async () => {
      const [rich, new_] = await opposites('same');
      // While they allow it each is shown what suits them.
      const tailored = [await rich.feed(), await new_.feed()];
      expect(tailored[0]?.cards.map(({ reason }) => reason)).not.toEqual(
        tailored[1]?.cards.map(({ reason }) => reason),
      );
      for (const member of [rich, new_]) await member.decide('PROFILING', false);
      await firm.scored();
      const [one, other] = [await rich.feed(), await new_.feed()];
      expect(one.isPersonalised).toBe(false);
      expect(one.cards.length).toBeGreaterThan(3);
      expect(other).toEqual(one);
      const [first, second] = [await rich.feed('?limit=2'), await new_.feed('?limit=2')];
      expect(second).toEqual(first);
      const next = `?limit=2&cursor=${first.nextCursor ?? ''}`;
      expect(await new_.feed(next)).toEqual(await rich.feed(next));
    });

    it('C-08 what one has finished is left out, and changes the order of nothing else', async () => {
      const [rich, new_] = await opposites('finished');
      for (const member of [rich, new_]) await member.decide('PROFILING', false);
      await rich.finish('初识第一课');
      await firm.scored();
      const titles = async (member: typeof rich) =>
        (await member.feed()).cards.map(({ content }) => content.title);
      expect(await titles(rich)).toEqual((await titles(new_)).filter((title) => title !== '初识第一课'));
    });

    it('C-08 who withdraws from the service gets no feed, and nothing is noted about it', async () => {
      const member = await firm.join('withdrawn');
      await firm.scored();
      await member.decide('SERVICE', false);
      await expect(member.feed()).rejects.toThrow('identity.consent_required');
      await expect(member.finish('初识第一课')).rejects.toThrow('identity.consent_required');
      const noted: unknown[] = await app.database.read.query(
        'SELECT member_no FROM feed_outcomes WHERE member_no = ?',
        [member.memberNo],
      );
      expect(noted).toEqual([]);
    });

    it('C-03 a lesson finished under one registration is finished for the person, once, and only while they are one', async () => {
      const identity = app.app.get(Identity);
      const [kept, other] = [await firm.join('one-kept'), await firm.join('one-other')];
      await other.finish('初识第一课');
      await firm.scored();
      const has = async (member: typeof kept) =>
        (await member.feed()).cards.some(({ content }) => content.title === '初识第一课');
      expect([await has(kept), await has(other)]).toEqual([true, false]);
      await app.database.runInTransaction((tx) => identity.mergeMembers(tx, other.memberNo, kept.memberNo));
      await firm.scored();
      expect([await has(kept), await has(other)]).toEqual([false, false]);
      await kept.finish('初识第一课');
      const completed: { member_no: number }[] = await app.database.read.query(
        'SELECT member_no FROM lesson_completions WHERE member_no IN (?, ?)',
        [kept.memberNo, other.memberNo],
      );
      expect(completed.map((row) => Number(row.member_no))).toEqual([other.memberNo]);
      // The path's second half is read by the other phone, which acts as the person now.
      await other.finish('初识第二课');
      await firm.scored();
      const paths: unknown[] = await app.database.read.query(
        'SELECT path_code FROM path_completions WHERE member_no = ?',
        [kept.memberNo],
      );
      expect(paths).toEqual([{ path_code: 'stranger' }]);
      await app.database.runInTransaction((tx) => identity.unmergeMembers(tx, other.memberNo));
      await firm.scored();
      expect([await has(kept), await has(other)]).toEqual([true, false]);
    });
  });
});
