import { expect, it } from '@jest/globals';
import { redemptionRoutes } from '@siyu/shared/contracts/redemption.routes';
import type { Page } from 'playwright-core';
import { signInMember, type Whole } from '../harness/index.ts';

interface Desk {
  readonly whole: () => Whole;
  /** A page of the console on which this person is signed in. */
  readonly at: (path: string, loginName: string) => Promise<Page>;
}

const TITLE = '大额资金课';
const rows = (page: Page) => page.locator('.ant-table-row');

/** The catalogue from a draft to what members find, and away again; and a voucher that is honoured. */
export function itOffersAnItem({ whole, at }: Desk): void {
  it('G-06 G-09 REQ-INC-2 an item is refused as a gift with its requirement, let out by compliance as something else, found by members and taken away; a voucher is honoured at the member', async () => {
    const operator = await at('/catalogue', 'operator');
    await rows(operator).first().waitFor();
    await operator.getByRole('button', { name: '新建兑换品' }).click();
    const drawer = operator.locator('.ant-drawer-open');
    await drawer.getByLabel('种类').click();
    await operator.locator('.ant-select-item-option:visible', { hasText: '实物礼品' }).click();
    await drawer.getByLabel('名称').fill(TITLE);
    await drawer.getByLabel('说明').fill('用半小时聊聊您的学习计划。');
    await drawer.getByRole('button', { name: '存为草稿' }).click();
    await drawer.getByRole('button', { name: '提交复核' }).click();
    await drawer.getByText('种类：REQ-INC-2').waitFor();
    await drawer.getByLabel('种类').click();
    await operator.locator('.ant-select-item-option:visible', { hasText: '咨询' }).click();
    await drawer.getByRole('button', { name: '保存', exact: true }).click();
    await drawer.getByRole('button', { name: '提交复核' }).click();
    await drawer.getByText('待复核').waitFor();

    const compliance = await at('/reviews', 'compliance');
    await rows(compliance).filter({ hasText: TITLE }).click();
    const review = compliance.getByRole('dialog');
    await review.getByText('需要的积分').waitFor();
    await review.getByRole('button', { name: '通过' }).click();
    await review.waitFor({ state: 'detached' });

    const member = await signInMember(whole(), 'demo-8');
    const offered = async () =>
      (await member.call(redemptionRoutes.listOffered, {})).items.map(({ title }) => title);
    expect(await offered()).toContain(TITLE);
    await operator.goto(`${whole().url}/console/catalogue?state=PUBLISHED`);
    const row = rows(operator).filter({ hasText: TITLE });
    await row.getByRole('progressbar').waitFor();
    await row.click();
    await drawer.getByRole('button', { name: '下架' }).click();
    await operator.getByRole('dialog', { name: /下架/ }).getByLabel(/原因/).fill('名额已经安排完');
    await operator.getByRole('button', { name: '确认下架' }).click();
    await row.waitFor({ state: 'detached' });
    expect(await offered()).not.toContain(TITLE);

    await operator.goto(`${whole().url}/console/members/${member.session.member.memberId}`);
    const held = operator.getByRole('region', { name: '权益' });
    await held.getByText('学习计划梳理一次').waitFor();
    await held.getByRole('button', { name: '核销' }).click();
    await operator.getByRole('button', { name: '确认核销' }).click();
    await held.getByRole('button', { name: '核销' }).waitFor({ state: 'detached' });
    await held.getByText(/核销$/).waitFor();
  });
}
