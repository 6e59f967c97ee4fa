import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { identityRoutes } from '@siyu/shared/contracts/identity.routes';
import type { Page } from 'playwright-core';
import {
  claimTwice,
  DESK,
  hasChromium,
  openBrowser,
  signInMember,
  signInStaff,
  startWhole,
  until,
  type MemberClient,
  type OpenedBrowser,
  type Whole,
} from './harness/index.ts';
import { plantSends } from './sends/plant-sends.ts';

jest.setTimeout(60_000);
const describeInBrowser = hasChromium() ? describe : describe.skip;

describeInBrowser('D-04 the list idiom at the desk', () => {
  let whole: Whole;
  let opened: OpenedBrowser;
  let page: Page;

  beforeAll(async () => {
    whole = await startWhole({ demo: 'full' });
    opened = await openBrowser();
    page = await deskOf('operator');
  }, 180_000);
  afterAll(async () => {
    await page.context().close();
    await opened.close();
    await whole.close();
  });
  const deskOf = async (loginName: string): Promise<Page> => {
    const context = await opened.newContext({
      viewport: DESK,
      // A segment that another one asks for is not retired.
      isExpected: (fault) => fault.includes('409') && fault.includes('/retirement'),
    });
    await context.addCookies([{ ...(await signInStaff(whole, loginName)).cookie, url: whole.url }]);
    return context.newPage();
  };
  const rows = () => page.locator('.ant-table-row');
  const views = () => page.getByRole('list', { name: '保存的视图' });

  it('D-04 keeps a view under a name on the server, opens it later, and deletes it', async () => {
    await page.goto(`${whole.url}/console/members?sort=score`);
    await rows().first().waitFor();
    await page.getByText(/^截至 \d+月\d+日 \d\d:\d\d$/).waitFor();
    await page.getByRole('button', { name: '视图', exact: true }).click();
    await page.getByText('还没有保存过视图').waitFor();
    await page.getByLabel('把现在的筛选存为视图').fill('高分在前');
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await views().getByText('高分在前').waitFor();
    // Nothing of it is in this browser: it comes from the server.
    await page.evaluate(() => localStorage.clear());
    await page.goto(`${whole.url}/console/members`);
    await page.getByRole('button', { name: '视图', exact: true }).click();
    await views().getByRole('button', { name: '高分在前', exact: true }).click();
    await page.waitForURL(/sort=score/);
    await page.goto(`${whole.url}/console/reviews`);
    await page.getByRole('button', { name: '视图', exact: true }).click();
    await page.getByText('还没有保存过视图').waitFor();
    await page.goto(`${whole.url}/console/members`);
    await page.getByRole('button', { name: '视图', exact: true }).click();
    await views().getByRole('button', { name: '删除视图 高分在前' }).click();
    await page.getByText('还没有保存过视图').waitFor();
  });

  it('D-04 tells with ? which keys a list knows', async () => {
    await page.goto(`${whole.url}/console/members`);
    await rows().first().waitFor();
    await page.keyboard.press('Shift+?');
    const overview = page.getByRole('dialog', { name: '列表快捷键' });
    await overview.getByText('下一行').waitFor();
    await page.keyboard.press('Escape');
    await overview.waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: '快捷键 ?' }).click();
    await overview.getByText('打开当前行').waitFor();
  });

  it('D-04 jobs tell how they are, and an administrator stops one and lets it go on', async () => {
    const desk = await deskOf('systemAdmin');
    await desk.goto(`${whole.url}/console/members`);
    await desk.getByRole('link', { name: '任务', exact: true }).click();
    await desk.locator('.ant-table-row', { hasText: '封存留痕' }).getByText('等待下一次').waitFor();
    await desk.locator('.ant-table-row', { hasText: '全员重算评分' }).waitFor();
    const names = await desk.locator('.ant-table-row .strong').allInnerTexts();
    // A job that nobody has named shows its code.
    expect(names.filter((name) => /^[a-z:-]+$/.test(name))).toEqual([]);
    await desk.locator('.ant-table-row', { hasText: '全员重算评分' }).click();
    const drawer = desk.getByRole('dialog', { name: '全员重算评分' });
    await drawer.getByText('score-full').waitFor();
    await drawer.getByRole('button', { name: '暂停', exact: true }).click();
    await desk.getByRole('button', { name: '确认暂停' }).click();
    await drawer.getByText('已由管理员暂停').waitFor();
    await desk.goto(`${whole.url}/console/jobs?state=STOPPED`);
    await desk.locator('.ant-table-row').waitFor();
    expect(await desk.locator('.ant-table-row').count()).toBe(1);
    await desk.locator('.ant-table-row').click();
    await drawer.getByRole('button', { name: '继续运行' }).click();
    await drawer.getByText('运行正常').waitFor();
    expect(await drawer.getByRole('button', { name: '继续运行' }).count()).toBe(0);
    await desk.context().close();
  });

  it('E-06 a message nobody knows the end of is found, and an administrator says once what became of it', async () => {
    const businessKey = 'journey:one-nobody-knows';
    await plantSends(whole, [{ businessKey, state: 'SENDING' }]);
    const desk = await deskOf('systemAdmin');
    await desk.goto(`${whole.url}/console/jobs`);
    await desk.getByRole('link', { name: '平台发送', exact: true }).click();
    await desk.getByText('1 条结果未知，等待核对').waitFor();
    await desk.locator('.ant-table-row', { hasText: businessKey }).click();
    const drawer = desk.getByRole('dialog', { name: '平台发送' });
    await drawer.getByText('不知道平台是否收到').waitFor();
    await drawer.getByRole('button', { name: '核定结果' }).click();
    const asked = desk.getByRole('dialog', { name: '核定这条发送的结果' });
    const isReady = () => asked.getByRole('button', { name: '确认核定' }).isEnabled();
    await asked.getByLabel('怎么核对的').fill('电话核对，客户已收到');
    expect(await isReady()).toBe(false);
    await asked.getByText('对方已收到').click();
    await asked.getByRole('button', { name: '确认核定' }).click();
    await drawer.getByText('人工核对').waitFor();
    await drawer.getByText('电话核对，客户已收到').waitFor();
    expect(await drawer.getByRole('button', { name: '核定结果' }).count()).toBe(0);
    await desk.goto(`${whole.url}/console/platform-sends?state=UNKNOWN`);
    await desk.getByText('没有符合筛选的发送').waitFor();
    await desk.context().close();
    // Who only reads is not asked to decide.
    await page.goto(`${whole.url}/console/platform-sends?state=SENT`);
    await rows().first().click();
    await page.getByText('人工核对').last().waitFor();
    expect(await page.getByRole('button', { name: '核定结果' }).count()).toBe(0);
  });

  it('D-04 opens the 360 view of a member from the list and the drawer, with facts, score, consents and what they see', async () => {
    await page.goto(`${whole.url}/console/members?sort=score`);
    await rows().first().click();
    await page.getByRole('link', { name: '打开客户全景' }).click();
    await page.waitForURL(/members[/][0-9a-f-]{36}$/);
    const part = (name: string) => page.getByRole('region', { name, exact: true });
    const facts = part('交易与效益').locator('.ant-table-row');
    await facts.first().waitFor();
    expect(await facts.first().innerText()).toMatch(/收到[\s\S]+(接口告知|文件导入)/);
    const before = await facts.count();
    expect(before).toBeLessThanOrEqual(20);
    const more = part('交易与效益').getByRole('button', { name: '加载更多' });
    if ((await more.count()) > 0) {
      await more.click();
      await until('a second page of facts', async () => (await facts.count()) > before);
    }
    await part('评分变化').getByRole('img').waitFor();
    await part('评分与理由').locator('.axis').first().waitFor();
    await part('授权').getByText('服务条款与隐私规则').first().waitFor();
    await part('参与').getByRole('listitem').first().waitFor();
    await part('行为时间线').getByText('服务器记录').first().waitFor();
    await part('客户现在看到的').getByRole('listitem').first().waitFor();
    // A figure says by keyboard too what it means and as of when.
    await part('评分与理由').locator('.defined-figure').first().focus();
    await page.getByRole('tooltip').getByText('00:00 之前的交易').waitFor();

    await page.getByRole('navigation').getByText('会员').click();
    await page
      .getByRole('link', { name: /的全景$/ })
      .first()
      .click();
    await page.waitForURL(/members[/][0-9a-f-]{36}$/);
    await part('关联与归属').getByText('注册日').waitFor();
  });

  it('D-05 has a score computed again from its facts and compared with the kept one, then restricts a member and lifts it', async () => {
    const desk = await deskOf('compliance');
    await desk.goto(`${whole.url}/console/members?sort=score`);
    await desk
      .getByRole('link', { name: /的全景$/ })
      .first()
      .click();
    const check = desk.getByRole('region', { name: '评分核对', exact: true });
    await check.getByRole('button', { name: '重算核对' }).click();
    await check.getByText('保存的结果和重算的完全一致').waitFor();
    const compared = await check.innerText();
    const [, kept, again] = /保存的综合分\s+(\d\.\d\d)\s+重算的综合分\s+(\d\.\d\d)/.exec(compared) ?? [];
    expect(kept).toBeDefined();
    expect(again).toBe(kept);
    await check.getByLabel('按哪天 00:00 之前的事实').fill('2020-01-01');
    await check.getByRole('button', { name: '重算核对' }).click();
    await check.getByText('那一天没有对这位客户评分').waitFor();

    const consents = desk.getByRole('region', { name: '授权', exact: true });
    await consents.getByRole('button', { name: '限制处理' }).click();
    const asking = desk.getByRole('dialog', { name: /^限制处理：/ });
    expect(await asking.getByRole('button', { name: '确认限制' }).isDisabled()).toBe(true);
    await asking.getByText('对准确性有异议').click();
    await asking.getByRole('button', { name: '确认限制' }).click();
    await desk.getByText('信息已限制处理', { exact: true }).waitFor();
    await consents.getByText('限制处理（对准确性有异议）').waitFor();
    await consents.getByRole('button', { name: '解除限制' }).click();
    await desk.getByRole('button', { name: '确认解除' }).click();
    await consents.getByText('信息现在没有限制处理').waitFor();
    expect(await desk.getByText('信息已限制处理', { exact: true }).count()).toBe(0);
    const address = desk.url();
    await desk.context().close();

    const others = await deskOf('operator');
    await others.goto(address);
    await others.getByRole('region', { name: '授权', exact: true }).waitFor();
    expect(await others.getByRole('button', { name: '限制处理' }).count()).toBe(0);
    expect(await others.getByRole('region', { name: '评分核对' }).count()).toBe(0);
    await others.context().close();
  });

  it('F-09 REQ-PI-9 compliance closes the account of somebody under age with a reason, and the member is gone', async () => {
    const member = await signInMember(whole, 'under-age');
    const desk = await deskOf('compliance');
    await desk.goto(`${whole.url}/console/members/${member.session.member.memberId}`);
    await desk.getByRole('button', { name: '未成年，注销账号' }).click();
    const asking = desk.getByRole('dialog', { name: /^按未成年注销：/ });
    expect(await asking.getByRole('button', { name: '确认注销' }).isDisabled()).toBe(true);
    await asking.getByLabel('怎样得知客户未成年').fill('家长来电说明，并出示了证件');
    await asking.getByRole('button', { name: '确认注销' }).click();
    await desk.waitForURL(/console[/]members$/);
    await expect(member.call(identityRoutes.getMe, {})).rejects.toThrow();
    await desk.context().close();
  });

  it('C-03 a conflict is looked into at the desk: merged by two persons, parted again, or found to be none', async () => {
    const { holder, claimant } = await claimTwice(whole, 'one-person');
    await claimTwice(whole, 'two-persons');
    const names = (member: MemberClient) => member.session.member.displayName;
    const service = await deskOf('service');
    await service.goto(`${whole.url}/console/own-sign-in`);
    await service.getByRole('link', { name: '身份与合并', exact: true }).click();
    await service.locator('.ant-table-row', { hasText: names(claimant) }).click();
    await service.getByText('两份登记都说这个编号是自己的').waitFor();
    expect(await service.getByRole('button', { name: '不是同一人' }).count()).toBe(0);
    await service.getByRole('button', { name: '申请合并' }).click();
    const ahead = service.getByRole('region', { name: '通过后会怎样' });
    await ahead.getByText(/条行为记录、\d+ 笔交易、\d+ 门学完的课并到/).waitFor();
    await service.getByLabel('为什么是同一人').fill('同一人换了手机，已在柜台核对证件');
    await service.getByRole('button', { name: '确认申请合并' }).click();
    await service.getByText('已提交合并申请').waitFor();

    const compliance = await deskOf('compliance');
    const approve = async (title: RegExp) => {
      await compliance.goto(`${whole.url}/console/reviews`);
      await compliance.locator('.ant-table-row', { hasText: title }).click();
      await compliance.getByText('内容指纹').waitFor();
      await compliance
        .getByRole('region', { name: '通过后会怎样' })
        .getByText('条行为记录')
        .first()
        .waitFor();
      await compliance.getByRole('button', { name: '通过', exact: true }).click();
      await compliance.locator('.ant-drawer-body').waitFor({ state: 'hidden' });
    };
    await approve(/并入/);
    await service.goto(`${whole.url}/console/identity?state=SETTLED`);
    await service.locator('.ant-table-row', { hasText: names(holder) }).waitFor();
    await service.getByText('合并与拆分', { exact: true }).click();
    await service.locator('.ant-table-row', { hasText: names(claimant) }).click();
    await service.getByText('的记录来读').waitFor();
    expect(service.url()).toMatch(/tab=requests&open=[0-9a-f-]{36}&version=1$/);
    await service.getByRole('button', { name: '申请拆分' }).click();
    await service.getByLabel('为什么拆开').fill('本人说明是夫妻两人');
    await service.getByRole('button', { name: '确认申请拆分' }).click();
    await service.getByText('后来有了新的申请').waitFor();
    await approve(/拆出自/);
    await service.context().close();

    await compliance.goto(`${whole.url}/console/identity`);
    await until('both conflicts', async () => (await compliance.locator('.ant-table-row').count()) === 2);
    await compliance.locator('.ant-table-row', { hasText: names(claimant) }).click();
    expect(await compliance.getByRole('button', { name: '申请合并' }).count()).toBe(0);
    await compliance.getByRole('button', { name: '不是同一人' }).click();
    await compliance.getByLabel('怎么核对的').fill('夫妻共用手机，各自开户');
    await compliance.getByRole('button', { name: '确认不是同一人' }).click();
    await until('one conflict', async () => (await compliance.locator('.ant-table-row').count()) === 1);
    await compliance.goto(`${whole.url}/console/identity?state=DISMISSED`);
    await compliance.locator('.ant-table-row', { hasText: names(claimant) }).click();
    await compliance.getByText('夫妻共用手机，各自开户').waitFor();
    await compliance.context().close();
  });

  it('D-04 a list leaves as a marked file after a second person has agreed, and an asking can be taken back', async () => {
    const askForFile = async (reason: string) => {
      await page.goto(`${whole.url}/console/members?stage=FAMILIAR`);
      await rows().first().waitFor();
      await page.getByRole('button', { name: '导出', exact: true }).click();
      const form = page.getByRole('dialog', { name: '导出客户列表' });
      await form.getByText('同行阶段：熟悉').waitFor();
      await form.getByRole('checkbox', { name: '投资顾问' }).uncheck();
      await form.getByLabel('用途').fill(reason);
      await form.getByRole('button', { name: '提交申请' }).click();
      await page.waitForURL(/exports[?]open=/);
      await page.getByText('等待合规同事复核').waitFor();
    };
    await askForFile('写错了用途，准备取消');
    await page.getByRole('button', { name: '取消申请' }).click();
    await page.getByText('已取消，没有生成文件。').waitFor();
    await askForFile('季度回访名单核对');

    const context = await opened.newContext({ viewport: DESK });
    await context.addCookies([{ ...(await signInStaff(whole, 'compliance')).cookie, url: whole.url }]);
    const desk = await context.newPage();
    await desk.goto(`${whole.url}/console/reviews?state=OPEN`);
    await desk.locator('.ant-table-row', { hasText: '导出客户列表' }).first().click();
    await desk.getByText('季度回访名单核对').waitFor();
    await desk.getByRole('button', { name: '通过', exact: true }).click();
    await desk.getByRole('dialog').waitFor({ state: 'hidden' });
    await context.close();

    await page.reload();
    const button = page.getByRole('button', { name: '下载文件' });
    await button.waitFor();
    const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
    expect(download.suggestedFilename()).toMatch(/^siyu-members-D\d{8}-[0-9A-F]{6}[.]csv$/);
    const text = readFileSync(await download.path(), 'utf8');
    expect(text).toMatch(/^\uFEFF导出编号,D\d{8}-/);
    expect(text).toContain('用途,季度回访名单核对');
    expect(text).not.toContain('投资顾问');
    await page.getByText('已下载 1 次').waitFor();
  });

  it('D-05 from the navigation to the segments, and from one of them to who is in it', async () => {
    await page.goto(`${whole.url}/console/members`);
    await page.getByRole('navigation').getByRole('link', { name: '客群', exact: true }).click();
    await page.waitForURL(/segments/);
    // Until the new page is there the old one stays, with rows of its own.
    await page.getByRole('heading', { name: '客群', exact: true }).waitFor();
    await rows().first().click();
    const drawer = page.locator('.ant-drawer');
    await drawer.getByRole('link', { name: /在会员页查看这 [0-9,]+ 位客户/ }).waitFor();
    await drawer.getByText('现在', { exact: false }).first().waitFor();
    await until('who is in it', async () => (await drawer.getByRole('listitem').count()) > 0);
  });

  it('F-02 F-10 an operator draws a segment, sees whom it holds, activates it, and finds its members and history', async () => {
    const choose = async (label: string, option: string) => {
      await page.getByLabel(label).click();
      await page
        .locator('.ant-select-dropdown:visible .ant-select-item-option')
        .getByText(option, { exact: true })
        .click();
      await page.keyboard.press('Escape');
    };
    const reach = page.getByRole('complementary', { name: '符合规则的客户' });
    const counted = async (): Promise<number> => {
      await until('the count of this rule', async () => (await reach.getAttribute('aria-busy')) === 'false');
      return Number((await reach.getByRole('status').innerText()).replace(/\D/g, ''));
    };
    const drawer = page.locator('.ant-drawer');
    const acts = (name: string) => page.getByRole('button', { name, exact: true });
    await page.goto(`${whole.url}/console/segments`);
    await page.getByText('自定义', { exact: true }).click();
    await page.getByText('还没有自定义的客群').waitFor();
    await acts('新建客群').click();
    await page.getByText('规则还不完整，还有 1 处要补上。').waitFor();
    expect(await acts('保存草稿').isDisabled()).toBe(true);
    await choose('条件 1：内容', '熟悉');
    await page.getByText('同行阶段是熟悉。', { exact: true }).waitFor();
    const all = await counted();
    expect(all).toBeGreaterThan(0);
    await reach.getByText('熟悉', { exact: true }).waitFor();
    await acts('加条件').click();
    await choose('条件 2：看什么', '学完的课');
    await choose('条件 2：怎样比较', '不少于');
    await page.getByText('请填写内容。').waitFor();
    await page.getByLabel('条件 2：内容').fill('2');
    await page.getByText('同行阶段是熟悉，并且学完的课不少于 2 课。', { exact: true }).waitFor();
    const some = await counted();
    expect(some).toBeGreaterThan(0);
    expect(some).toBeLessThanOrEqual(all);
    await page.getByLabel('名称', { exact: true }).fill('学过两课的老朋友');
    await acts('保存草稿').click();
    await page.waitForURL(/segments[/][0-9a-f-]{36}$/);
    await acts('启用').click();
    await page.waitForURL(/tab=own&open=/);
    await drawer.getByText('使用中').waitFor();
    await drawer.getByText('正在归入').waitFor({ state: 'hidden' });
    await drawer.getByText('学完的课不少于 2 课').waitFor();
    const members = drawer.getByRole('region', { name: '成员与进出' }).getByRole('listitem');
    await until('its members', async () => (await members.count()) === Math.min(some, 50));
    await drawer.getByText('前 30 天进入的').click();
    await until('those who came', async () => (await members.count()) === Math.min(some, 50));
    await drawer.getByText('在里面的').click();
    await drawer.getByRole('img', { name: /位客户进入、0 位离开/ }).waitFor();
    await drawer.getByLabel('看到哪一天').fill('2026-01-31');
    await drawer.getByText('那一天没有客户在这个客群里。').waitFor();

    // Another one asks for this one, which is then not to be retired.
    await page.goto(`${whole.url}/console/segments/new`);
    await choose('条件 1：看什么', '自定义客群');
    await choose('条件 1：怎样比较', '都不在');
    await choose('条件 1：内容', '学过两课的老朋友');
    await page.getByText('不在客群「学过两课的老朋友」里。', { exact: true }).waitFor();
    expect(await counted()).toBeGreaterThan(0);
    const others = await counted();
    await acts('加条件').click();
    await choose('条件 2：看什么', '随机分组');
    await page.getByText('请填写内容。').waitFor();
    await page.getByLabel('条件 2：内容（分组名）').fill('A/B 三月');
    await page.getByLabel('条件 2：内容（到）').fill('60');
    await page.getByText(/，并且在随机分组「A[/]B 三月」的第 1–60 份里。/).waitFor();
    expect(await counted()).toBeLessThanOrEqual(others);
    await page.getByLabel('名称', { exact: true }).fill('其余的客户');
    await choose('对照组', '留出 20%，不对他们做任何动作');
    await acts('保存草稿').click();
    await acts('启用').click();
    await drawer.getByText(/留出 20%，现在 \d+ 位，应有约 \d+ 位/).waitFor();
    await drawer.getByRole('link', { name: '学过两课的老朋友' }).click();
    await drawer.getByRole('link', { name: '其余的客户' }).waitFor();
    await acts('停用').click();
    await acts('确认停用').click();
    await drawer.getByRole('alert').getByText('其余的客户').waitFor();

    await acts('修改').click();
    await page.getByLabel('条件 2：内容').fill('1');
    await acts('保存草稿').click();
    await acts('看成员与进出').click();
    await drawer.getByText('有未启用的修改').waitFor();
    await acts('启用').click();
    await acts('确认启用').click();
    await drawer.getByText('规则（第 2 版）').waitFor();
    await drawer.getByRole('link', { name: '其余的客户' }).click();
    await acts('停用').click();
    await acts('确认停用').click();
    await drawer.getByText('已停用').first().waitFor();
  });

  it('E-09 an account is registered with a placement, and its code and link are taken along, retired and taken back', async () => {
    await page.goto(`${whole.url}/console/members`);
    await page.getByRole('navigation').getByRole('link', { name: '渠道', exact: true }).click();
    await rows().first().waitFor();
    await page.getByText(/近 30 天加入 [0-9,]+ 位新会员/).waitFor();
    await page.getByRole('button', { name: '登记账号' }).click();
    const dialog = page.getByRole('dialog', { name: '登记账号' });
    await dialog.getByLabel('名称', { exact: true }).fill('成都营业厅');
    await dialog.getByLabel('平台上的名称').fill('高新厅');
    await dialog.getByLabel('属于').click();
    await page.locator('.ant-select-item-option', { hasText: '营业部' }).click();
    await dialog.getByLabel('哪家营业部').click();
    await page.locator('.ant-select-item-option', { hasText: '成都高新营业部' }).click();
    await dialog.getByRole('button', { name: '登记', exact: true }).click();
    const drawer = page.locator('.ant-drawer');
    await drawer.getByText('还没有投放位').waitFor();
    await drawer.getByLabel('新建投放位').fill('电梯海报');
    await drawer.getByLabel('扫码后打开').click();
    const lesson = page.locator('.ant-select-item-option:visible').first();
    const title = (await lesson.innerText()).trim();
    await lesson.click();
    await drawer.getByRole('button', { name: '新建', exact: true }).click();
    const placement = drawer.getByRole('listitem').filter({ hasText: '电梯海报' });
    await placement.getByText(`扫码后打开课程《${title}》`).waitFor();
    const key = await placement.locator('code').innerText();
    await placement.getByRole('button', { name: '二维码' }).click();
    const link = page.getByRole('link', { name: '下载图片' });
    await link.waitFor();
    expect(await page.getByRole('img', { name: '电梯海报的小程序码' }).getAttribute('src')).toMatch(
      /^data:image[/](png|jpeg);base64,.{500,}/,
    );
    await page.getByText(`场景值 k=${key}，打开课程《${title}》`).waitFor();
    await page.locator('.ant-modal-close:visible').click();
    await placement.getByRole('button', { name: '生成链接' }).click();
    expect(await placement.getByLabel('电梯海报的链接').inputValue()).toMatch(/^https:[/][/]wxaurl[.]cn[/]/);
    await placement.getByText(/有效至/).waitFor();
    await page.context().grantPermissions(['clipboard-write']);
    await placement.getByRole('button', { name: '复制' }).click();
    await placement.getByRole('button', { name: '已复制' }).waitFor();
    await placement.getByRole('button', { name: '停用' }).click();
    await placement.getByText('已停用').waitFor();
    await placement.getByRole('button', { name: '恢复使用' }).click();
    await placement.getByText('在用').waitFor();
    expect(await placement.locator('code').innerText()).toBe(key);
  });

  it('D-04 no list logged an error or asked anything off this machine', () => {
    expect(opened.faults).toEqual([]);
  });
});
