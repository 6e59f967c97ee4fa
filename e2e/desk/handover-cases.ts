import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';

type At = (path: string, loginName: string) => Promise<Page>;

/** What was a leaver's goes to a successor, by the head of the branch. */
export function itHandsOverALeaver(at: At): void {
  it('I-09 REQ-PUB-3 the head of the branch hands a leaver over in one act: signed out in five seconds, and all that was theirs is the successor’s', async () => {
    const leaver = await at('/members', 'adviser8');
    await leaver.locator('.ant-table-row').first().waitFor();
    const head = await at('/handovers', 'head1');
    await head.getByText('还没有办过交接').waitFor();
    const choose = async (label: string, name: string): Promise<void> => {
      await head.getByLabel(label).click();
      await head.getByLabel(label).fill(name);
      await head.locator('.ant-select-item-option:visible', { hasText: name }).first().click();
    };
    await choose('离开的同事', '季明远');
    await choose('接手的投资顾问', '柳清源');
    await head.getByRole('button', { name: '交接', exact: true }).click();
    await head.getByRole('dialog').getByLabel(/原因/).fill('本月底离职');
    const begun = Date.now();
    await head.getByRole('button', { name: '确认交接' }).click();
    await head.getByText('季明远交给柳清源').waitFor();
    await leaver.reload();
    await leaver.getByLabel('登录名').waitFor();
    expect(Date.now() - begun).toBeLessThan(5_000);
    const done = head.locator('.stays li', { hasText: '季明远交给柳清源' });
    await done.getByText('已完成').waitFor();
    expect(await done.innerText()).toMatch(/客户 [1-9][\d,]* 位.*已转到柳清源名下/);
    await head.getByLabel('离开的同事').click();
    expect(await head.locator('.ant-select-item-option:visible', { hasText: '季明远' }).count()).toBe(0);
  });
}
