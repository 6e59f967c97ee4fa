import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { advisoryRoutes } from '@siyu/shared/contracts/advisory.routes';
import { identityRoutes } from '@siyu/shared/contracts/identity.routes';
import { insertRefusalSentences } from '@siyu/shared/messages';
import type { FrameLocator, Page } from 'playwright-core';
import { checkAccessibility } from './screens/accessibility.ts';
import { checkLayout } from './screens/page-checks.ts';
import {
  DESK,
  hasChromium,
  openBrowser,
  signInMember,
  signInStaff,
  startWhole,
  type OpenedBrowser,
  type Whole,
} from './harness/index.ts';
import { DEMO_PASSWORD } from './harness/whole.ts';

// A chat window with a page in it, on two busy cores.
jest.setTimeout(60_000);
const describeInBrowser = hasChromium() ? describe : describe.skip;

describeInBrowser('the page beside a chat of WeCom', () => {
  let whole: Whole;
  let opened: OpenedBrowser;
  let window: Page;
  let beside: FrameLocator;
  beforeAll(async () => {
    whole = await startWhole({ demo: 'full', hasWecom: true });
    opened = await openBrowser();
    // Nobody is signed in at first, and the browser logs that as an error.
    const isExpected = (fault: string) => /status of 401/.test(fault);
    window = await (await opened.newContext({ viewport: DESK, isExpected })).newPage();
    beside = window.frameLocator('#sidebar');
  }, 180_000);
  afterAll(async () => {
    await opened.close();
    await whole.close();
  });

  const page = () => `${whole.url}/console/sidebar`;
  const said = (text: string) => window.locator('#messages li', { hasText: text });

  it('E-11 E-14 a person signs in beside the chat, sees whom it is with, and says a phrase with one tap', async () => {
    const where = new URLSearchParams({ employee: 'adviser1', customer: 'demo-3', sidebar: page() });
    await window.goto(`${whole.sandboxUrl}/wecom-chat?${where.toString()}`);
    await beside.getByLabel('登录名').fill('adviser1');
    await beside.locator('#password').fill(DEMO_PASSWORD);
    expect(await beside.getByText('最近学习').count()).toBe(0);
    await beside.getByRole('button', { name: '登录', exact: true }).click();

    await beside.getByRole('heading', { name: '陈志远' }).waitFor();
    for (const known of ['最近学习', '学完课程', '授权', '投资顾问'])
      await beside.getByText(known).first().waitFor();
    await beside.getByRole('button', { name: '发送「问候」' }).click();
    await beside.getByText('已发到聊天，并已留痕。').waitFor();
    await said('学习或账户上有不清楚的地方').waitFor();
    const frame = window.frame({ url: (url) => url.pathname === '/console/sidebar' });
    if (frame === null) throw new Error('the chat window holds no sidebar');
    // As wide as on a desk, and as narrow as WeCom ever makes it.
    for (const width of ['376px', '300px']) {
      await window.locator('#sidebar').evaluate((element, each) => (element.style.width = each), width);
      expect(await checkLayout(frame, { target: 24 })).toEqual([]);
      expect(await checkAccessibility(frame)).toEqual([]);
    }
    await beside.getByRole('region', { name: '最近从这里发出' }).getByText('已发出').waitFor();
  });

  it('I-12 E-11 REQ-SUIT-6 beside the chat stands what the customer was assessed for and what has to be minded, and a phrase that was reviewed goes out with one tap', async () => {
    const standing = beside.getByRole('region', { name: '适当性' });
    for (const said of ['风险测评', '承受能力', '谈产品前的回访', '安全联系人', '投顾协议'])
      await standing.getByText(said, { exact: true }).waitFor();
    await beside.getByRole('button', { name: '发送「核对真伪」' }).click();
    await said('用「真伪核验」查一查').first().waitFor();
  });

  it('E-11 words that may not be said stay out of the chat, with the words and the reason', async () => {
    await beside.getByLabel('写给客户的话').fill('这只产品保本保息，您放心买。');
    await beside.getByRole('button', { name: '发到聊天' }).click();
    const refusal = beside.getByRole('alert');
    await refusal.getByText(insertRefusalSentences.WORDING).waitFor();
    await refusal.locator('mark').first().waitFor();
    expect(await said('保本保息').count()).toBe(0);
  });

  it('E-11 F-09 REQ-ADV-2 REQ-ADV-4 what reads like advice is asked for its basis and a contract, stays out of the chat until then, and goes out with it, signed', async () => {
    const words = '仓位不宜过于集中，先看自己能承受多大的波动。';
    const send = beside.getByRole('button', { name: '发到聊天' });
    await beside.getByLabel('写给客户的话').fill(words);
    await send.click();
    await beside.getByText(insertRefusalSentences.BASIS_MISSING).waitFor();
    await beside.getByRole('radio', { name: '引用了', exact: true }).check();
    await beside.getByLabel('报告的发布机构').fill('示例证券研究所');
    const frame = window.frame({ url: (url) => url.pathname === '/console/sidebar' });
    if (frame === null) throw new Error('the chat window holds no sidebar');
    expect(await checkLayout(frame, { target: 24 })).toEqual([]);
    expect(await checkAccessibility(frame)).toEqual([]);
    expect(await said(words).count()).toBe(0);
    await beside.getByLabel('报告的发布日期').fill('2025-11-20');
    await send.click();
    await beside.getByText(insertRefusalSentences.ADVICE_WITHOUT_CONTRACT).waitFor();
    expect(await said(words).count()).toBe(0);
    const { memberId } = await (await signInMember(whole, 'demo-3')).call(identityRoutes.getMe, {});
    const compliance = await signInStaff(whole, 'compliance');
    const body = { contractNo: 'TG-2026-0077', validFrom: '2020-01-01', validUntil: '2099-12-31' };
    await compliance.call(advisoryRoutes.enterContract, { params: { memberId }, body });
    await send.click();
    const advice = said('依据：示例证券研究所 2025年11月20日发布的研究报告');
    await advice.getByText('登记编码 S0000000000001').waitFor();
    expect(await beside.getByLabel('报告的发布机构').count()).toBe(0);
  });

  it('E-11 beside a group the page names the group and says service only; somebody of another book is not shown', async () => {
    await window.locator('#room').selectOption({ label: '思语投教一群（客户群）' });
    await beside.getByRole('heading', { name: '思语投教一群' }).waitFor();
    expect(await beside.getByRole('radiogroup').count()).toBe(0);
    await beside.getByRole('button', { name: '改一改「核对真伪」' }).click();
    await beside.getByRole('button', { name: '发到聊天' }).click();
    await said('用「真伪核验」查一查').waitFor();

    // The contact is the adviser's in WeCom, the member is in the book of another one.
    await window.locator('#room').selectOption('single demo-8');
    await beside.getByText('这个聊天不在您的服务范围').waitFor();
    expect(await beside.getByRole('button', { name: '发到聊天' }).count()).toBe(0);
  });

  it('E-11 in an ordinary browser the page says where it belongs, and shows nobody', async () => {
    const alone = await window.context().newPage();
    await alone.goto(page());
    await alone.getByText('请在企业微信的聊天工具栏里打开这个页面').waitFor();
    await alone.close();
    expect(opened.faults).toEqual([]);
  });
});
