import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { ImportRows } from '@siyu/shared/contracts/imports';
import { IMPORT_COLUMNS } from '@siyu/shared/contracts/imports.limits';
import type { BrowserContext, Page } from 'playwright-core';
import {
  DESK,
  handIn,
  hasChromium,
  openBrowser,
  signInStaff,
  startWhole,
  until,
  type OpenedBrowser,
  type StaffClient,
  type Whole,
} from './harness/index.ts';
import { RUNNING, UNDERWAY } from './screens/import-files.ts';

// Tens of thousands of lines on two busy cores.
jest.setTimeout(180_000);
const describeInBrowser = hasChromium() ? describe : describe.skip;

const HEADER = 'date,index_code,close';
const closes = (count: number, series: string): string[] =>
  Array.from({ length: count }, (_, at) => `2026-11-24,${series}${at},${3_000 + (at % 500)}.12`);
const csv = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

/** So many that the page asks more than once before they are in, on a quick machine too. */
const GOOD = 120_000;
/** Bad lines by the number of the line they stand in; the header is line 1. */
const BAD = [
  [2, '2026-11-24,B1,four thousand', '「close」一栏的内容读不懂，请对照格式检查。'],
  [31_415, '2026-02-30,B2,4000.12', '「date」一栏的内容读不懂，请对照格式检查。'],
  [GOOD + 4, '2026-11-24,B3', '这一行有 2 列，表头有 3 列。'],
] as const;
const lines = [HEADER, ...closes(GOOD, 'A')];
for (const [number, text] of BAD) lines.splice(number - 1, 0, text);
const file = csv('收盘点位.csv', lines.join('\n'));

describeInBrowser('C-02 imports at the desk', () => {
  let whole: Whole;
  let opened: OpenedBrowser;
  let operator: StaffClient;
  let context: BrowserContext;
  const contexts: BrowserContext[] = [];
  // A file that the server refuses is provoked here; the browser logs every 4xx as an error.
  const isExpected = (fault: string): boolean => /status of 400/.test(fault);

  beforeAll(async () => {
    whole = await startWhole({ demo: 'full' });
    opened = await openBrowser();
    operator = await signInStaff(whole, 'operator');
    context = await opened.newContext({ viewport: DESK, isExpected });
    await context.addCookies([{ ...operator.cookie, url: whole.url }]);
  }, 180_000);
  afterAll(async () => {
    await context.close();
    await Promise.all(contexts.map((each) => each.close()));
    await opened.close();
    await whole.close();
  });

  const desk = async (path = ''): Promise<Page> => {
    const page = await context.newPage();
    await page.goto(`${whole.url}/console/imports${path}`);
    return page;
  };
  const rows = (page: Page) => page.locator('.ant-table-row');
  const drawer = (page: Page) => page.locator('.ant-drawer-body');
  const openUpload = async (page: Page) => {
    await page.getByRole('button', { name: '导入文件' }).click();
    const upload = page.getByRole('dialog', { name: '导入文件' });
    await upload.getByText('指数收盘').click();
    return upload;
  };
  const send = async (page: Page, what: ReturnType<typeof csv>): Promise<void> => {
    const upload = await openUpload(page);
    await upload.locator('input[type=file]').setInputFiles(what);
    await upload.getByRole('button', { name: '上传并导入' }).click();
    await drawer(page).getByRole('progressbar').waitFor();
  };
  const figures = (page: Page): Promise<string[]> =>
    drawer(page).locator('.line-figures dd:not(.note)').allInnerTexts();
  const closesKept = async (): Promise<unknown> => {
    const database = await whole.openDatabase();
    const found = await database.query(
      'SELECT count(*) AS closes, sum(close_ten_thousandths) AS total FROM index_closes',
    );
    await database.close();
    return found;
  };

  it('C-02 says what to do when there is none, which columns a file needs, and what is wrong with one before it is sent', async () => {
    const page = await desk();
    await page.getByText('还没有导入过文件').waitFor();
    const upload = await openUpload(page);
    expect(await upload.getByLabel('需要的列').locator('code').allInnerTexts()).toEqual(HEADER.split(','));
    const choice = upload.locator('input[type=file]');
    const start = upload.getByRole('button', { name: '上传并导入' });
    await choice.setInputFiles(csv('缺列.csv', 'date,close\n'));
    await upload.getByText('表头缺少这些列：index_code。请补上后重新上传。').waitFor();
    expect(await start.isDisabled()).toBe(true);
    await choice.setInputFiles(csv('表格.xlsx', 'PK'));
    await upload.getByText('请选择 .csv 文件').waitFor();
    // What only the server sees: a column that stands there twice.
    await choice.setInputFiles(csv('重列.csv', 'date,date,index_code,close\n'));
    await start.click();
    await upload.getByText('读不懂文件的第一行').waitFor();
    // A line so slow that the file never arrives.
    await page.route(/[/]files$/, () => undefined);
    await choice.setInputFiles(csv('慢.csv', `${HEADER}\n`));
    await start.click();
    await upload.getByRole('progressbar', { name: '上传进度' }).waitFor();
    await upload.getByRole('button', { name: '停止上传' }).click();
    await upload.waitFor({ state: 'hidden' });
    await page.getByText('还没有导入过文件').waitFor();
    await page.close();
  });

  it('C-02 a file with good and bad lines: progress, figures, the bad lines sent back; the same file again changes nothing', async () => {
    const page = await desk();
    await send(page, file);
    const seen = new Set<number>();
    await until(
      'the end of the import',
      async () => {
        const bar = drawer(page).getByRole('progressbar');
        const value = await bar.getAttribute('aria-valuenow', { timeout: 200 }).catch(() => null);
        if (value !== null) seen.add(Number(value));
        return drawer(page).getByText('已完成').isVisible();
      },
      150_000,
    );
    expect([...seen].some((percent) => percent > 0 && percent < 100)).toBe(true);
    expect([...seen]).toEqual([...seen].sort((one, other) => one - other));
    expect(await figures(page)).toEqual(['120,000', '0', '3']);
    const before = await closesKept();

    const coming = page.waitForEvent('download');
    await drawer(page).getByRole('link', { name: '下载退回明细' }).click();
    const rejects = readFileSync(await (await coming).path(), 'utf8');
    const expected = BAD.map(([number, text, reason]) => `${number},${reason},"${text}"\n`);
    expect(rejects).toBe(`\uFEFFline,reason,text\n${expected.join('')}`);

    await page
      .getByRole('button', { name: /close|关闭/i })
      .first()
      .click();
    await send(page, file);
    await drawer(page).getByText('这份文件此前导入过：120,000 行都已存在，这次没有改变任何内容。').waitFor({
      timeout: 150_000,
    });
    expect(await figures(page)).toEqual(['0', '120,000', '3']);
    expect(await closesKept()).toEqual(before);
    await page.close();
  });

  it('C-02 an import is cancelled after a question; what was taken in stays', async () => {
    const page = await desk();
    await send(page, csv('二十万行.csv', [HEADER, ...closes(200_000, 'C')].join('\n')));
    await drawer(page).getByRole('button', { name: '取消导入' }).click();
    const question = page.getByRole('dialog', { name: /取消导入「二十万行.csv」/ });
    await question.getByText('已经导入的行会保留').waitFor();
    await question.getByRole('button', { name: '确认取消' }).click();
    await drawer(page).getByText('已取消', { exact: true }).waitFor({ timeout: 60_000 });
    const [recorded = ''] = await figures(page);
    const kept = Number(recorded.replaceAll(',', ''));
    expect(kept).toBeLessThan(200_000);
    expect(await drawer(page).getByRole('button', { name: '取消导入' }).count()).toBe(0);
    expect(await closesKept()).toMatchObject([{ closes: GOOD + kept }]);
    await page.close();
  });

  it('C-02 asks again every two seconds only while something runs and somebody looks', async () => {
    const page = await context.newPage();
    let asked = 0;
    let answer: ImportRows = UNDERWAY;
    await page.route(/[/]v1[/]console[/]imports$/, (route) => {
      asked += 1;
      return route.fulfill({ json: answer });
    });
    // The page's own clock goes on by seconds; each leaves an answer the time to arrive.
    await page.clock.install();
    const askedWithin = async (seconds: number): Promise<number> => {
      const before = asked;
      for (let second = 0; second < seconds; second += 1) {
        await page.clock.runFor(1_000);
        await pause(50);
      }
      return asked - before;
    };
    const look = (state: 'visible' | 'hidden'): Promise<void> =>
      page.evaluate((value) => {
        Object.defineProperty(document, 'visibilityState', { value, configurable: true });
        window.dispatchEvent(new Event('visibilitychange'));
      }, state);
    await page.goto(`${whole.url}/console/imports`);
    await rows(page).filter({ hasText: RUNNING.fileName }).getByText('45%').waitFor();
    expect(await askedWithin(7)).toBeGreaterThanOrEqual(2);
    await look('hidden');
    // One that was under way may still arrive.
    await pause(500);
    expect(await askedWithin(5)).toBe(0);
    answer = { ...UNDERWAY, rows: UNDERWAY.rows.map((row) => ({ ...row, state: 'DONE' as const })) };
    await look('visible');
    await rows(page).getByText('已完成').first().waitFor();
    expect(await askedWithin(5)).toBe(0);
    await page.close();
  });

  it('C-02 keeps filters and the open import in the address, and pages through what is more than a page', async () => {
    const text = IMPORT_COLUMNS.service_events.required.join(',');
    for (let at = 0; at < 21; at += 1)
      await handIn(whole, operator, 'service_events', { name: `空-${at}.csv`, text });
    const page = await desk('?kind=service_events&state=DONE');
    await rows(page).nth(19).waitFor();
    expect(await rows(page).count()).toBe(20);
    await page.getByRole('button', { name: '加载更多' }).click();
    await page.getByText('已显示 21 / 21').waitFor();
    await rows(page).filter({ hasText: '空-0.csv' }).click();
    await drawer(page).getByText('文件里只有表头').waitFor();
    expect(new URL(page.url()).searchParams.get('open')).toMatch(/^[0-9a-f-]{36}$/);
    await page.reload();
    await drawer(page).getByText('文件里只有表头').waitFor();
    await page.goto(`${whole.url}/console/imports?kind=service_events&state=FAILED`);
    await page.getByText('没有符合这些条件的导入').waitFor();
    await page.close();
  });

  it('E-09 the register of accounts is handed in by its template, and what is good of it stands among the channels', async () => {
    const page = await desk();
    await page.getByRole('button', { name: '导入文件' }).click();
    const upload = page.getByRole('dialog', { name: '导入文件' });
    await upload.getByText('渠道账号', { exact: true }).click();
    const coming = page.waitForEvent('download');
    await upload.getByRole('link', { name: '下载模板' }).click();
    const template = readFileSync(await (await coming).path(), 'utf8');
    const accounts = '抖音,总部,思语抖音号,siyu-douyin,,,置顶视频\n抖音,总部,,nameless,,,\n';
    await upload.locator('input[type=file]').setInputFiles(csv('账号.csv', template + accounts));
    await upload.getByRole('button', { name: '上传并导入' }).click();
    await drawer(page).getByText('导入了 1 行，退回了 1 行。').waitFor({ timeout: 30_000 });
    await page.goto(`${whole.url}/console/channels?search=${encodeURIComponent('思语抖音号')}`);
    await rows(page).filter({ hasText: 'siyu-douyin' }).click();
    await drawer(page).getByText('置顶视频').waitFor();
    await page.close();
  });

  it('I-02 products are handed in by their template, and what is whole of them waits for a second person', async () => {
    const page = await desk();
    await page.getByRole('button', { name: '导入文件' }).click();
    const upload = page.getByRole('dialog', { name: '导入文件' });
    await upload.getByText('产品', { exact: true }).click();
    const coming = page.waitForEvent('download');
    await upload.getByRole('link', { name: '下载模板' }).click();
    const template = readFileSync(await (await coming).path(), 'utf8');
    const products = 'SY3001,思域短债,债券基金,R2,2099-12-31,6,\nSY3002,思域彩票,彩票,R2,2099-12-31,6,\n';
    await upload.locator('input[type=file]').setInputFiles(csv('产品.csv', template + products));
    await upload.getByRole('button', { name: '上传并导入' }).click();
    await drawer(page).getByText('导入了 1 行，退回了 1 行。').waitFor({ timeout: 30_000 });
    await page.goto(`${whole.url}/console/products?code=SY3001`);
    await rows(page).filter({ hasText: '复核中' }).click();
    await drawer(page).getByText('R2 中低风险').waitFor();
    await page.close();
  });

  it('C-02 is not for a role that may not hand files in', async () => {
    const analyst = await opened.newContext({ viewport: DESK });
    contexts.push(analyst);
    await analyst.addCookies([{ ...(await signInStaff(whole, 'analyst')).cookie, url: whole.url }]);
    const page = await analyst.newPage();
    await page.goto(`${whole.url}/console/imports`);
    await page.getByText('您的岗位不使用「数据导入」').waitFor();
    expect(await page.getByRole('navigation').getByText('数据导入').count()).toBe(0);
  });

  it('C-02 no page of the imports logged an error or asked anything off this machine', () => {
    expect(opened.faults).toEqual([]);
  });
});
