import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { BrowserContext, Page } from 'playwright-core';
import {
  DESK,
  handIn,
  hasChromium,
  openBrowser,
  signInStaff,
  startWhole,
  type OpenedBrowser,
  type Whole,
} from './harness/index.ts';

jest.setTimeout(60_000);
const describeInBrowser = hasChromium() ? describe : describe.skip;

describeInBrowser('D-04 configuration at the desk', () => {
  let whole: Whole;
  let opened: OpenedBrowser;
  const contexts = new Map<string, BrowserContext>();
  // A value that the server refuses is provoked here; the browser logs every 4xx as an error.
  const isExpected = (fault: string): boolean => /status of 400/.test(fault);

  beforeAll(async () => {
    whole = await startWhole({ demo: 'full' });
    opened = await openBrowser();
  }, 180_000);
  afterAll(async () => {
    await Promise.all([...contexts.values()].map((context) => context.close()));
    await opened.close();
    await whole.close();
  });

  const contextOf = async (loginName: string): Promise<BrowserContext> => {
    const known = contexts.get(loginName);
    if (known !== undefined) return known;
    const context = await opened.newContext({ viewport: DESK, isExpected });
    contexts.set(loginName, context);
    await context.addCookies([{ ...(await signInStaff(whole, loginName)).cookie, url: whole.url }]);
    return context;
  };
  const desk = async (loginName: string, path = '/configuration'): Promise<Page> => {
    const page = await (await contextOf(loginName)).newPage();
    await page.goto(`${whole.url}/console${path}`);
    return page;
  };
  const rows = (page: Page) => page.locator('.ant-table-row');
  const drawer = (page: Page) => page.locator('.ant-drawer-body');
  const approve = async (subject: string, sees: readonly string[]): Promise<void> => {
    const page = await desk('compliance', '/reviews');
    await rows(page).filter({ hasText: subject }).click();
    for (const text of sees) await drawer(page).getByText(text).first().waitFor();
    await drawer(page).getByRole('button', { name: '通过' }).click();
    await page.getByText('没有等待复核的内容').waitFor();
    await page.close();
  };

  it('D-04 every key stands in the list with its version in force, and opens with its content in words', async () => {
    const page = await desk('analyst');
    await rows(page).filter({ hasText: '资产分级' }).getByText('第 1 版').waitFor();
    const names = await rows(page).locator('.strong').allInnerTexts();
    expect(names).toEqual(
      expect.arrayContaining(['交易所休市日', '首页推荐权重', '交易计数规则', '同行阶段规则']),
    );
    // None stands there under its bare key.
    expect(names.filter((name) => /^[\x20-\x7e]+$/.test(name))).toEqual([]);
    await rows(page).filter({ hasText: '资产分级' }).click();
    const present = page.getByRole('region', { name: '现在的内容' });
    await present.getByText('500,000.00 元').waitFor();
    expect(await present.innerText()).toContain('高净值起点');
    await rows(page).filter({ hasText: '软件自带' }).getByText('生效中').waitFor();
    expect(await page.getByRole('button', { name: '提出修改' }).count()).toBe(0);
    await page.close();
  });

  it('D-04 a change is checked, shown as differences, decided by another person, and then in force', async () => {
    const page = await desk('operator', '/configuration/history?key=segments.tiers');
    await page.getByRole('button', { name: '提出修改' }).click();
    const text = drawer(page).getByLabel('内容', { exact: true });
    await text.fill('{ "affluentFromFen": ');
    await drawer(page).getByText('不是完整的 JSON').waitFor();
    await text.fill('{ "affluentFromFen": 0, "highNetWorthFromFen": 600000000 }');
    await drawer(page).getByRole('button', { name: '查看差异' }).click();
    await drawer(page).getByRole('alert').getByText('富裕起点').waitFor();
    await text.fill('{ "affluentFromFen": 60000000, "highNetWorthFromFen": 600000000 }');
    // The draft waits in the browser.
    await page.reload();
    await page.getByRole('button', { name: '提出修改' }).click();
    await drawer(page).getByRole('button', { name: '查看差异' }).click();
    const differences = drawer(page).getByRole('region', { name: '与生效版本的差异' });
    await differences.getByText('原：500,000.00 元').waitFor();
    await differences.getByText('新：600,000.00 元').waitFor();
    expect(await differences.locator('li').count()).toBe(1);
    await drawer(page).getByRole('button', { name: '提交复核' }).click();
    await drawer(page).getByText('待复核').waitFor();
    expect(new URL(page.url()).searchParams.get('version')).toMatch(/^[0-9a-f-]{36}$/);
    await approve('资产分级', ['富裕起点', '原：500,000.00 元', '新：600,000.00 元']);
    await page.reload();
    await page.getByText('生效中：第 2 版').waitFor();
    await page.getByRole('region', { name: '现在的内容' }).getByText('600,000.00 元').waitFor();
    await page.close();
  });

  it('D-04 a proposed exchange calendar is read and approved at the desk', async () => {
    await handIn(whole, await signInStaff(whole, 'operator'), 'exchange_holidays', {
      name: '2026 年休市日.csv',
      text: 'version,date,name\n2026,2026-10-01,国庆节\n2026,2026-02-17,春节\n',
    });
    await approve('交易所休市日', ['日期：2026年10月1日；名称：国庆节']);
    const page = await desk('operator', '/configuration/history?key=exchange.holidays');
    await page
      .getByRole('region', { name: '现在的内容' })
      .getByText('日期：2026年2月17日；名称：春节')
      .waitFor();
    await page.close();
  });

  it('D-04 tells the author and the second person in numbers what a change touches', async () => {
    const page = await desk('operator', '/configuration/history?key=segments.tiers');
    await page.getByRole('button', { name: '提出修改' }).click();
    const text = drawer(page).getByLabel('内容', { exact: true });
    await text.fill('{ "affluentFromFen": 1, "highNetWorthFromFen": 2 }');
    await drawer(page).getByRole('button', { name: '查看差异' }).click();
    const impact = drawer(page).getByRole('region', { name: '生效后会影响谁' });
    await impact.getByText('资产分级会变').waitFor();
    const figures = await impact.locator('.defined-figure').allInnerTexts();
    expect(figures.map((figure) => Number(figure.replace(/\D/g, '')))).toEqual([
      expect.any(Number),
      expect.any(Number),
    ]);
    expect(Number(figures[1]?.replace(/\D/g, ''))).toBeGreaterThan(0);
    await impact.locator('.defined-figure').last().focus();
    await page.getByRole('tooltip').getByText('与现在分级不同的客户').waitFor();
    await drawer(page).getByRole('button', { name: '提交复核' }).click();
    await drawer(page).getByText('待复核').waitFor();

    const review = await desk('compliance', '/reviews');
    await rows(review).filter({ hasText: '资产分级' }).click();
    const told = drawer(review).getByRole('region', { name: '生效后会影响谁' });
    await told.getByText('资产分级会变').waitFor();
    expect(await told.locator('.defined-figure').allInnerTexts()).toEqual(figures);
    await review.close();
    await drawer(page).getByRole('button', { name: '撤回' }).click();
    await drawer(page).getByText('已撤回').waitFor();
    await page.close();
  });

  it('D-04 tells the author from which group to which members would go by other rules of scoring', async () => {
    const page = await desk('operator', '/configuration/history?key=scoring.afb-2023');
    await page.getByRole('button', { name: '提出修改' }).click();
    const text = drawer(page).getByLabel('内容', { exact: true });
    await text.fill((await text.inputValue()).replace('"aHigh": 4', '"aHigh": 6'));
    await drawer(page).getByRole('button', { name: '查看差异' }).click();
    const trial = drawer(page).getByRole('group', { name: '逐位试算' });
    await trial.getByText('价值客群会变').waitFor();
    await trial.getByText(/^重要发展客户 → 潜在增值客户：\d+ 位$/).waitFor();
    await trial.getByText(/按新旧两版逐位重算了全部 \d+ 位客户/).waitFor();
    await page.close();
  });

  it('D-04 an author takes a proposal back', async () => {
    const page = await desk('operator', '/configuration/history?key=feed.weights');
    await page.getByRole('button', { name: '提出修改' }).click();
    const text = drawer(page).getByLabel('内容', { exact: true });
    await text.fill((await text.inputValue()).replace('"newForDays": 14', '"newForDays": 21'));
    await drawer(page).getByRole('button', { name: '查看差异' }).click();
    await drawer(page).getByText('新：21 天').waitFor();
    await drawer(page).getByRole('button', { name: '提交复核' }).click();
    await drawer(page).getByRole('button', { name: '撤回' }).click();
    await drawer(page).getByText('已撤回').waitFor();
    expect(await drawer(page).getByRole('button', { name: '撤回' }).count()).toBe(0);
    await page.close();
  });

  it('D-04 no page of the configuration logged an error or asked anything off this machine', () => {
    expect(opened.faults).toEqual([]);
  });
});
