import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { PHONE, type OpenedBrowser, type Whole } from '../harness/index.ts';

const SUMMARY = '从看懂一只基金开始，一课接一课地学。';

interface Desk {
  readonly whole: () => Whole;
  readonly opened: () => OpenedBrowser;
  /** A page of the console on which this person is signed in. */
  readonly at: (path: string, loginName: string) => Promise<Page>;
}

const rows = (page: Page) => page.locator('.ant-table-row');
const titleOf = async (page: Page, at: number): Promise<string> =>
  (await rows(page).nth(at).locator('.strong').innerText()).trim();

/** Paths from their order at the desk to the school of a member, and away again. */
export function itBringsOutAPath({ whole, opened, at }: Desk): void {
  it('F-03 F-10 REQ-PUB-1 an operator puts a path in order and in courses, compliance approves it, a member finds it so, and a withdrawal takes it away', async () => {
    const operator = await at('/paths', 'operator');
    await rows(operator).first().waitFor();
    const moved = await titleOf(operator, 1);
    await operator.getByRole('button', { name: `「${moved}」上移` }).click();
    await rows(operator).first().filter({ hasText: moved }).waitFor();

    await rows(operator).first().click();
    await operator.getByLabel(/^简介/).fill(SUMMARY);
    // A third course is begun and given up again.
    await operator.getByRole('button', { name: '分出一门课程' }).click();
    await operator.getByRole('button', { name: '合并第 3 门课程' }).click();
    const names = operator.getByLabel('课程名称');
    await names.nth(0).fill('先站稳');
    await names.nth(1).fill('再走远');
    const editor = operator.getByRole('region', { name: '编辑' });
    const course = (number: number) => editor.getByRole('group', { name: `第 ${number} 门课程` });
    // The last one goes over the edge of the first course.
    await course(1)
      .getByRole('button', { name: /》下移$/ })
      .last()
      .click();
    const out = course(2).getByRole('button', { name: /^移出/ }).last();
    const lesson = ((await out.getAttribute('aria-label')) ?? '').replace('移出', '');
    await out.click();
    await editor.getByText(`已移出：${lesson}`).waitFor();
    await operator.getByRole('button', { name: '加课到「再走远」' }).click();
    const choice = operator.getByRole('dialog');
    await choice.getByLabel('按标题找课').fill(lesson.slice(1, -1));
    await choice.getByRole('button', { name: `加入${lesson}` }).click();
    await choice
      .getByRole('button', { name: `加入${lesson}` })
      .getByText('已加入')
      .waitFor();
    await operator.keyboard.press('Escape');
    const preview = operator.getByRole('region', { name: '预览' });
    await preview.getByRole('heading', { name: '再走远' }).waitFor();
    await preview.getByText('和线上的不同').waitFor();
    await operator.getByRole('button', { name: '保存草稿' }).click();
    await operator.getByRole('button', { name: '提交复核' }).click();
    await operator.getByText('正在等合规同事复核').waitFor();

    const compliance = await at('/reviews', 'compliance');
    await rows(compliance).filter({ hasText: moved }).click();
    const review = compliance.getByRole('dialog');
    await review.getByText(SUMMARY).first().waitFor();
    await review.getByRole('button', { name: '通过' }).click();
    await review.waitFor({ state: 'detached' });
    await operator.reload();
    // A moment is planned, the list tells it, and it is given up again.
    await operator.getByRole('button', { name: '约定发布' }).click();
    const soon = new Date(Date.now() + 32 * 3_600_000).toISOString().slice(0, 16);
    await operator.getByLabel('发布时间（北京时间）').fill(soon);
    await operator.getByRole('button', { name: '确认约定' }).click();
    await operator.getByText('自动发布').waitFor();
    const address = operator.url();
    await operator.goto(`${whole().url}/console/paths?state=SCHEDULED`);
    await rows(operator)
      .filter({ hasText: moved })
      .getByText(/ 发布$/)
      .waitFor();
    await operator.goto(address);
    await operator.getByRole('button', { name: '取消约定' }).click();
    await operator.getByRole('button', { name: '发布', exact: true }).click();
    await operator.getByRole('button', { name: '确认发布' }).click();
    await operator.getByText('正在给客户看').waitFor();

    const context = await opened().newContext({ viewport: PHONE, isPhone: true });
    const phone = await context.newPage();
    await phone.goto(`${whole().url}/app/`);
    await phone.locator('#account-demo-3:visible').first().tap();
    await phone.locator('#feed:visible').first().waitFor();
    await phone.goto(`${whole().url}/app/#/pages/school/index`);
    const first = phone.locator('.path-card:visible').first();
    await first.getByText(SUMMARY).waitFor();
    expect(await first.innerText()).toContain(moved);
    expect(await first.innerText()).toMatch(/先站稳 · \d \/ 1 课[\s\S]*再走远 · \d \/ 3 课/);

    await compliance.goto(operator.url());
    await compliance.getByRole('button', { name: '撤下' }).click();
    const dialog = compliance.getByRole('dialog');
    await dialog.getByLabel(/撤下的原因/).fill('要重新编排');
    await dialog.getByRole('button', { name: '确认撤下' }).click();
    await compliance.getByText('已撤下').first().waitFor();
    await phone.reload();
    await phone.locator('.path-card:visible').filter({ hasText: '单课' }).waitFor();
    expect(await phone.locator('.path-card:visible').first().innerText()).not.toContain(moved);
    await context.close();

    await operator.goto(`${whole().url}/console/paths`);
    await operator.getByRole('button', { name: '新建路径' }).click();
    await operator.getByRole('dialog').getByLabel('名称').fill('退休以后的安排');
    await operator.getByRole('button', { name: '新建', exact: true }).click();
    await operator.getByText('这里还没有课。').waitFor();
    await operator.goto(`${whole().url}/console/lessons?kind=lesson&state=PUBLISHED`);
    await rows(operator).first().click();
    await operator.getByLabel('加入的学习路径').click();
    await operator.locator('.ant-select-item-option').filter({ hasText: '退休以后的安排' }).click();
    await operator.getByText(/与已保存的不同/).waitFor();
    await operator.getByRole('button', { name: '放弃修改' }).click();
  }, 120_000);
}
