import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { DESK, PHONE, type OpenedBrowser, type Whole } from '../harness/index.ts';
import { DEMO_PASSWORD } from '../harness/whole.ts';

/** The desk shows a code, the phone takes it, and the desk ends it. */
export function itTiesAPhoneAtTheDesk(whole: () => Whole, opened: () => OpenedBrowser): void {
  it('I-12 REQ-SEC-2 REQ-SUIT-1 at the desk an adviser fetches a code, opens the book with it in the app, reads whom which product suits, and ends the tie at the desk', async () => {
    // Nobody is signed in at first, and the browser logs that as an error.
    const isExpected = (fault: string) => /status of 401/.test(fault);
    const atDesk = await opened().newContext({ viewport: DESK, isExpected });
    const desk = await atDesk.newPage();
    await desk.goto(`${whole().url}/console/own-sign-in`);
    await desk.getByLabel('登录名').fill('adviser2');
    await desk.locator('#password').fill(DEMO_PASSWORD);
    await desk.getByRole('button', { name: '登录', exact: true }).click();
    const card = desk.getByRole('region', { name: '手机绑定' });
    await card.getByRole('button', { name: '获取绑定码' }).click();
    const code = await card.locator('.desk-code').innerText();

    const onPhone = await opened().newContext({ viewport: PHONE, isPhone: true });
    await onPhone.addInitScript(() => {
      if (location.protocol === 'about:') return;
      localStorage.setItem('siyu.account', JSON.stringify({ data: 'adviser-at-home' }));
    });
    const page = await onPhone.newPage();
    const shown = (selector: string) => page.locator(`${selector}:visible`).first();
    await page.goto(`${whole().url}/app/#/adviser/book/index`);
    await shown('#desk-code input').fill(code);
    await shown('#tie-send').tap();
    await shown('#book-total').waitFor();
    await search(page, '没有这个人');
    await page.getByText('没有找到客户').waitFor();
    await search(page, '');
    await shown('.tap[id^="advised-"]').tap();
    await shown('#advised-suitability').getByText('风险测评').waitFor();
    await shown('#advised-matches').getByText('思域均衡混合').waitFor();
    await page.goBack();
    await shown('#own-campaigns').tap();
    await page.getByText('还没有推送计划').waitFor();

    await desk.reload();
    await card.getByRole('button', { name: '解除绑定' }).click();
    await desk.getByRole('button', { name: /^解\s*除$/ }).click();
    await card.getByText('还没有绑定微信').waitFor();
    await page.reload();
    await shown('#desk-code').waitFor();
    expect(opened().faults).toEqual([]);
    await onPhone.close();
    await atDesk.close();
  }, 90_000);

  async function search(page: Page, text: string): Promise<void> {
    await page.locator('#book-search input:visible').fill(text);
    await page.locator('#book-search-go:visible').tap();
  }
}
