import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import {
  DESK,
  hasChromium,
  openBrowser,
  signInStaff,
  startWhole,
  type OpenedBrowser,
  type Whole,
} from './harness/index.ts';

jest.setTimeout(60_000);
const describeInBrowser = hasChromium() ? describe : describe.skip;

describeInBrowser('D-04 the list idiom at the desk', () => {
  let whole: Whole;
  let opened: OpenedBrowser;
  let page: Page;

  beforeAll(async () => {
    whole = await startWhole({ demo: 'full' });
    opened = await openBrowser();
    const context = await opened.newContext({ viewport: DESK });
    await context.addCookies([{ ...(await signInStaff(whole, 'operator')).cookie, url: whole.url }]);
    page = await context.newPage();
  }, 180_000);
  afterAll(async () => {
    await page.context().close();
    await opened.close();
    await whole.close();
  });
  const rows = () => page.locator('.ant-table-row');
  const views = () => page.getByRole('list', { name: '保存的视图' });

  it('D-04 keeps a view under a name on the server, opens it later, and deletes it', async () => {
    await page.goto(`${whole.url}/console/members?sort=score`);
    await rows().first().waitFor();
    await page.getByRole('button', { name: '视图', exact: true }).click();
    await page.getByText('还没有保存过视图').waitFor();
    await page.getByLabel('把现在的筛选存为视图').fill('高分在前');
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await views().getByText('高分在前').waitFor();
    // Nothing of it is in this browser: it comes from the server.
    await page.evaluate(() => localStorage.clear());
    await page.goto(`${whole.url}/console/members`);
    await page.getByRole('button', { name: '视图', exact: true }).click();
    await views().getByRole('button', { name: '高分在前', exact: true }).click();
    await page.waitForURL(/sort=score/);
    await page.goto(`${whole.url}/console/reviews`);
    await page.getByRole('button', { name: '视图', exact: true }).click();
    await page.getByText('还没有保存过视图').waitFor();
    await page.goto(`${whole.url}/console/members`);
    await page.getByRole('button', { name: '视图', exact: true }).click();
    await views().getByRole('button', { name: '删除视图 高分在前' }).click();
    await page.getByText('还没有保存过视图').waitFor();
  });

  it('D-04 tells with ? which keys a list knows', async () => {
    await page.goto(`${whole.url}/console/members`);
    await rows().first().waitFor();
    await page.keyboard.press('Shift+?');
    const overview = page.getByRole('dialog', { name: '列表快捷键' });
    await overview.getByText('下一行').waitFor();
    await page.keyboard.press('Escape');
    await overview.waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: '快捷键 ?' }).click();
    await overview.getByText('打开当前行').waitFor();
  });

  it('D-04 jobs tell how they are, and an administrator stops one and lets it go on', async () => {
    const context = await opened.newContext({ viewport: DESK });
    await context.addCookies([{ ...(await signInStaff(whole, 'systemAdmin')).cookie, url: whole.url }]);
    const desk = await context.newPage();
    await desk.goto(`${whole.url}/console/members`);
    await desk.getByRole('link', { name: '任务', exact: true }).click();
    await desk.locator('.ant-table-row', { hasText: '封存留痕' }).getByText('等待下一次').waitFor();
    await desk.locator('.ant-table-row', { hasText: '全员重算评分' }).click();
    const drawer = desk.getByRole('dialog', { name: '全员重算评分' });
    await drawer.getByText('score-full').waitFor();
    await drawer.getByRole('button', { name: '暂停', exact: true }).click();
    await desk.getByRole('button', { name: '确认暂停' }).click();
    await drawer.getByText('已由管理员暂停').waitFor();
    await desk.goto(`${whole.url}/console/jobs?state=STOPPED`);
    await desk.locator('.ant-table-row').waitFor();
    expect(await desk.locator('.ant-table-row').count()).toBe(1);
    await desk.locator('.ant-table-row').click();
    await drawer.getByRole('button', { name: '继续运行' }).click();
    await drawer.getByText('运行正常').waitFor();
    expect(await drawer.getByRole('button', { name: '继续运行' }).count()).toBe(0);
    await context.close();
  });

  it('D-04 no list logged an error or asked anything off this machine', () => {
    expect(opened.faults).toEqual([]);
  });
});
