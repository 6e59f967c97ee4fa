import { campaignsRoutes } from '@siyu/shared/contracts/campaigns.routes';
import { DROPPED_MEMBERS, POST_CAMPAIGN, SENT_CAMPAIGN } from './campaigns.ts';
import type { Scene } from './scene.ts';

/** What advisers send: the list, the wizard, the preview that is decided on, and what came of it. */
export const CAMPAIGN_SCENES: readonly Scene[] = [
  {
    name: 'console-campaigns',
    title: '运营台 · 推送计划',
    surface: 'console',
    viewer: 'adviser1',
    path: () => '/console/campaigns',
    ready: 'tbody tr.ant-table-row',
    source: campaignsRoutes.listCampaigns,
    empty: { rows: [], total: 0, nextCursor: null },
  },
  {
    name: 'console-campaign-new',
    title: '运营台 · 新建推送计划',
    surface: 'console',
    viewer: 'adviser1',
    path: () => '/console/campaigns/new?step=audience',
    ready: '.wizard-steps',
  },
  {
    name: 'console-campaign',
    title: '运营台 · 推送计划的预览',
    surface: 'console',
    viewer: 'adviser1',
    path: ({ campaigns }) => `/console/campaigns/${campaigns.campaignId}?step=preview`,
    ready: '.campaign-members li',
    source: campaignsRoutes.getCampaign,
    act: async (page) => {
      const failed = page.getByRole('alert');
      const reasons = page.locator('.campaign-reasons button');
      await failed.or(reasons).first().waitFor();
      if (await reasons.count()) await reasons.first().click();
    },
  },
  {
    name: 'console-campaign-review',
    title: '运营台 · 复核一个推送计划',
    surface: 'console',
    viewer: 'compliance',
    path: () => '/console/reviews',
    ready: 'tbody tr.ant-table-row',
    act: async (page, { campaigns }) => {
      await page.locator('.ant-table-row', { hasText: campaigns.submittedName }).click();
      await page.locator('.ant-drawer-body .campaign-members li').first().waitFor();
    },
  },
  {
    name: 'console-campaign-results',
    title: '运营台 · 推送计划的结果',
    surface: 'console',
    viewer: 'adviser1',
    path: () => `/console/campaigns/${SENT_CAMPAIGN.campaignId}`,
    ready: '.campaign-results .campaign-members li',
    source: /^[/]v1[/]console[/]campaigns[/][^/]+([/]members)?$/,
    full: (pathname) => (pathname.endsWith('/members') ? DROPPED_MEMBERS : SENT_CAMPAIGN),
    without: ['loading', 'error'],
  },
  {
    name: 'console-campaign-post',
    title: '运营台 · 发到客户群的计划',
    surface: 'console',
    viewer: 'adviser1',
    path: () => `/console/campaigns/${POST_CAMPAIGN.campaignId}?step=preview`,
    ready: '.campaign-post li',
    source: /^[/]v1[/]console[/]campaigns[/][^/]+([/]members)?$/,
    full: (pathname) =>
      pathname.endsWith('/members') ? { rows: [], total: 0, nextCursor: null } : POST_CAMPAIGN,
    without: ['loading', 'error'],
  },
];
