import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { PointsTotals } from '@siyu/shared/contracts/points';
import type { Page } from 'playwright-core';
import { ROOT, type Whole } from '../harness/index.ts';

/** The ledger of points at the desk: what is owed, a day that waits, one member line by line, and the closed months. */
export function itShowsTheLedgerOfPoints(signedIn: (loginName: string, path: string) => Promise<Page>): void {
  it('G-05 G-09 the ledger of points shows what is owed, a day that waits for a person, one member, and the closed months', async () => {
    const page = await signedIn('operator', '/points');
    // The demo firm has thanked its members since the month before this one began: a line of days, and a month to read.
    const owed = page.getByRole('region', { name: '应付积分' });
    await owed.getByRole('img', { name: /应付积分从 [\d,]+ 分增加到 [\d,]+ 分，折合金额从/ }).waitFor();
    await owed.getByText('逐日应付').click();
    await owed
      .getByRole('row', { name: /月\d+日 [\d,]+ 分 [\d,.]+ 元/ })
      .first()
      .waitFor();
    await page.getByLabel('客户姓名').fill('陈');
    await page.locator('.found-members button').first().click();
    await page
      .getByRole('region', { name: '积分明细' })
      .getByText(/可用 \d+ 分/)
      .waitFor();

    // No clock runs ahead here: the page is told that the open day waits, and the server answers as to somebody who says it again.
    await page.route('**/v1/console/points', async (route) => {
      const totals = PointsTotals.parse(await (await route.fetch()).json());
      await route.fulfill({ json: { ...totals, businessOn: '2026-01-01', waitingOn: totals.businessOn } });
    });
    await page.reload();
    const agree = page.getByRole('button', { name: '时间没有错，确认' });
    await agree.click();
    await agree.waitFor({ state: 'detached' });

    await page.getByRole('link', { name: '月结' }).click();
    // Until the new page is there the old one stays, with rows of its own.
    await page.getByRole('heading', { name: '月结', exact: true }).waitFor();
    await page.locator('.ant-table-row').first().click();
    const closing = page.getByRole('dialog', { name: /月结/ });
    await closing.getByRole('row', { name: /可用/ }).waitFor();
    await closing.getByText('校验值').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '导出' }).waitFor();
    await page.close();
  });
}

/** What finance runs when it does not want to take the page's word for it. */
export function itRecomputesTheLedger(whole: () => Whole): void {
  it('G-05 npm run ledger:verify counts every point again from its entries, beside the running server', () => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [join(ROOT, 'server/dist/cli/ledger-verify.js')],
      { env: { ...process.env, NODE_OPTIONS: '', ...whole().environment }, encoding: 'utf8' },
    );
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/[1-9]\d* postings, [1-9]\d* entries, [1-9]\d* closed months/);
  });
}
