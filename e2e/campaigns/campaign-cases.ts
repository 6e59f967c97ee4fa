import { expect, it } from '@jest/globals';
import { campaignsRoutes } from '@siyu/shared/contracts/campaigns.routes';
import { contentRoutes } from '@siyu/shared/contracts/content.routes';
import { feedRoutes } from '@siyu/shared/contracts/feed.routes';
import { identityRoutes } from '@siyu/shared/contracts/identity.routes';
import { workspaceRoutes } from '@siyu/shared/contracts/workspace.routes';
import type { Page } from 'playwright-core';
import { signInMember, signInStaff, until, type Whole } from '../harness/index.ts';
import { allowAnyHour } from './allow-any-hour.ts';

interface Desk {
  readonly whole: () => Whole;
  /** A page of the console on which this person is signed in. */
  readonly at: (path: string, loginName: string) => Promise<Page>;
}

const TITLE = '接到自称券商的电话，先核对三件事';
const NAME = '提醒老客户防冒充';
const POST = '在群里提醒防冒充';
const GROUP = '思语投教一群';
const rows = (page: Page) => page.locator('.ant-table-row');
const numberIn = async (page: Page, text: RegExp): Promise<number> =>
  Number((await page.getByText(text).first().innerText()).replace(/\D/g, ''));

/** A campaign from the first word to what came of it, through everybody's hands. */
export function itSendsACampaign({ whole, at }: Desk): void {
  it('I-12 I-06 I-09 a manager hands a campaign over in one tap, the adviser sees exactly who gets it and why others do not, compliance agrees to the same preview, and the result names each fact that changed', async () => {
    await allowAnyHour(whole());
    const grants = ['SERVICE', 'PROFILING', 'MARKETING'] as const;
    const [reader, leaver] = [
      await signInMember(whole(), 'demo-3', grants),
      await signInMember(whole(), 'demo-4', grants),
    ];

    const manager = await at('/campaigns', 'manager1');
    await manager.getByRole('button', { name: '新建推送计划' }).click();
    await manager.getByRole('button', { name: '保存草稿' }).click();
    await manager.getByText('写一个名称').waitFor();
    await manager.getByRole('textbox', { name: /^名称/ }).fill(NAME);
    await manager.getByRole('combobox', { name: /^内容/ }).fill(TITLE);
    await manager.locator('.ant-select-item-option:visible', { hasText: TITLE }).click();
    await manager.getByRole('button', { name: '下一步' }).click();
    await manager.getByRole('combobox', { name: /^排除的客群/ }).fill('初识');
    await manager.locator('.ant-select-item-option:visible', { hasText: '初识' }).first().click();
    await manager.keyboard.press('Escape');
    await manager.getByRole('button', { name: '保存草稿' }).click();
    await manager.getByRole('button', { name: '交给沈知行' }).click();
    await manager.getByRole('button', { name: '交给沈知行' }).waitFor({ state: 'detached' });
    await manager.getByText('沈知行，邱以恒起草').waitFor();

    const adviser = await at('/campaigns', 'adviser1');
    await rows(adviser).filter({ hasText: NAME }).click();
    await adviser.getByRole('textbox', { name: /^名称/ }).fill(`${NAME}（改过）`);
    await adviser.getByRole('button', { name: '保存草稿' }).click();
    await adviser.getByText('与已保存的不同').waitFor({ state: 'detached' });
    await adviser.getByRole('list', { name: '步骤' }).getByRole('button', { name: '时间' }).click();
    await adviser.getByText('复核通过后马上发', { exact: true }).waitFor();
    await adviser.getByRole('button', { name: '下一步' }).click();
    await adviser.getByRole('button', { name: '生成预览' }).click();
    const included = await numberIn(adviser, /^[\d,]+ 位会收到$/);
    expect(included).toBeGreaterThan(1);
    const preview = adviser.getByRole('region', { name: '预览' });
    await preview.getByRole('button', { name: '没有同意接收推荐' }).click();
    await preview.locator('.campaign-members li', { hasText: '没有同意接收推荐' }).first().waitFor();
    await adviser.getByRole('button', { name: '提交复核' }).click();
    await adviser.getByText('正在等合规同事复核').waitFor();

    const compliance = await at('/reviews', 'compliance');
    await rows(compliance).filter({ hasText: NAME }).click();
    const review = compliance.getByRole('dialog');
    await review.getByText('在「同行阶段：初识」里的除外').waitFor();
    expect(await numberIn(compliance, /^[\d,]+ 位会收到$/)).toBe(included);
    // Somebody who was to get it changes their mind before anybody has agreed.
    const { consents } = await leaver.call(identityRoutes.listConsents, {});
    const { textVersion = '' } = consents.find(({ purpose }) => purpose === 'MARKETING') ?? {};
    await leaver.call(identityRoutes.decideConsents, {
      body: { decisions: [{ purpose: 'MARKETING', textVersion, isGranted: false }] },
    });
    await review.getByRole('button', { name: '通过', exact: true }).click();
    await review.waitFor({ state: 'detached' });

    const results = adviser.getByRole('region', { name: '结果' });
    await adviser.reload();
    await results.getByText(`已发出 ${included - 1} 位`, { exact: false }).waitFor();
    await results.getByText('撤回了接收推荐的同意 1 位', { exact: false }).waitFor();
    await results.locator('.campaign-members li', { hasText: '撤回了接收推荐的同意' }).waitFor();
    const { cards } = await reader.call(feedRoutes.getFeed, { query: {} });
    const [first] = cards;
    expect(first?.content.title).toBe(TITLE);
    const lessonId = first?.content.kind === 'article' ? first.content.lessonId : '';
    await reader.call(contentRoutes.recordProgress, { params: { lessonId }, body: { readPercent: 100 } });
    await until('the reading is seen', async () => {
      await adviser.reload();
      await results.getByText('占已发出的').first().waitFor();
      return /读完\s*1/.test(await results.innerText());
    });
  });

  it('I-12 an adviser gives up what has not gone out, and says why', async () => {
    const staff = await signInStaff(whole(), 'adviser1');
    const { contents } = await staff.call(campaignsRoutes.getOptions, { query: { search: TITLE } });
    const { campaignId } = await staff.call(campaignsRoutes.createCampaign, {
      body: {
        name: '明年再说',
        contentId: contents[0]?.contentId ?? '',
        productIds: [],
        channel: 'FEED_CARD',
        groupIds: [],
        segmentKeys: [],
        excludedSegmentKeys: [],
        scheduledFor: null,
      },
    });
    const adviser = await at(`/campaigns/${campaignId}`, 'adviser1');
    await adviser.getByRole('button', { name: '取消计划' }).click();
    await adviser.getByRole('dialog').getByLabel(/原因/).fill('改在明年一起发');
    await adviser.getByRole('button', { name: '确认取消计划' }).click();
    await adviser.getByText('已取消：改在明年一起发').waitFor();
    expect(await adviser.getByRole('button', { name: '修改' }).count()).toBe(0);
  });

  it('I-08 what came of a campaign that is over is shown step by step, beside those whom the lot held back, with an interval', async () => {
    const adviser = await at('/campaigns', 'adviser1');
    await rows(adviser).filter({ hasText: '请学过课的客户先做测评' }).click();
    const results = adviser.getByRole('region', { name: '结果' });
    await results.getByText('已经数完，不再改变', { exact: false }).waitFor();
    await results.getByText('推送使「打开」', { exact: false }).waitFor();
    expect(await results.getByRole('img', { name: /^打开：多/ }).count()).toBe(1);
    expect(await results.locator('.campaign-funnel li').allInnerTexts()).toHaveLength(5);
  });

  it('I-10 REQ-PUB-5 what suits the members of a segment stands beside the choice, with the reasons and the verdict, and what suits one of them on their page', async () => {
    const adviser = await at('/campaigns/new?step=audience', 'adviser1');
    await adviser.getByRole('combobox', { name: /^发给哪些客群/ }).fill('结识');
    await adviser.locator('.ant-select-item-option:visible', { hasText: '结识' }).first().click();
    await adviser.keyboard.press('Escape');
    const suits = adviser.getByRole('region', { name: '适合谈什么' });
    await suits.getByText('在「同行阶段：结识」里', { exact: false }).first().waitFor();
    await suits.getByText('不按收益排序', { exact: false }).waitFor();
    const choose = suits.getByRole('button', { name: /^改发/ }).first();
    const title = (await choose.innerText()).replace(/^改发/, '');
    await choose.click();
    await adviser.locator('.rule-said', { hasText: title }).waitFor();

    const staff = await signInStaff(whole(), 'adviser1');
    const { rows: members } = await staff.call(workspaceRoutes.listMembers, { query: {} });
    const member = await at(`/members/${members[0]?.memberId ?? ''}`, 'adviser1');
    const own = member.getByRole('region', { name: '适合谈什么' });
    await own.getByText('不按收益排序', { exact: false }).waitFor();
    expect(await own.locator('.offers li, p').count()).toBeGreaterThan(1);
  });
}

/** A post in a group, where everybody reads it. */
export function itPostsInAGroup({ whole, at }: Desk): void {
  it('I-07 REQ-SUIT-1 an adviser posts in a customer group, sees who forces it to be education, and compliance agrees to the same', async () => {
    await allowAnyHour(whole());
    const adviser = await at('/campaigns', 'adviser1');
    await adviser.getByRole('button', { name: '新建推送计划' }).click();
    await adviser.getByRole('textbox', { name: /^名称/ }).fill(POST);
    await adviser.getByRole('combobox', { name: /^内容/ }).fill(TITLE);
    await adviser.locator('.ant-select-item-option:visible', { hasText: TITLE }).click();
    await adviser.getByRole('button', { name: '下一步' }).click();
    await adviser.getByRole('radio', { name: /客户群消息/ }).check();
    await adviser.getByRole('combobox', { name: /^发到哪些客户群/ }).click();
    await adviser.locator('.ant-select-item-option:visible', { hasText: GROUP }).first().click();
    await adviser.keyboard.press('Escape');
    await adviser.getByText('群里每个人都看得到，复核通过后马上发').waitFor();
    await adviser.getByRole('button', { name: '保存草稿' }).click();
    await adviser.getByRole('button', { name: '生成预览' }).click();
    const forced = adviser.getByRole('list', { name: '谁让这条内容只能是教育内容' });
    await forced.locator('li').first().waitFor();
    expect(await forced.innerText()).toMatch(/没有关联小程序账号|还没有做过风险测评|风险测评已过期/);
    await adviser.getByText('只能发投资者教育内容').first().waitFor();
    await adviser.getByRole('button', { name: '提交复核' }).click();
    await adviser.getByText('正在等合规同事复核').waitFor();

    const compliance = await at('/reviews', 'compliance');
    await rows(compliance).filter({ hasText: POST }).click();
    const review = compliance.getByRole('dialog');
    await review.getByRole('list', { name: '谁让这条内容只能是教育内容' }).locator('li').first().waitFor();
    await review.getByRole('button', { name: '通过', exact: true }).click();
    await review.waitFor({ state: 'detached' });
    await adviser.reload();
    await adviser.getByText('已发完').first().waitFor();
    const tasks = await fetch(`${whole().sandboxUrl}/__phone/wecom/tasks?userid=adviser1`);
    expect(await tasks.text()).toContain(TITLE);
  });
}
