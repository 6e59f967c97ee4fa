import type { Page } from 'playwright-core';

const DAY_MS = 86_400_000;
const SHANGHAI_MS = 8 * 3_600_000;
/** What a field for a day and a time takes. */
const localOf = (at: number): string => new Date(at + SHANGHAI_MS).toISOString().slice(0, 16);

const SCRIPT =
  '大家好，今天用一份公开的季报，看看规模、费用和前十大持仓各在哪里。数字只用来认位置，不对任何一只基金作评价。';

/** Plans a live that begins in some minutes, at the desk of an operator, and hands it in for review. */
export async function planLive(page: Page, url: string, title: string): Promise<void> {
  await page.goto(`${url}/console/members`);
  await page.getByRole('link', { name: '直播', exact: true }).click();
  await page.getByRole('button', { name: '新建直播' }).click();
  await page.getByLabel('标题', { exact: true }).fill(title);
  const now = Date.now();
  await page.getByLabel(/^开始时间/).fill(localOf(now + 10 * 60_000));
  await page.getByLabel(/^结束时间/).fill(localOf(now + 70 * 60_000));
  await page.getByLabel(/^主讲人/).click();
  await page.locator('.ant-select-item-option').first().click();
  await page.getByLabel(/^简介/).fill('用一份季报，看懂规模、持仓和费用。');
  await page.getByLabel(/^讲稿/).fill('太短');
  await page.getByRole('button', { name: '保存草稿' }).click();
  await page.getByRole('alert').getByText('讲稿').waitFor();
  await page.getByLabel(/^讲稿/).fill(SCRIPT);
  await page.getByRole('button', { name: '保存草稿' }).click();
  await page.getByRole('button', { name: '提交复核' }).waitFor();
  // A second thought before anybody has looked.
  await page.getByLabel(/^简介/).fill('用一份季报，看懂规模、持仓和费用各在哪里。');
  await page.getByRole('button', { name: '保存草稿' }).click();
  await page.getByRole('button', { name: '提交复核' }).click();
  await page.getByText('正在等合规同事复核').waitFor();
}

/** Enters how it was filed, three weeks ago, with what proves it. */
export async function fileLive(page: Page): Promise<void> {
  const filing = page.getByRole('region', { name: '备案', exact: true });
  await filing.getByLabel('备案编号').fill('深证监直播 2026-117');
  await filing.getByLabel('备案日期').fill(localOf(Date.now() - 21 * DAY_MS).slice(0, 10));
  await filing.getByLabel('备案机关').fill('深圳证监局');
  await filing.getByLabel('备案凭证').setInputFiles({
    name: '备案回执.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'),
  });
  await filing.getByText(/^已上传/).waitFor();
  await filing.getByRole('button', { name: '登记备案' }).click();
  await filing.getByText('备案待核对').waitFor();
}

/** Looks at the plan and at what proves the filing, at the desk of compliance, and approves both. */
export async function approveLive(page: Page, url: string): Promise<void> {
  for (const [kind, before] of [
    ['直播方案', null],
    ['直播备案', '查看备案凭证'],
  ] as const) {
    await page.goto(`${url}/console/reviews`);
    await page.locator('.ant-table-row', { hasText: kind }).click();
    const drawer = page.locator('.ant-drawer-open');
    if (before !== null) {
      await drawer.getByRole('button', { name: before }).click();
      await drawer.getByRole('link', { name: /^打开文件/ }).waitFor();
    }
    await drawer.getByRole('button', { name: '通过', exact: true }).click();
    await drawer.waitFor({ state: 'hidden' });
  }
}

/** An act that asks for a second thought. */
export async function confirmed(page: Page, act: string): Promise<void> {
  await page.getByRole('button', { name: act, exact: true }).click();
  await page.getByRole('button', { name: `确认${act}` }).click();
}

/** An act that says why. */
export async function because(page: Page, act: string, reason: string): Promise<void> {
  await page.getByRole('button', { name: act, exact: true }).click();
  await page.getByRole('dialog').getByLabel(/原因/).fill(reason);
  await page.getByRole('button', { name: `确认${act}` }).click();
}

/** Hands the recording in, and has everything sealed. */
export async function archiveLive(page: Page, recording: Uint8Array): Promise<void> {
  const archive = page.getByRole('region', { name: '归档', exact: true });
  await archive.getByLabel('直播录像').setInputFiles({
    name: '直播录像.webm',
    mimeType: 'video/webm',
    buffer: Buffer.from(recording),
  });
  await archive.getByText(/^已上传/).waitFor();
  await archive.getByRole('button', { name: '归档' }).click();
  await archive.getByText('发言封存').waitFor();
  await archive.getByRole('button', { name: '查看录像' }).click();
  await archive.getByRole('link', { name: /^打开文件/ }).waitFor();
}
