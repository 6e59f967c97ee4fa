import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { FeedPage } from '@siyu/shared/contracts/feed';
import { AppModule } from '../../app.module.ts';
import { WechatLogin } from '../../foundation/wechat/index.ts';
import { Jobs } from '../../platform/jobs/index.ts';
import { createTestApp, describeOnEngines, type Override, type TestApp } from '../../testing/index.ts';
import { openFirm, type ThreadFirm, type ThreadMember } from '../../testing/thread-firm.ts';
import { FeedAudience } from './feed-audience.ts';
import { FeedOutcome } from './feed-outcome.entity.ts';

const wechat: Override = {
  provide: WechatLogin,
  useValue: {
    code2Session: (code: string) => Promise.resolve({ openid: code, unionid: null, sessionKey: 'key' }),
  },
};
/** The segment input taken away: nobody is anybody. */
const noSegments: Override = {
  provide: FeedAudience,
  useValue: { audienceOf: () => ({ selects: [], read: () => ({ stage: null, group: null }) }) },
};

const firstOf = ({ cards: [card] }: FeedPage) => ({ title: card?.content.title, reason: card?.reason });
const orderOf = ({ cards }: FeedPage) => cards.map(({ content }) => content.title);

/** Same lessons finished (none), different stages. */
async function differentStagesSeeDifferentCards(firm: ThreadFirm): Promise<void> {
  const stranger = await firm.join('stage-stranger');
  const tied = await firm.join('stage-tied');
  await firm.bind(tied);
  await firm.scored();
  expect(firstOf(await stranger.feed())).toEqual({
    title: '初识第一课',
    reason: { code: 'suits_stage', params: { stage: 'STRANGER' } },
  });
  expect(firstOf(await tied.feed())).toEqual({
    title: '结识第一课',
    reason: { code: 'suits_stage', params: { stage: 'WEAK_TIE' } },
  });
}

/** Same lessons finished, same stage, different groups. */
async function differentGroupsSeeDifferentCards(firm: ThreadFirm): Promise<void> {
  const large = await firm.join('group-large');
  const recent = await firm.join('group-recent');
  for (const member of [large, recent]) {
    await firm.bind(member);
    await firm.link(member);
    await member.finish('结识第一课');
  }
  await firm.buy(large, 300_000_00, 200);
  await firm.buy(recent, 3_000_00, 5);
  await firm.scored();
  const activity = { code: 'suits_activity', params: {} };
  expect(firstOf(await large.feed())).toEqual({ title: '写给大额', reason: activity });
  expect(firstOf(await recent.feed())).toEqual({ title: '写给近期', reason: activity });
}

/** The feed once it differs from `before`; as it is after two seconds at the latest. */
async function changedFeed(member: ThreadMember, before: FeedPage): Promise<FeedPage> {
  const deadline = performance.now() + 2_000;
  for (;;) {
    const feed = await member.feed();
    if (JSON.stringify(feed.cards) !== JSON.stringify(before.cards)) return feed;
    if (performance.now() > deadline) return before;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** What was noted about the member's finished lessons, once something has been. */
async function outcomesOf({ app, database }: TestApp, { memberNo }: ThreadMember): Promise<FeedOutcome[]> {
  const deadline = performance.now() + 5_000;
  for (;;) {
    const rows = await database.read.findBy(FeedOutcome, { memberNo });
    if (rows.length > 0 || performance.now() > deadline) {
      await app.get(Jobs).idle();
      return rows;
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describeOnEngines((engine) => {
  describe('the thread from a deed to the next card', () => {
    let app: TestApp;
    let firm: ThreadFirm;
    beforeAll(async () => {
      app = await createTestApp({ engine, modules: [AppModule], overrides: [wechat] });
      firm = await openFirm(app);
    }, 60_000);
    afterAll(() => app.close());

    it('A-10 members of different stages with the same seen set get different first cards, each with its true reason', () =>
      differentStagesSeeDifferentCards(firm));

    it('A-10 members of different groups with the same seen set get different first cards, each with its true reason', () =>
      differentGroupsSeeDifferentCards(firm));

    it('A-10 the same action moves two members of different stage differently', async () => {
      const stranger = await firm.join('same-stranger');
      const tied = await firm.join('same-tied');
      await firm.bind(tied);
      await firm.scored();
      for (const member of [stranger, tied]) await member.finish('初识第一课');
      await firm.scored();
      expect(firstOf(await stranger.feed())).toEqual({
        title: '初识第二课',
        reason: { code: 'continues_path', params: { lesson: '初识第一课' } },
      });
      expect(firstOf(await tied.feed())).toEqual({
        title: '结识第一课',
        reason: { code: 'suits_stage', params: { stage: 'WEAK_TIE' } },
      });
    });

    it("A-10 a finished lesson changes the member's feed within 2 s and nobody else's", async () => {
      const reader = await firm.join('lesson-reader');
      const bystander = await firm.join('lesson-bystander');
      await firm.scored();
      const [before, others] = [await reader.feed(), await bystander.feed()];
      await reader.finish('初识第一课');
      const after = await changedFeed(reader, before);
      expect(orderOf(after)).not.toContain('初识第一课');
      expect(firstOf(after).reason).toEqual({ code: 'continues_path', params: { lesson: '初识第一课' } });
      await firm.scored();
      expect(await bystander.feed()).toEqual(others);
    });

    it("A-10 a purchase changes the member's feed within 2 s and nobody else's", async () => {
      const buyer = await firm.join('purchase-buyer');
      const bystander = await firm.join('purchase-bystander');
      for (const member of [buyer, bystander]) {
        await firm.bind(member);
        await firm.link(member);
        await member.finish('结识第一课');
      }
      await firm.scored();
      const [before, others] = [await buyer.feed(), await bystander.feed()];
      await firm.buy(buyer, 200_000_00, 1);
      const after = await changedFeed(buyer, before);
      expect(firstOf(after)).toEqual({ title: '写给大额', reason: { code: 'suits_activity', params: {} } });
      await firm.scored();
      expect(await bystander.feed()).toEqual(others);
    });

    it('A-10 a member who does not agree to profiling gets lessons by date, whatever is known', async () => {
      const member = await firm.join('by-date', ['SERVICE']);
      await firm.bind(member);
      await firm.scored();
      const feed = await member.feed();
      expect(feed.isPersonalised).toBe(false);
      expect(new Set(feed.cards.map(({ reason }) => reason.code))).toEqual(new Set(['by_date']));
    });

    it('A-10 pages go on where the last one ended, though a card of it has been finished meanwhile', async () => {
      const member = await firm.join('pages');
      await firm.scored();
      const whole = orderOf(await member.feed());
      const first = await member.feed('?limit=2');
      await member.finish(first.cards[1]?.content.title ?? '');
      const rest = await member.feed(`?limit=50&cursor=${first.nextCursor ?? ''}`);
      expect(rest.nextCursor).toBeNull();
      expect(new Set([...orderOf(first), ...orderOf(rest)])).toEqual(new Set(whole));
    });

    it('A-10 notes once why a finished lesson stood in the feed', async () => {
      const member = await firm.join('outcome');
      await firm.scored();
      await member.finish('初识第一课');
      await member.finish('初识第一课');
      const rows = await outcomesOf(app, member);
      expect(rows).toEqual([expect.objectContaining({ reasonCode: 'suits_stage', stage: 'STRANGER' })]);
    });
  });

  describe('with the segment input removed', () => {
    let app: TestApp;
    let firm: ThreadFirm;
    beforeAll(async () => {
      app = await createTestApp({ engine, modules: [AppModule], overrides: [wechat, noSegments] });
      firm = await openFirm(app);
    }, 60_000);
    afterAll(() => app.close());

    it('A-10 the test of stages fails', async () => {
      await expect(differentStagesSeeDifferentCards(firm)).rejects.toThrow('初识第一课');
    });

    it('A-10 the test of groups fails', async () => {
      await expect(differentGroupsSeeDifferentCards(firm)).rejects.toThrow('写给大额');
    });
  });
});
