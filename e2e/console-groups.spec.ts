import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { communitiesRoutes } from '@siyu/shared/contracts/communities.routes';
import { discussionRoutes } from '@siyu/shared/contracts/discussion.routes';
import { feedRoutes } from '@siyu/shared/contracts/feed.routes';
import { groupPageRoutes } from '@siyu/shared/contracts/group-page.routes';
import type { Page } from 'playwright-core';
import { itPostsInAGroup } from './campaigns/campaign-cases.ts';
import {
  DESK,
  enterFromGroup,
  hasChromium,
  openBrowser,
  signInMember,
  signInStaff,
  startWhole,
  type MemberClient,
  type OpenedBrowser,
  type Whole,
} from './harness/index.ts';

jest.setTimeout(60_000);
const describeInBrowser = hasChromium() ? describe : describe.skip;
const NAME = '思语投教一群';
const NOTICE = '周四晚七点半直播讲怎样读基金季报，可以先学第一课。';
const DATED = '12 月 3 日周四晚七点半直播讲怎样读基金季报，可以先学第一课。';
const ANSWER = '定投是按约定的日子买固定的金额，先看第二课里的例子。';

describeInBrowser('E-08 groups at the desk', () => {
  let whole: Whole;
  let opened: OpenedBrowser;
  let adviser: Page;
  let member: MemberClient;
  let groupId: string;

  beforeAll(async () => {
    whole = await startWhole({ demo: 'full', hasWecom: true });
    opened = await openBrowser();
    adviser = await deskOf('adviser1');
    member = await signInMember(whole, 'demo-8', ['SERVICE', 'PROFILING']);
    groupId = await enterFromGroup(whole, member);
  }, 180_000);
  afterAll(async () => {
    await opened.close();
    await whole.close();
  });
  const deskOf = async (loginName: string): Promise<Page> => {
    const context = await opened.newContext({ viewport: DESK });
    await context.addCookies([{ ...(await signInStaff(whole, loginName)).cookie, url: whole.url }]);
    return context.newPage();
  };
  const ask = (text: string) =>
    member.call(communitiesRoutes.ask, { params: { groupId }, body: { questionId: randomUUID(), text } });
  const pageOfMember = () => member.call(groupPageRoutes.getGroupPage, { params: { groupId }, query: {} });
  const part = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
  const openGroup = async (page: Page): Promise<void> => {
    await page.goto(`${whole.url}/console/groups`);
    await page.locator('.ant-table-row', { hasText: NAME }).click();
    await part(page, '群公告').waitFor();
  };

  it('E-08 an adviser finds the own groups, sees who came and the stages, and shares a lesson', async () => {
    await adviser.goto(`${whole.url}/console/members`);
    await adviser.getByRole('link', { name: '社群', exact: true }).click();
    await adviser.locator('.ant-table-row').first().waitFor();
    expect(await adviser.locator('.ant-table-row .strong').allInnerTexts()).toEqual([NAME]);
    await openGroup(adviser);
    await part(adviser, '进群与退群')
      .getByText(/^近 30 天/)
      .waitFor();
    await part(adviser, '成员的同行阶段').getByText('位会员打开过小程序').waitFor();
    expect(new URL(adviser.url()).searchParams.get('open')).toBe(groupId);
    const lessons = part(adviser, '分享的课程');
    const before = await lessons.getByRole('listitem').count();
    await lessons.getByLabel('分享一节课').click();
    await adviser.locator('.ant-select-item-option').last().click();
    await lessons.getByRole('button', { name: '分享', exact: true }).click();
    await lessons.getByRole('listitem').nth(before).waitFor();
    await lessons
      .getByRole('button', { name: /^不再分享/ })
      .first()
      .click();
    await lessons.getByRole('listitem').nth(before).waitFor({ state: 'detached' });
  });

  it('E-08 a notice is written, comes back, is revised and approved, and members read it until it is withdrawn', async () => {
    const compliance = await deskOf('compliance');
    const review = async () => {
      await compliance.goto(`${whole.url}/console/reviews`);
      await compliance.locator('.ant-table-row', { hasText: `群公告「${NAME}」` }).click();
      await compliance.getByText('通过后群成员马上能在群页面看到').waitFor();
    };
    const notices = part(adviser, '群公告');
    const write = async (label: string, text: string) => {
      await notices.getByLabel(label).fill(text);
      await notices.getByRole('button', { name: '提交复核' }).first().click();
    };
    await openGroup(adviser);
    await write('写一条公告', '跟着我买，稳赚不赔，保本保息。');
    await notices.getByRole('alert').getByText('不能给客户看').waitFor();
    await write('写一条公告', NOTICE);
    await notices.getByText('等待复核').waitFor();
    await review();
    await compliance.getByLabel(/^意见/).fill('请写明日期');
    await compliance.getByRole('button', { name: '退回' }).click();
    await compliance
      .getByText('没有等待复核的内容')
      .or(compliance.locator('.ant-table-row'))
      .first()
      .waitFor();
    await openGroup(adviser);
    await notices.getByText('退回原因：请写明日期').waitFor();
    await notices.getByRole('button', { name: '修改', exact: true }).click();
    await write('修改公告', DATED);
    await notices.getByText('等待复核').waitFor();
    expect((await pageOfMember()).notices.map(({ text }) => text)).not.toContain(DATED);
    await review();
    await compliance.getByRole('button', { name: '通过', exact: true }).click();
    await compliance.locator('.ant-drawer-open').waitFor({ state: 'hidden' });
    expect((await pageOfMember()).notices.map(({ text }) => text)).toContain(DATED);
    await openGroup(adviser);
    const published = notices.getByRole('listitem').filter({ hasText: DATED });
    await published.getByText('已发布').waitFor();
    await published.getByRole('button', { name: '撤下' }).click();
    await adviser.getByRole('button', { name: '确认撤下' }).click();
    await published.getByText('已撤下').waitFor();
    expect((await pageOfMember()).notices.map(({ text }) => text)).not.toContain(DATED);
    await compliance.context().close();
  });

  it('E-08 a question is answered under a registration number, another one is declined, and who asked reads both', async () => {
    await ask('定投是什么意思');
    await ask('我的账户里还有多少钱');
    await openGroup(adviser);
    await adviser.getByRole('button', { name: /个待回答$/ }).click();
    await adviser.locator('.ant-table-row', { hasText: '定投是什么意思' }).click();
    const drawer = adviser.getByRole('dialog', { name: '群里的提问' });
    await drawer.getByLabel(/^回答/).fill(ANSWER);
    await drawer.getByRole('button', { name: '发出回答' }).click();
    await drawer.waitFor({ state: 'hidden' });
    await adviser.locator('.ant-table-row', { hasText: '我的账户里还有多少钱' }).click();
    await drawer.getByRole('button', { name: '不在群里回答' }).click();
    await adviser.getByLabel(/^原因/).fill('涉及个人账户，请联系您的投资顾问。');
    await adviser.getByRole('button', { name: '确认不在群里回答' }).click();
    await adviser.getByText('没有等待回答的提问').waitFor();
    const { questions } = await pageOfMember();
    expect(questions.find(({ text }) => text === '定投是什么意思')?.answer).toMatchObject({ text: ANSWER });
    expect(questions.map(({ declinedReason }) => declinedReason)).toContain(
      '涉及个人账户，请联系您的投资顾问。',
    );
  });

  it('F-05 a comment that WeChat doubts is passed at the desk and another refused, and a question is answered under a registration number', async () => {
    const feed = await member.call(feedRoutes.getFeed, { query: {} });
    const params = {
      lessonId: feed.cards.find(({ content }) => content.kind === 'lesson')?.content.lessonId ?? '',
    };
    const say = (text: string, kind: 'COMMENT' | 'QUESTION' = 'COMMENT') =>
      member.call(discussionRoutes.writeComment, { params, body: { commentId: randomUUID(), kind, text } });
    await say('讲得不低俗，很明白。');
    await say('有人说这一课低俗，我不同意。');
    await say('定投的日子遇到假期怎么办？', 'QUESTION');

    const operator = await deskOf('operator');
    await operator.goto(`${whole.url}/console/comments`);
    await operator.locator('.ant-table-row', { hasText: '很明白' }).click();
    const drawer = operator.getByRole('dialog', { name: '课程下的评论与提问' });
    await drawer.getByText('微信的内容安全检查认为要由人看一眼').waitFor();
    await drawer.getByRole('button', { name: '通过并展示' }).click();
    await drawer.waitFor({ state: 'hidden' });
    await operator.locator('.ant-table-row', { hasText: '我不同意' }).click();
    await drawer.getByRole('button', { name: '不予展示' }).click();
    await operator.getByLabel(/^原因/).fill('请只谈课程内容。');
    await operator.getByRole('button', { name: '确认不予展示' }).click();
    await operator.getByText('没有等待审评的内容').waitFor();
    await operator.context().close();

    await adviser.goto(`${whole.url}/console/comments`);
    await adviser.locator('.ant-table-row', { hasText: '定投的日子' }).click();
    await adviser.getByLabel(/^回答/).fill('顺延到下一个交易日扣款。');
    await adviser.getByRole('button', { name: '发出回答' }).click();
    await adviser.getByText('没有等待回答的提问').waitFor();

    const other = await signInMember(whole, 'demo-2', ['SERVICE']);
    const { comments } = await other.call(discussionRoutes.listComments, { params, query: {} });
    expect(comments.map(({ text }) => text)).toEqual(['定投的日子遇到假期怎么办？', '讲得不低俗，很明白。']);
    expect(comments[0]?.answer).toMatchObject({ answererRegistrationNo: expect.stringMatching(/^S\d+$/) });
    const own = await member.call(discussionRoutes.listComments, { params, query: {} });
    expect(own.comments.map(({ refusedReason }) => refusedReason)).toContain('请只谈课程内容。');
  });

  it('E-08 the operator narrows the list by who looks after a group, and has it fetched from WeCom anew', async () => {
    const operator = await deskOf('operator');
    await operator.goto(`${whole.url}/console/groups`);
    await operator.locator('.ant-table-row').nth(1).waitFor();
    await operator.getByLabel('群主').click();
    await operator.locator('.ant-select-item-option').first().click();
    await operator.waitForURL(/owner=/);
    await operator.locator('.ant-table-row').nth(1).waitFor({ state: 'detached' });
    await operator.getByRole('button', { name: '清除筛选' }).click();
    await operator.getByRole('button', { name: '从企业微信刷新' }).click();
    await operator.getByText('已是最新').waitFor();
    await operator.context().close();
  });

  itPostsInAGroup({
    whole: () => whole,
    at: async (path, loginName) => {
      const page = await deskOf(loginName);
      await page.goto(`${whole.url}/console${path}`);
      return page;
    },
  });
});
