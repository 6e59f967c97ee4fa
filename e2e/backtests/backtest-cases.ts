import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';

interface Stage {
  /** A page of the console for a person who is signed in. */
  readonly desk: (loginName: string, path: string) => Promise<Page>;
}

/** A draft is tested over past days before anybody decides about it, and the reviewer sees what its writer saw. */
export function itTestsDraftsOverPastDays({ desk }: Stage): void {
  it('H-01 H-08 REQ-INC-4 a draft is back-tested, changed, back-tested again and compared; the reviewer sees the same figures and sentences', async () => {
    const page = await desk('operator', '/incentives/new');
    await page.getByRole('button', { name: '从「学完一课」开始' }).click();
    await page.getByLabel('规则名称').fill('回测过的一课');
    await page.getByRole('button', { name: '保存草稿' }).click();
    const panel = page.getByRole('region', { name: '回测', exact: true });
    await panel.getByText('还没有回测过。').waitFor();

    const test = async (): Promise<void> => {
      await panel.getByRole('button', { name: '开始回测' }).click();
      await panel.getByRole('region', { name: '和实际发生的相比' }).waitFor();
      await panel.getByText('回测以后草稿又改过').waitFor({ state: 'hidden' });
    };
    await test();
    await panel.getByText(/如果行为少 20% 或多 20%/).waitFor();
    await panel.getByRole('img', { name: /每天花多少/ }).waitFor();

    await page.getByLabel('每次多少').fill('20');
    await panel.getByText('请先保存修改').waitFor();
    await page.getByRole('button', { name: '保存草稿' }).click();
    await panel.getByText('回测以后草稿又改过').waitFor();
    await test();
    await panel.getByLabel('和哪一次比').click();
    await page.locator('.ant-select-item-option:visible').first().click();
    const comparison = panel.getByRole('region', { name: '两次回测对比' });
    await comparison.getByText(/左边比右边.*多 .* 积分/).waitFor();
    await comparison.getByText('草稿不同的地方：送什么').waitFor();

    const said = await panel
      .getByText(/这份草稿会送给/)
      .last()
      .textContent();
    await page.getByRole('button', { name: '提交复核' }).click();
    await page.getByText('正在等合规同事复核').waitFor();
    const review = await desk('compliance', '/reviews');
    await review.locator('.ant-table-row', { hasText: '回测过的一课' }).click();
    const seen = review.locator('.ant-drawer-open').getByRole('region', { name: '回测', exact: true });
    await seen.getByText(said ?? '', { exact: true }).waitFor();
    await seen.getByText('就是提交的这一版').waitFor();
    await review.close();
    await page.close();
  }, 60_000);

  it('H-04 H-07 a back-test is stopped on the way, and what if says what each condition saw for one member and one event', async () => {
    const page = await desk('operator', '/incentives');
    await page.locator('.ant-table-row', { hasText: '学完一课送积分' }).click();
    const panel = page.getByRole('region', { name: '回测', exact: true });
    await panel.getByRole('button', { name: '开始回测' }).click();
    await panel.getByRole('button', { name: '取消回测' }).click();
    // A small firm may be through before the click arrives: then the report stands there, and nothing is lost.
    await panel
      .getByText(/已经取消，没有结果|这份草稿/)
      .first()
      .waitFor();

    await panel.getByRole('button', { name: '换一位客户试试' }).click();
    await panel.getByLabel('试算的客户').fill('王');
    await page.locator('.ant-select-item-option:visible').first().click();
    await panel.getByLabel('试算的事').click();
    await page.locator('.ant-select-item-option:visible').first().click();
    await panel.getByRole('button', { name: '试一试' }).click();
    const verdicts = panel.getByRole('list', { name: '每条规则的判断' });
    await verdicts.getByText('学完一课送积分').first().waitFor();
    expect(await verdicts.getByRole('listitem').count()).toBeGreaterThan(1);
    await page.close();
  }, 60_000);
}
