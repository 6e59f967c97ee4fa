import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { archiveRoutes } from '@siyu/shared/contracts/archive.routes';
import { panoramaRoutes } from '@siyu/shared/contracts/panorama.routes';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { archiveKeys, enterArchiveKey, registerCallbacks, SANDBOX_KEYS } from '../tools/sandbox-callbacks.ts';
import {
  DESK,
  hasChromium,
  openBrowser,
  signInMember,
  signInStaff,
  startWhole,
  until,
  type OpenedBrowser,
  type StaffClient,
  type Whole,
} from './harness/index.ts';

jest.setTimeout(60_000);
const describeInBrowser = hasChromium() ? describe : describe.skip;
/** Follows adviser1 in the box, sits in a group there, and is a member of the demo firm. */
const CUSTOMER = 'demo-3';
const WRONG = '这款产品保本保息，闭眼买就行';

describeInBrowser('E-12 conversations at the desk', () => {
  const keysDir = mkdtempSync(join(tmpdir(), 'siyu-archive-'));
  let whole: Whole;
  let opened: OpenedBrowser;
  let page: Page;
  let compliance: StaffClient;
  let memberId = '';

  const box = async (path: string, body: object): Promise<string> => {
    const answer = await fetch(whole.sandboxUrl + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text}`);
    return text;
  };
  const chat = { userid: 'adviser1', account: CUSTOMER };
  const say = (by: string, text: string) => box('/__phone/wecom/chat', { ...chat, by, text });

  beforeAll(async () => {
    const archive = archiveKeys(keysDir);
    whole = await startWhole({ demo: 'full', env: { ...SANDBOX_KEYS, ...archive } });
    await registerCallbacks(whole.url, whole.sandboxUrl, 'wxe2e0000000000001');
    await enterArchiveKey(archive['WECOM_ARCHIVE_KEYS_DIR'] ?? '', whole.sandboxUrl);
    ({ memberId } = (await signInMember(whole, CUSTOMER)).session.member);
    // Whatever happens in a group, WeCom is asked who sits in it: so the contact becomes known as this member.
    const listed = await fetch(`${whole.sandboxUrl}/__phone/wecom/groups`);
    const { groups } = (await listed.json()) as { groups: { chatId: string; accounts: string[] }[] };
    const group = groups.find(({ accounts }) => accounts.includes(CUSTOMER));
    await box(`/__phone/wecom/groups/${group?.chatId ?? ''}/acts`, { act: 'announce', notice: '本周学习' });
    opened = await openBrowser();
    const context = await opened.newContext({ viewport: DESK });
    compliance = await signInStaff(whole, 'compliance');
    await context.addCookies([{ ...compliance.cookie, url: whole.url }]);
    page = await context.newPage();
  }, 180_000);
  afterAll(async () => {
    await page.context().close();
    await opened.close();
    await whole.close();
    rmSync(keysDir, { recursive: true, force: true });
  });
  const rows = () => page.locator('.ant-table-row');

  it('E-12 words said in WeCom are found, read in their context and handled once; the page says who is 未留痕', async () => {
    await box('/__phone/wecom/archive-consents', { ...chat, isAgreed: true });
    await say(CUSTOMER, '有没有稳一点的');
    await say('employee', WRONG);
    await page.goto(`${whole.url}/console/archive`);
    const coverage = page.getByRole('region', { name: '存档覆盖' });
    await coverage.getByText('位留痕').waitFor();
    await coverage.getByText('未留痕的顾问').click();
    await coverage.getByText('骆安歌').waitFor();
    await until('the finding is there', async () => {
      const { rows: found } = await compliance.call(archiveRoutes.listFindings, { query: {} });
      return found.some(({ fault }) => fault === 'promise');
    });
    await page.reload();
    await rows().filter({ hasText: '承诺收益' }).first().waitFor();
    await page.getByLabel('程度').click();
    await page.locator('.ant-select-item-option').filter({ hasText: '违规用语' }).click();
    await page.waitForURL(/level=refused/);
    await rows().filter({ hasText: '沈知行' }).first().click();
    const drawer = page.locator('.ant-drawer-body');
    await drawer
      .locator('mark')
      .filter({ hasText: /保本|闭眼/ })
      .waitFor();
    await drawer.getByRole('list', { name: '前后文' }).getByText('有没有稳一点的').waitFor();
    await drawer.getByRole('button', { name: '处理完成' }).click();
    const dialogue = page.getByRole('dialog', { name: '这句话怎么处理的' });
    await dialogue.getByLabel('处理经过').fill('已约谈，并向客户更正');
    await dialogue.getByRole('button', { name: '确认处理完成' }).click();
    await drawer.getByText('已约谈，并向客户更正').waitFor();
    await page.goto(`${whole.url}/console/archive?state=HANDLED`);
    await rows().filter({ hasText: '沈知行' }).first().waitFor();
    await page.goto(`${whole.url}/console/audit?action=archive.handle_finding`);
    await rows().filter({ hasText: '处理会话措辞问题' }).waitFor();
  });

  it('E-12 on the page of the customer stands what was said', async () => {
    await until('the contact is known as this member', async () => {
      const answer = await compliance.call(panoramaRoutes.listMemberMessages, {
        params: { memberId },
        query: {},
      });
      return answer.rows.length > 0;
    });
    await page.goto(`${whole.url}/console/members/${memberId}`);
    const messages = page.getByRole('region', { name: '会话' });
    await messages.getByText(WRONG).waitFor();
    await messages.getByText('有没有稳一点的').waitFor();
  });

  it('E-12 no page of the archive logged an error or asked anything off this machine', () => {
    expect(opened.faults).toEqual([]);
  });
});
