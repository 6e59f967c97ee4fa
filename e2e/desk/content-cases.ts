import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { setTimeout as sleep } from 'node:timers/promises';
import { contentRoutes } from '@siyu/shared/contracts/content.routes';
import {
  PHONE,
  signInMember,
  STRANGE_CODE,
  until,
  type MemberClient,
  type OpenedBrowser,
  type Whole,
} from '../harness/index.ts';

const ARTICLE = '基金季报怎么读';
const POSTER = '三份钱分开放';
const ALT = '一张二维码，旁边写着：钱分三份，随时要用的、几年不用的、一辈子的。';
const RISK = '市场有风险，投资需谨慎。这里讲的是常识，不是投资建议。';
const BODY = [
  '## 先看规模和费用',
  '季报的前几页写着基金的规模。规模变大或变小，都可能改变管理人的做法，所以先看它和上一季差了多少，再看差在申购还是净值。费用写在后面，管理费和托管费每天从净值里扣，持有得越久，差别就越清楚。',
  '## 再看持仓和说明',
  '季报里的持仓一栏写着资产放在哪里，集中还是分散。管理人的说明写的是过去一季的想法，读它是为了看想法和做法是否一致，不是为了猜下一季会怎样。读完把不明白的词记下来，可以在咨询里问。',
  '季报只说过去，不代表将来。不着急，一页一页看就好。',
].join('\n\n');
const CORRECTION = '第二段把托管费说漏了一项，费用以基金合同为准。';

interface Desk {
  readonly whole: () => Whole;
  readonly opened: () => OpenedBrowser;
  /** A page of the console on which this person is signed in. */
  readonly at: (path: string, loginName: string) => Promise<Page>;
}

const rows = (page: Page) => page.locator('.ant-table-row');
const shown = (page: Page, selector: string) => page.locator(`${selector}:visible`).first();

async function begin(page: Page, kind: '文章' | '海报', title: string): Promise<void> {
  await page.getByRole('button', { name: '新建内容' }).click();
  await page.getByRole('link', { name: kind, exact: true }).click();
  await page.getByLabel('标题', { exact: true }).fill(title);
  await page.getByLabel('风险提示').fill(RISK);
  await page.getByLabel('来源').fill('投资者教育基地读本');
}

/** Whatever the page would draw in its own time waits, as on a busy machine; what is typed is drawn at once. */
async function holdDrawing(page: Page): Promise<() => Promise<void>> {
  await page.evaluate(() => {
    const { postMessage } = MessagePort.prototype;
    const held: (() => void)[] = [];
    MessagePort.prototype.postMessage = function (this: MessagePort, message: unknown) {
      held.push(() => postMessage.call(this, message));
    };
    Object.assign(globalThis, {
      drawAgain: () => {
        MessagePort.prototype.postMessage = postMessage;
        for (const post of held) post();
      },
    });
  });
  return () => page.evaluate(() => (globalThis as unknown as { drawAgain: () => void }).drawAgain());
}

async function submit(page: Page): Promise<void> {
  await page.getByRole('button', { name: '保存为草稿' }).click();
  await page.getByRole('button', { name: '提交复核' }).click();
  await page.getByText('正在等合规同事复核').waitFor();
}

async function approve(page: Page, title: string, seen: string): Promise<void> {
  await rows(page).filter({ hasText: title }).click();
  const review = page.getByRole('dialog');
  await review.getByText(seen).or(review.getByAltText(seen)).first().waitFor();
  await review.getByRole('button', { name: '通过' }).click();
  await review.waitFor({ state: 'detached' });
}

async function publish(page: Page, title: string): Promise<void> {
  await rows(page).filter({ hasText: title }).click();
  await page.getByRole('button', { name: '发布', exact: true }).click();
  await page.getByRole('button', { name: '确认发布' }).click();
  await page.getByText('正在给客户看').waitFor();
}

/** Articles and posters from the first word at the desk to the phone of a member, and back. */
export function itPublishesContentOfEveryKind({ whole, opened, at }: Desk): void {
  it('F-03 F-10 REQ-PUB-1 REQ-PUB-4 an editor writes an article and a poster, compliance approves them, a member reads both, and a withdrawal leads to the correction', async () => {
    const operator = await at('/lessons', 'operator');
    await begin(operator, '文章', ARTICLE);
    // What is not whole is not stored, and what was written stays in this browser.
    await operator.getByRole('button', { name: '保存为草稿' }).click();
    await operator.getByText(/还有 2 处需要修改：摘要、正文/).waitFor();
    await operator.getByLabel('摘要').fill('规模、费用、持仓和说明，四处各看什么。');
    await operator.getByLabel(/^正文/).fill(BODY);
    const preview = operator.getByRole('region', { name: '预览' });
    await preview.getByRole('heading', { name: '再看持仓和说明' }).waitFor();
    await operator.reload();
    await preview.getByRole('heading', { name: '再看持仓和说明' }).waitFor();
    expect(await operator.getByText('小测').count()).toBe(0);
    await submit(operator);
    await operator.getByRole('region', { name: '发布后会发生什么' }).getByText('这篇文章没有指定').waitFor();

    await operator.goto(`${whole().url}/console/lessons`);
    await begin(operator, '海报', POSTER);
    // What is typed between the answer and the next drawing keeps the picture.
    const drawAgain = await holdDrawing(operator);
    const answered = operator.waitForResponse((answer) => answer.request().method() === 'POST');
    await operator.getByLabel('海报图片').setInputFiles(STRANGE_CODE);
    await (await answered).finished();
    await operator.getByLabel(/^图片说明/).fill(ALT);
    await drawAgain();
    await operator.getByText(/现在这张 \d+ × \d+ 像素/).waitFor();
    await preview.getByAltText(ALT).waitFor();
    await operator.getByLabel(/^点开后去哪/).fill('基金');
    await operator.locator('.ant-select-item-option').first().click();
    await submit(operator);

    const compliance = await at('/reviews', 'compliance');
    await approve(compliance, ARTICLE, '不着急，一页一页看就好');
    await approve(compliance, POSTER, ALT);

    await operator.goto(`${whole().url}/console/lessons?kind=article`);
    expect(await operator.locator('.filter-bar').innerText()).toContain('文章');
    await publish(operator, ARTICLE);
    await operator.goto(`${whole().url}/console/lessons?kind=poster`);
    await publish(operator, POSTER);
    const [download] = await Promise.all([
      operator.waitForEvent('download'),
      operator.getByRole('link', { name: '下载海报' }).click(),
    ]);
    expect(download.suggestedFilename()).toContain(POSTER);

    const context = await opened().newContext({ viewport: PHONE, isPhone: true });
    const phone = await context.newPage();
    await phone.goto(`${whole().url}/app/`);
    await shown(phone, '#account-demo-3').tap();
    await shown(phone, '#feed').waitFor();
    // Behind the lessons that are still to be read: further cards come when the end is near.
    await until('the poster', async () => {
      await phone
        .locator('.feed-card:visible')
        .last()
        .evaluate((card) => card.scrollIntoView());
      return (await phone.locator('.poster').count()) > 0;
    });
    await phone.getByAltText(ALT).scrollIntoViewIfNeeded();
    await phone.waitForFunction(
      (alt) => (document.querySelector<HTMLImageElement>(`img[alt="${alt}"]`)?.naturalWidth ?? 0) > 0,
      ALT,
    );
    const card = phone.locator('[id^="whole-"]', { hasText: POSTER });
    expect(await card.innerText()).toContain(RISK);
    expect(await card.innerText()).toMatch(/证券.*发布/);

    await phone.goto(`${whole().url}/app/#/pages/school/index`);
    await shown(phone, '#school-articles').tap();
    await shown(phone, '#articles-list').getByText(ARTICLE).tap();
    await shown(phone, '#lesson-text').waitFor();
    expect(await shown(phone, '.screen--lesson').innerText()).toMatch(/证券.*发布 · 作者/);
    await sleep(200);
    await shown(phone, '#last-paragraph').scrollIntoViewIfNeeded();
    await shown(phone, '#article-end').waitFor();
    await shown(phone, '#toggle-favourite').tap();
    await shown(phone, '#more-articles').tap();
    await shown(phone, '#articles-list').waitFor();

    await compliance.goto(
      `${whole().url}/console/lessons?kind=article&search=${encodeURIComponent(ARTICLE)}`,
    );
    await rows(compliance).first().click();
    await compliance.getByRole('button', { name: '撤下' }).click();
    const dialog = compliance.getByRole('dialog');
    await dialog.getByLabel(/撤下的原因/).fill('费用漏写');
    await dialog.getByLabel(/更正说明/).fill(CORRECTION);
    await dialog.getByRole('button', { name: '确认撤下' }).click();
    await compliance.getByText('已撤下').first().waitFor();
    await expectCorrection(phone, { url: whole().url, member: await signInMember(whole(), 'demo-3') });
    await context.close();
  }, 120_000);
}

/** The readers are told by a job; the home page says so when it is opened the next time. */
async function expectCorrection(
  phone: Page,
  { url, member }: { url: string; member: MemberClient },
): Promise<void> {
  await until('the correction', async () => {
    const { corrections } = await member.call(contentRoutes.listCorrections, { query: {} });
    return corrections.some(({ correction }) => correction === CORRECTION);
  });
  await phone.goto(`${url}/app/#/pages/home/index`);
  await phone.reload();
  await shown(phone, '#home-corrections').tap();
  await phone.getByText(CORRECTION).first().waitFor();
}
