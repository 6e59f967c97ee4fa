import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';

interface Desk {
  /** A page of the console on which this person is signed in. */
  readonly at: (path: string, loginName: string) => Promise<Page>;
}

const NAME = '思域红利混合';
const CODE = 'SY2001';
const rows = (page: Page) => page.locator('.ant-table-row');

/** A product from its first line to the sale, and away again. */
export function itPutsAProductOnSale({ at }: Desk): void {
  it('I-02 REQ-SUIT-9 a product is refused without a level, put on sale by a second person, found by its code, and taken away at once', async () => {
    const operator = await at('/products', 'operator');
    await rows(operator).first().waitFor();
    await operator.getByRole('button', { name: '登记产品' }).click();
    const drawer = operator.locator('.ant-drawer-open');
    await drawer.getByLabel('代码').fill('SY1001');
    await drawer.getByLabel('名称').fill(NAME);
    const choose = async (label: string, option: string) => {
      await drawer.getByLabel(label).click();
      await operator.locator('.ant-select-item-option:visible', { hasText: option }).click();
    };
    await choose('种类', '混合基金');
    await drawer.getByRole('button', { name: '存为草稿' }).click();
    await drawer.getByText('这个代码已经登记过').waitFor();
    await drawer.getByLabel('代码').fill(CODE);
    await drawer.getByRole('button', { name: '存为草稿' }).click();
    await drawer.getByRole('button', { name: '提交复核' }).click();
    await drawer.getByText('请先填好风险等级').waitFor();
    await choose('风险等级', 'R4');
    await drawer.getByLabel('从哪天起不再有效').fill('2099-12-31');
    await drawer.getByLabel(/^投资期限/).fill('24');
    await drawer.getByRole('button', { name: '保存', exact: true }).click();
    await drawer.getByRole('button', { name: '提交复核' }).click();
    await drawer.getByText('复核中').waitFor();

    const compliance = await at('/reviews', 'compliance');
    await rows(compliance).filter({ hasText: NAME }).click();
    const review = compliance.getByRole('dialog');
    await review.getByText('R4 中高风险').waitFor();
    await review.getByRole('button', { name: '通过' }).click();
    await review.waitFor({ state: 'detached' });

    await compliance.goto(new URL('/console/products', compliance.url()).href);
    await compliance.getByLabel('产品代码').fill(CODE);
    await rows(compliance).nth(1).waitFor({ state: 'detached' });
    await rows(compliance).filter({ hasText: NAME }).click();
    const opened = compliance.locator('.ant-drawer-open');
    await opened.getByRole('region', { name: '评级记录' }).getByText('R4 中高风险').waitFor();
    expect(await opened.getByRole('button', { name: '登记产品' }).count()).toBe(0);
    await opened.getByRole('button', { name: '暂停销售' }).click();
    const why = compliance.getByRole('dialog', { name: /暂停销售/ });
    await why.getByLabel(/原因/).fill('评级文件有出入');
    await compliance.getByRole('button', { name: '确认暂停销售' }).click();
    await opened.getByText('评级文件有出入').waitFor();
    await rows(compliance).filter({ hasText: '暂停销售' }).waitFor();
  });
}
