import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { BrowserContext, Page } from 'playwright-core';
import { codeAt } from '../server/src/testing/authenticator.ts';
import {
  DESK,
  hasChromium,
  openBrowser,
  startWhole,
  type OpenedBrowser,
  type Whole,
} from './harness/index.ts';
import { itHandsOverALeaver } from './desk/handover-cases.ts';
import { DEMO_PASSWORD } from './harness/whole.ts';

// A desk is many pages in a browser on two busy cores.
jest.setTimeout(90_000);
const describeInBrowser = hasChromium() ? describe : describe.skip;
const LOGIN = 'lin.xia';
const OWN_PASSWORD = '只有林夏知道的密码-2026';

describeInBrowser('D-04 the people at the desk', () => {
  let whole: Whole;
  let opened: OpenedBrowser;
  const contexts: BrowserContext[] = [];
  let oneTimePassword = '';
  let secret = '';
  let lastStep = 0;
  let elsewhere: Page;
  // Refused sign-ins and ended sessions are provoked here; the browser logs every 4xx as an error.
  const isExpected = (fault: string): boolean => /status of 4(01|22)/.test(fault);

  beforeAll(async () => {
    whole = await startWhole({ demo: 'full' });
    opened = await openBrowser();
  }, 180_000);
  afterAll(async () => {
    await Promise.all(contexts.map((context) => context.close()));
    await opened.close();
    await whole.close();
  });

  const desk = async (path: string, loginName: string, password = DEMO_PASSWORD): Promise<Page> => {
    const context = await opened.newContext({ viewport: DESK, isExpected });
    contexts.push(context);
    const page = await context.newPage();
    await page.goto(`${whole.url}/console${path}`);
    await signIn(page, loginName, password);
    return page;
  };
  const signIn = async (page: Page, loginName: string, password: string): Promise<void> => {
    await page.getByLabel('登录名').fill(loginName);
    await page.locator('#password').fill(password);
    await page.getByRole('button', { name: '登录', exact: true }).click();
  };
  const rowOf = (page: Page, text: string) => page.locator('.ant-table-row').filter({ hasText: text });
  /** A code of a step that was not used yet, as soon as the clock lets the server take it. */
  const freshCode = async (): Promise<string> => {
    const step = Math.max(lastStep + 1, Math.floor(Date.now() / 30_000));
    // A step ahead is taken too.
    const wait = (step - 1) * 30_000 - Date.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    lastStep = step;
    return codeAt(secret, step * 30_000);
  };

  it('D-04 a system administrator makes an account; its one-time password is exchanged at the first sign-in', async () => {
    const system = await desk('/staff', 'systemAdmin');
    await system.getByRole('button', { name: '新建账号' }).click();
    const form = system.getByRole('dialog', { name: '新建账号' });
    await form.getByLabel('姓名').fill('林夏');
    await form.getByLabel('登录名').fill(LOGIN);
    await form.getByRole('button', { name: '创建并生成一次性密码' }).click();
    oneTimePassword = (
      await system.getByLabel('一次性密码').locator('visible=true').last().innerText()
    ).trim();
    expect(oneTimePassword).toMatch(/^[A-Za-z0-9_-]{20}$/);
    await system.getByRole('button', { name: '已经转交' }).click();
    await system.getByLabel('按姓名或登录名搜索').fill('lin.x');
    await rowOf(system, LOGIN).getByText('待首次登录').waitFor();
    await system.waitForURL((url) => url.searchParams.get('search') === 'lin.x');
    await rowOf(system, LOGIN).click();
    const drawer = system.getByRole('dialog', { name: '员工' });
    await drawer.getByLabel('企业微信账号').fill('LinXia');
    await drawer.getByRole('button', { name: '保存企业微信账号' }).click();
    await drawer.getByText('LinXia', { exact: true }).waitFor();
    await drawer.getByLabel('登记编码').fill('S1234567890123');
    await drawer.getByLabel('有效期至').fill('2099-12-31');
    await drawer.getByRole('button', { name: '保存登记' }).click();
    await drawer.getByText('S1234567890123，有效期至 2099-12-31').waitFor();

    const person = await desk('/', LOGIN, oneTimePassword);
    await person.getByRole('heading', { name: '换掉一次性密码' }).waitFor();
    await person.getByLabel('当前密码').fill(oneTimePassword);
    await person.getByLabel('新密码', { exact: true }).fill(OWN_PASSWORD);
    await person.getByLabel('再输入一次新密码').fill(OWN_PASSWORD);
    await person.getByRole('button', { name: '更换密码' }).click();
    await person.getByText('您的岗位在运营台还没有可用的功能').waitFor();
  });

  it('D-04 a security administrator asks for roles, compliance agrees, and the person works', async () => {
    const security = await desk(`/staff?search=${LOGIN}`, 'securityAdmin');
    expect(await security.getByRole('button', { name: '新建账号' }).count()).toBe(0);
    await rowOf(security, LOGIN).click();
    const drawer = security.getByRole('dialog');
    await drawer.getByLabel('分析', { exact: true }).check();
    await drawer.getByLabel('全公司').check();
    await drawer.getByLabel('理由').fill('新入职分析岗');
    await drawer.getByRole('button', { name: '提交复核' }).click();
    await drawer.getByText('正在等合规同事复核').waitFor();

    const compliance = await desk('/reviews', 'compliance');
    await rowOf(compliance, '林夏').click();
    const review = compliance.getByRole('dialog');
    await review.getByText('新入职分析岗').waitFor();
    await review.getByRole('button', { name: '通过' }).click();
    await review.waitFor({ state: 'detached' });

    const person = await desk('/members', LOGIN, OWN_PASSWORD);
    await person.locator('.ant-table-row').first().waitFor();
    expect(await person.getByRole('navigation').getByText('员工与角色').count()).toBe(0);
  });

  it('D-04 the list of people keeps its views on the server and hides the columns one does not need', async () => {
    const system = await desk('/staff?role=adviser', 'systemAdmin');
    const header = (title: string) => system.getByRole('columnheader', { name: title, exact: true });
    await rowOf(system, '投资顾问').first().waitFor();
    await system.getByRole('button', { name: '视图', exact: true }).click();
    await system.getByLabel('把现在的筛选存为视图').fill('投资顾问');
    await system.getByRole('button', { name: '保存', exact: true }).click();
    const views = system.getByRole('list', { name: '保存的视图' });
    await views.getByText('投资顾问').waitFor();
    await system.goto(`${whole.url}/console/staff`);
    await system.getByRole('button', { name: '视图', exact: true }).click();
    await views.getByRole('button', { name: '投资顾问', exact: true }).click();
    await system.waitForURL(/role=adviser/);
    await views.waitFor({ state: 'detached' });

    await system.getByRole('button', { name: '显示的列' }).click();
    expect(await system.getByRole('checkbox', { name: '员工' }).isDisabled()).toBe(true);
    await system.getByRole('checkbox', { name: '两步验证' }).uncheck();
    await header('两步验证').waitFor({ state: 'detached' });
    await system.reload();
    await header('岗位').waitFor();
    expect(await header('两步验证').count()).toBe(0);
  });

  it('D-04 binds an authenticator app by a code, and signs in with password and code, or a recovery code', async () => {
    const person = await desk('/own-sign-in', LOGIN, OWN_PASSWORD);
    const card = person.getByRole('region', { name: '两步验证' });
    await card.getByRole('button', { name: '绑定验证器' }).click();
    await card.getByRole('button', { name: '开始设置' }).click();
    await card.locator('.ant-qrcode svg').waitFor();
    secret = (await card.locator('code.secret').innerText()).trim();
    await card.getByLabel('验证码').fill(await freshCode());
    await card.getByRole('button', { name: '确认绑定' }).click();
    const codes = card.getByRole('list', { name: '恢复码' }).getByRole('listitem');
    await codes.first().waitFor();
    expect(await codes.count()).toBe(10);
    const recoveryCode = (await codes.first().innerText()).trim();
    await card.getByRole('button', { name: '已经保存好' }).click();
    await card.getByText('还剩 10 个可用').waitFor();

    await person.getByRole('button', { name: '退出登录' }).click();
    await signIn(person, LOGIN, OWN_PASSWORD);
    await person.getByRole('heading', { name: '两步验证' }).waitFor();
    await person.getByLabel('验证码').fill('000000');
    await person.getByRole('button', { name: '验证并登录' }).click();
    await person.getByText('验证码不对或已经用过').waitFor();
    await person.getByLabel('验证码').fill(await freshCode());
    await person.getByRole('button', { name: '验证并登录' }).click();
    await person.locator('.ant-table-row').first().waitFor();

    elsewhere = await desk('/own-sign-in', LOGIN, OWN_PASSWORD);
    await elsewhere.getByLabel('验证码').fill(recoveryCode.toUpperCase());
    await elsewhere.getByRole('button', { name: '验证并登录' }).click();
    await elsewhere.getByText('还剩 9 个可用').waitFor();
  });

  it('D-04 ends one other session and all others from the own page', async () => {
    const first = await desk('/own-sign-in', 'analyst');
    const second = await desk('/members', 'analyst');
    const third = await desk('/members', 'analyst');
    for (const page of [second, third]) await page.locator('.ant-table-row').first().waitFor();
    await first.reload();
    const card = first.getByRole('region', { name: '登录中的设备' });
    await card.getByText('这次登录').waitFor();
    const rows = card.getByRole('listitem');
    expect(await rows.count()).toBe(3);
    expect(await rows.first().innerText()).toMatch(/Chrome \d+ · Linux[\s\S]+127[.]0[.][*][.][*]/);
    // The latest first: the third.
    await rows.first().getByRole('button', { name: '结束' }).click();
    await rows.nth(2).waitFor({ state: 'detached' });
    await third.reload();
    await third.getByLabel('登录名').waitFor();
    await card.getByRole('button', { name: '结束其他所有登录' }).click();
    await card.getByText('没有在其他设备上登录').waitFor();
    await second.reload();
    await second.getByLabel('登录名').waitFor();
  });

  it('D-04 administrators sign a person out, unbind a lost phone, replace the password, close and reopen the account', async () => {
    const security = await desk(`/staff?search=${LOGIN}`, 'securityAdmin');
    await rowOf(security, LOGIN).click();
    const at = security.getByRole('dialog', { name: '员工' });
    await at.getByRole('button', { name: '强制退出所有登录' }).click();
    await at.getByText('现在没有登录').waitFor();
    await at.getByRole('button', { name: '解除两步验证' }).click();
    await security.getByRole('button', { name: '确认解除两步验证' }).click();
    await at.getByText('未绑定').waitFor();
    await elsewhere.reload();
    await elsewhere.getByLabel('登录名').waitFor();

    const system = await desk(`/staff?search=${LOGIN}`, 'systemAdmin');
    await rowOf(system, LOGIN).click();
    const drawer = system.getByRole('dialog', { name: '员工' });
    await drawer.getByRole('button', { name: '重置密码' }).click();
    await system.getByRole('button', { name: '确认重置密码' }).click();
    await system.getByRole('button', { name: '已经转交' }).click();
    await drawer.getByText('待首次登录').waitFor();
    await drawer.getByRole('button', { name: '停用账号' }).click();
    await system.getByRole('button', { name: '确认停用账号' }).click();
    await drawer.getByText('已停用').waitFor();
    await drawer.getByRole('button', { name: '恢复账号' }).click();
    await system.getByRole('button', { name: '确认恢复账号' }).click();
    await drawer.getByRole('button', { name: '停用账号' }).waitFor();
  });

  it('D-04 no page about people logged an error or asked anything off this machine', () => {
    expect(opened.faults).toEqual([]);
  });

  itHandsOverALeaver(desk);
});
