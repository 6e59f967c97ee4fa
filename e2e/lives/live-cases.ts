import { expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import {
  DESK,
  hasChromium,
  openBrowser,
  PHONE,
  ROOT,
  signInStaff,
  until,
  type OpenedBrowser,
  type Whole,
} from '../harness/index.ts';
import type { MiniApp, Phone } from '../weapp-host/index.ts';
import { approveLive, archiveLive, because, confirmed, fileLive, planLive } from './desk-acts.ts';

const TITLE = '怎样读懂一份基金季报';
const RECORDING = join(ROOT, 'sandbox/page/sample-live.webm');
/** A word that the box's WeChat wants a person to look at. */
const DOUBTFUL = '以前觉得讲理财的都低俗，这一场讲得明白。';

/** A live from its plan to its archive, with a member in the mini-program and another in the browser. */
export function itPlaysLives(world: () => Whole, takePhone: (account: string) => Phone): void {
  (hasChromium() ? it : it.skip)(
    'F-04 F-10 REQ-PUB-2 a live is planned, approved and filed, announced, reserved, watched and talked in, muted and stopped by compliance, and archived',
    async () => {
      const whole = world();
      const opened = await openBrowser();
      const [operator, compliance] = await Promise.all([
        deskOf(whole, opened, 'operator'),
        deskOf(whole, opened, 'compliance'),
      ]);
      await planLive(operator, whole.url, TITLE);
      await fileLive(operator);
      expect(await operator.getByRole('button', { name: '发布预告' }).count()).toBe(0);
      await approveLive(compliance, whole.url);
      await operator.reload();
      await confirmed(operator, '发布预告');
      await operator.getByText('客户可以预约').waitFor();

      const phone = takePhone('demo-8');
      const app = phone.launch();
      await app.tap('home-live');
      await app.untilRoute('live/watch/index');
      // Once it is known whether WeChat may be asked.
      await until('a way to reserve', () => app.byId('live-reserve')?.cl?.includes('disabled') === false);
      await app.tap('live-reserve');
      await app.untilId('live-withdraw');
      expect(phone.bodiesTo('/v1/notices/answers')).toHaveLength(1);
      // A beat may be on its way while the live is being stopped.
      const isExpected = (fault: string): boolean => fault.includes('409');
      const browser = await (await opened.newContext({ viewport: PHONE, isExpected })).newPage();
      const shown = await reserveInBrowser(browser, whole);

      await confirmed(operator, '开播');
      await operator.getByText('现在 0 人在看').waitFor();
      await compliance.goto(operator.url());
      await watch(app);
      await browser.reload();
      await shown('#live-player').waitFor();
      await playInBrowser(browser);
      await compliance.getByText(/^现在 2 人在看/).waitFor({ timeout: 20_000 });

      await say(app, '现在就买 600519，三天翻倍');
      expect(app.text(await app.untilId('live-say-problem'))).not.toBe('');
      await say(app, '季报里的费用在哪一页');
      await shown('#live-chats').getByText('季报里的费用在哪一页').waitFor();
      await say(app, DOUBTFUL);
      await app.untilText('等待同事看过后展示');
      const chats = compliance.getByRole('region', { name: '发言', exact: true });
      await chats.getByRole('button', { name: '展示', exact: true }).click();
      await shown('#live-chats').getByText(DOUBTFUL).waitFor();

      await because(compliance, '禁言', '有人发了联系方式，先核对。');
      expect(app.text(await app.untilId('live-muted'))).toContain('先核对');
      await compliance.getByRole('button', { name: '恢复发言' }).click();
      await app.untilId('live-say');
      await because(compliance, '停播', '讲到了没有复核的内容。');
      expect(app.text(await app.untilId('live-over'))).toContain('讲到了没有复核的内容');
      await shown('#live-over').getByText('这场直播已停止').waitFor();

      await operator.getByText('合规已停播').waitFor();
      const course = operator.getByRole('region', { name: '在看人数' });
      await course.getByText(/起人最多，有 2 人在看/).waitFor();
      await course.getByText('逐段人数', { exact: true }).click();
      await course.getByRole('cell', { name: '2 人', exact: true }).first().waitFor();
      await archiveLive(operator, readFileSync(RECORDING));
      await compliance.getByRole('button', { name: '查看观众名单' }).click();
      await compliance.getByText('共 2 位客户看过').waitFor();
      app.back();
      app.navigate('/live/list/index');
      await app.tap('lives-PAST');
      await app.untilText(TITLE);
      expect(opened.faults).toEqual([]);
      await opened.close();
    },
    120_000,
  );
}

async function deskOf(whole: Whole, opened: OpenedBrowser, loginName: string): Promise<Page> {
  const context = await opened.newContext({ viewport: DESK });
  await context.addCookies([{ ...(await signInStaff(whole, loginName)).cookie, url: whole.url }]);
  return context.newPage();
}

/** By the way of the school; given back once, and reserved again. */
async function reserveInBrowser(page: Page, whole: Whole) {
  const shown = (selector: string) => page.locator(`${selector}:visible`).first();
  await page.goto(`${whole.url}/app/`);
  await shown('#account-demo-2').click();
  await shown('#feed').waitFor();
  await page.goto(`${whole.url}/app/#/pages/school/index`);
  await shown('#school-lives').click();
  await shown('.live-row').click();
  await shown('#live-reserve').click();
  // The phone of the demo system asks in WeChat's place.
  await page.getByText('允许', { exact: true }).click();
  await shown('#live-withdraw').click();
  await shown('#live-reserve').click();
  await page.getByText('不允许', { exact: true }).click();
  await shown('#live-withdraw').waitFor();
  return shown;
}

/** The page is come back to, and the picture moves. */
async function watch(app: MiniApp): Promise<void> {
  app.hide();
  app.show();
  const video = await app.untilId('live-video', 30_000);
  for (const currentTime of [1, 2, 3]) app.fire(video, 'timeupdate', { currentTime, duration: 0 });
}

async function playInBrowser(page: Page): Promise<void> {
  await page.locator('#live-video video').evaluate(async (video: HTMLVideoElement) => {
    video.muted = true;
    await video.play();
  });
}

async function say(app: MiniApp, value: string): Promise<void> {
  app.fire(await app.untilId('live-say-text'), 'input', { value });
  await until('words to send', () => app.byId('live-say-send')?.cl?.includes('disabled') === false);
  await app.tap('live-say-send');
}
