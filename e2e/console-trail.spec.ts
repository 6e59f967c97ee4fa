import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { careRoutes } from '@siyu/shared/contracts/care.routes';
import { addDays, dayOfInstant, formatDay } from '@siyu/shared/time';
import type { Page } from 'playwright-core';
import {
  DESK,
  hasChromium,
  openBrowser,
  sendComplaintPicture,
  sendPicture,
  signInMember,
  signInStaff,
  startWhole,
  until,
  type OpenedBrowser,
  type Whole,
} from './harness/index.ts';

jest.setTimeout(60_000);
const describeInBrowser = hasChromium() ? describe : describe.skip;

describeInBrowser('D-04 the audit trail at the desk', () => {
  let whole: Whole;
  let opened: OpenedBrowser;
  let page: Page;

  beforeAll(async () => {
    whole = await startWhole({ demo: 'full' });
    opened = await openBrowser();
    const context = await opened.newContext({ viewport: DESK });
    await context.addCookies([{ ...(await signInStaff(whole, 'compliance')).cookie, url: whole.url }]);
    page = await context.newPage();
    await page.goto(`${whole.url}/console/audit`);
  }, 180_000);
  afterAll(async () => {
    await page.context().close();
    await opened.close();
    await whole.close();
  });
  const rows = () => page.locator('.ant-table-row');

  it('D-04 shows who did what to whom, and narrows by person, act and subject in the address', async () => {
    await rows().filter({ hasText: '登录运营台' }).first().click();
    const drawer = page.locator('.ant-drawer-body');
    await drawer.getByText('编号').waitFor();
    await drawer.getByRole('button', { name: '只看这个对象' }).click();
    await page.getByText('清除筛选').waitFor();
    expect(new URL(page.url()).searchParams.get('subject')).toMatch(/^[0-9a-f-]{36}$/);
    await page.getByText('清除筛选').click();
    await page.keyboard.press('/');
    await page.keyboard.type('compliance');
    await page.waitForURL(/actor=compliance/);
    const actors = () => rows().locator('td:nth-child(2)').allInnerTexts();
    await until('rows of one person', async () => new Set(await actors()).size === 1);
    await rows().filter({ hasText: '登录运营台' }).first().waitFor();
    await page.goto(`${whole.url}/console/audit?action=imports.cancel`);
    await page.getByText('没有符合这些条件的记录').waitFor();
  });

  it('D-04 a verification runs in the background and tells that the trail is whole', async () => {
    await page.goto(`${whole.url}/console/audit`);
    await page.getByRole('button', { name: '校验全部留痕' }).click();
    const results = page.getByRole('list', { name: '校验结果' });
    await results.getByText('完整，没有被改动').waitFor({ timeout: 30_000 });
    expect(await results.innerText()).toMatch(/\d+ 条，[\d,]+ 批 · 末批指纹 [0-9a-f]{12}/);
    await page.reload();
    await rows().filter({ hasText: '要求校验留痕' }).first().waitFor();
  });

  it('D-04 warns when the oldest row has waited too long for its seal', async () => {
    await page.route('**/v1/console/audit/state', async (route) => {
      const response = await route.fetch();
      const readAt = '2026-11-24T04:10:00.000Z';
      const late = { unsealedRows: 7, oldestUnsealedAt: '2026-11-24T04:00:00.000Z', readAt };
      const state: unknown = await response.json();
      await route.fulfill({ response, json: Object.assign({}, state, late) });
    });
    await page.goto(`${whole.url}/console/audit`);
    const warning = page.getByRole('region', { name: '封存与校验' }).getByRole('alert');
    await warning.getByText('封存停滞').waitFor();
    expect(await warning.innerText()).toContain('还有 7 条等待封存，最早一条已等 10 分，超过 2 秒的上限');
    await page.unroute('**/v1/console/audit/state');
    await warning.waitFor({ state: 'detached' });
  });

  it('E-13 compliance sees a report of an impostor, and handles it once with a reason', async () => {
    const told = {
      reportId: '01900000-0000-7000-8000-00000000e013',
      checkedText: '假投顾李四',
      text: '要我付款',
      pictureIds: [await sendPicture(whole)],
    };
    await fetch(`${whole.url}/v1/verification/fake-reports`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(told),
    });
    await page.getByRole('link', { name: '假冒举报', exact: true }).click();
    await rows().filter({ hasText: '假投顾李四' }).click();
    const drawer = page.locator('.ant-drawer-body');
    await drawer.getByText('要我付款').waitFor();
    await drawer.getByRole('button', { name: '查看图片 1' }).click();
    const looked = page.getByRole('dialog', { name: '举报附图 · 图片 1' });
    const picture = looked.getByRole('img', { name: '图片 1' });
    await until('the picture is drawn', () =>
      picture.evaluate((img: HTMLImageElement) => img.naturalWidth > 0),
    );
    await looked.getByRole('button', { name: /close|关闭/i }).click();
    await looked.waitFor({ state: 'hidden' });
    await drawer.getByRole('button', { name: '处理完成' }).click();
    const dialogue = page.getByRole('dialog', { name: '这条举报怎么处理的' });
    await dialogue.getByLabel('处理经过').fill('已向平台投诉下架');
    await dialogue.getByRole('button', { name: '确认处理完成' }).click();
    await page.getByText('没有待处理的举报').waitFor();
    await page.goto(`${whole.url}/console/fake-reports?state=HANDLED`);
    await rows().filter({ hasText: '假投顾李四' }).click();
    await drawer.getByText('已向平台投诉下架').waitFor();
    await page.goto(`${whole.url}/console/audit?action=verification.fake_report_handled`);
    await rows().filter({ hasText: '处理假冒举报' }).waitFor();
  });

  it('F-08 REQ-PI-6 the retention table says what is kept, how long and on which ground, and what the job deleted', async () => {
    await page.goto(`${whole.url}/console/audit`);
    await page.getByRole('link', { name: '留存期限', exact: true }).click();
    await rows().filter({ hasText: '留痕与复核' }).getByText('20 年').waitFor();
    await rows().filter({ hasText: '依法保存，不清理' }).first().waitFor();
    await rows().filter({ hasText: '行为明细' }).click();
    const drawer = page.getByRole('dialog', { name: '行为明细' });
    await drawer.getByText('24 个月').waitFor();
    await drawer.getByText('engagement_events#behaviour').waitFor();
    await page.keyboard.press('Escape');
  });

  it('F-09 REQ-PI-7 the desk is warned of what nobody has assessed, until one has written it and another approved it', async () => {
    await page.goto(`${whole.url}/console/audit`);
    await page.getByRole('link', { name: '个人信息影响评估', exact: true }).click();
    const warning = page.getByRole('alert').filter({ hasText: '没有有效的影响评估：委托处理或向他人提供' });
    await warning.waitFor();
    await page.getByText('1 份评估在 60 天内到期').waitFor();
    await page.getByLabel('范围').click();
    await page.locator('.ant-select-item-option', { hasText: '快到期或已过期' }).click();
    await rows().filter({ hasText: '持仓与风险测评信息' }).getByText('快到期').waitFor();

    const context = await opened.newContext({ viewport: DESK });
    await context.addCookies([{ ...(await signInStaff(whole, 'securityAdmin')).cookie, url: whole.url }]);
    const writer = await context.newPage();
    await writer.goto(`${whole.url}/console/impact-assessments`);
    await writer.getByRole('button', { name: '写一份评估' }).click();
    await writer.getByLabel('处理活动').click();
    await writer.locator('.ant-select-item-option', { hasText: '委托处理或向他人提供' }).click();
    await writer.getByLabel('评估什么').fill('微信与会话存档');
    await writer.getByLabel('目的和必要性').fill('经企业微信服务客户，依法留痕。');
    await writer.getByLabel('对个人权益的影响和风险').fill('平台能看到会话往来。');
    await writer.getByLabel('保护措施').fill('存档加密，查阅留痕。');
    await writer.getByLabel('结论').fill('风险可控。');
    await writer.getByLabel(/^评估人/).fill('严守正');
    const today = dayOfInstant(Date.now());
    await writer.getByLabel('评估日期').fill(formatDay(today));
    await writer.getByLabel(/^有效至/).fill(formatDay(addDays(today, 365)));
    await writer.getByRole('button', { name: '提交复核' }).click();
    await writer.getByText('第 1 版在「审核」里等另一位合规同事决定').waitFor();
    await writer.context().close();

    await page.goto(`${whole.url}/console/reviews`);
    await rows().filter({ hasText: '微信与会话存档' }).click();
    const drawer = page.locator('.ant-drawer-body');
    await drawer.getByText('经企业微信服务客户，依法留痕。').waitFor();
    await drawer.getByRole('button', { name: '通过', exact: true }).click();
    await drawer.waitFor({ state: 'detached' });
    await page.goto(`${whole.url}/console/impact-assessments`);
    await rows().filter({ hasText: '微信与会话存档' }).getByText('有效', { exact: true }).click();
    await warning.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '写新版本' }).click();
    await page.getByLabel('结论').fill('风险可控，半年后复查。');
    await page.getByRole('button', { name: '提交复核' }).click();
    await drawer.getByText('通过的第 1 版照常有效').waitFor();
    await page.keyboard.press('Escape');
  });

  it('F-07 REQ-ADV-9 REQ-ADV-10 complaints are taken down, given to somebody, answered and appealed; a call finds another one', async () => {
    const member = await signInMember(whole, 'care-desk');
    await page.goto(`${whole.url}/console/complaints`);
    await page.getByRole('button', { name: '登记投诉' }).click();
    await page.getByLabel('客户编号（有小程序账号的填）').fill(member.session.member.memberId);
    await page.getByLabel('投诉的内容').fill('承诺的回电一直没有来');
    await page.getByRole('button', { name: /^登\s?记$/ }).click();
    const drawer = page.locator('.ant-drawer-body');
    await drawer.getByText('承诺的回电一直没有来').waitFor();
    await page.getByText('没有超期的，没有快到期的。').waitFor();
    const give = async (act: string, name: string): Promise<void> => {
      await drawer.getByRole('button', { name: act }).click();
      await page.getByLabel('分派给', { exact: true }).fill(name);
      await page.locator('.ant-select-item-option', { hasText: name }).click();
      await page.getByRole('button', { name: `确认${act}` }).click();
    };
    const say = async (act: string, label: string, words: string): Promise<void> => {
      await drawer.getByRole('button', { name: act }).click();
      await page.getByLabel(label).fill(words);
      await page.getByRole('button', { name: `确认${act}` }).click();
    };
    await give('分派', '梁正');
    await say('记录进展', '进展（记入经过，不给客户看）', '已联系营业部核实');
    await drawer.getByRole('list', { name: '经过' }).getByText('已联系营业部核实').waitFor();
    await drawer.getByText('部分属实').click();
    await drawer.getByLabel('答复（客户看得到）').fill('已核实，今天补回电话。');
    await drawer.getByRole('button', { name: '发出答复' }).click();
    await say('登记申诉', '申诉的理由', '还是没有来电');
    await drawer.getByText('申诉待分派').waitFor();
    await give('分派', '许慧');
    await drawer.getByText('申诉复核中').waitFor();
    await page.goto(`${whole.url}/console/complaints?view=OVERDUE`);
    await page.getByText('没有符合这些条件的投诉').waitFor();

    const pictureIds = [await sendComplaintPicture(whole, member)];
    const complaintId = '01900000-0000-7000-8000-00000000f007';
    await member.call(careRoutes.complain, {
      body: { complaintId, category: 'FEE', text: '多收了一笔费用', pictureIds },
    });
    await page.goto(`${whole.url}/console/complaints?channel=APP`);
    await rows().first().click();
    await drawer.getByRole('button', { name: '查看图片 1' }).click();
    const picture = page
      .getByRole('dialog', { name: '投诉附图 · 图片 1' })
      .getByRole('img', { name: '图片 1' });
    await until('the picture is drawn', () =>
      picture.evaluate((img: HTMLImageElement) => img.naturalWidth > 0),
    );

    await page.goto(`${whole.url}/console/members`);
    await page.getByRole('link', { name: '回访', exact: true }).click();
    await page.getByRole('button', { name: '安排回访' }).click();
    await page.getByLabel('客户编号').fill(member.session.member.memberId);
    await page.getByRole('button', { name: /^安\s?排$/ }).click();
    await drawer.getByText('待分派').first().waitFor();
    await give('分派', '梁正');
    await drawer.getByText('发现问题').click();
    await drawer.getByLabel('客户怎么说（只能记录一次，不能再改）').fill('没有收到风险揭示书');
    await drawer.getByLabel('同时登记为投诉').click();
    await page.locator('.ant-select-item-option', { hasText: '投资顾问' }).click();
    await drawer.getByRole('button', { name: '记录结果' }).click();
    await drawer.getByRole('link', { name: '打开投诉' }).click();
    await drawer.getByText('没有收到风险揭示书').first().waitFor();
    await page.goto(`${whole.url}/console/audit?action=care.follow_up_call_record`);
    await rows().filter({ hasText: '记录回访结果' }).waitFor();
  });

  it('D-04 no page of the trail logged an error or asked anything off this machine', () => {
    expect(opened.faults).toEqual([]);
  });
});
