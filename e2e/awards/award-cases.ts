import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from '@jest/globals';
import { contentRoutes } from '@siyu/shared/contracts/content.routes';
import type { Page } from 'playwright-core';
import { type OpenedBrowser, PHONE, signInMember, type Whole } from '../harness/index.ts';

interface Stage {
  readonly whole: () => Whole;
  readonly opened: () => OpenedBrowser;
  /** A page of the console for a person who is signed in. */
  readonly desk: (loginName: string, path: string) => Promise<Page>;
}

/** From the lesson to the points on the member's page, and what the desk does about awards that came too fast. */
export function itThanksForLessons({ whole, opened, desk }: Stage): void {
  const shown = (page: Page, selector: string) => page.locator(`${selector}:visible`).first();

  it('G-09 REQ-INC-1 a lesson finished on the phone is thanked for under it a moment later; points, check-in and the reason stand on the page of points', async () => {
    const context = await opened().newContext({ viewport: PHONE, isPhone: true });
    const page = await context.newPage();
    await page.goto(`${whole().url}/app/`);
    await shown(page, '#account-demo-3').tap();
    await shown(page, '#feed [id^="card-"]').tap();
    await shown(page, '#lesson-text').waitFor();
    await sleep(1_200);
    await shown(page, '#last-paragraph').scrollIntoViewIfNeeded();
    await shown(page, '#finish-lesson').tap();
    await shown(page, '#lesson-thanks').getByText('谢谢您：10 积分').waitFor();
    await page.goBack();
    await page.goto(`${whole().url}/app/#/pages/me/index`);
    await shown(page, '#my-points').tap();
    await shown(page, '#points-available')
      .getByText(/[1-9]\d* 积分/)
      .waitFor();
    await shown(page, '#check-in').tap();
    await shown(page, '#checked-in').waitFor();
    await shown(page, '#missions').getByText('三课一测').waitFor();
    await shown(page, '#thanks').getByText('认真学完了一课').waitFor();
    await context.close();
  }, 60_000);

  it('G-09 REQ-INC-8 two lessons in one moment: the second award waits at the desk, is given with a reason, and taken back with the fact', async () => {
    const member = await signInMember(whole(), 'award-too-fast', ['SERVICE']);
    const { lessons } = await member.call(contentRoutes.listLessons, { query: {} });
    for (const { lessonId } of lessons.filter(({ kind }) => kind === 'lesson').slice(0, 2))
      await member.call(contentRoutes.completeLesson, {
        params: { lessonId },
        body: { readPercent: 100, hasSeenLastParagraph: true, occurredAt: new Date().toISOString() },
      });
    const page = await desk('compliance', '/awards?hold=LESSON_TOO_FAST');
    await page.locator('.ant-table-row', { hasText: '学完一课送积分' }).first().click();
    const drawer = page.locator('.ant-drawer-open');
    await drawer.getByText('来不及读完').waitFor();
    await drawer.getByText(/相隔 \d+ 秒/).waitFor();
    const because = async (act: string): Promise<void> => {
      await drawer.getByRole('button', { name: act, exact: true }).click();
      await page.getByRole('dialog').getByLabel(/原因/).fill('看过学习记录了');
      await page.getByRole('button', { name: `确认${act}` }).click();
    };
    await because('发放');
    await drawer.waitFor({ state: 'hidden' });
    await page.goto(`${whole().url}/console/awards?state=AWARDED`);
    await page.locator('.ant-table-row', { hasText: '学完一课送积分' }).first().click();
    await drawer.getByText('看过学习记录了').waitFor();
    await because('撤回这件事');
    await drawer.waitFor({ state: 'hidden' });
    await page.goto(`${whole().url}/console/awards?state=REVERSED`);
    await page.locator('.ant-table-row', { hasText: '已撤回' }).waitFor();
    expect(opened().faults).toEqual([]);
    await page.close();
  }, 60_000);
}
