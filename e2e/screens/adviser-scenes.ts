import { adviserRoutes } from '@siyu/shared/contracts/adviser.routes';
import { staffPhoneRoutes } from '@siyu/shared/contracts/staff-phone.routes';
import { SENT_CAMPAIGN } from './campaigns.ts';
import type { Scene } from './scene.ts';
import { ADVISER_PHONE, READER } from './world.ts';

const none = { rows: [], total: 0, nextCursor: null };

/** The pages of our own advisers in the app. */
export const ADVISER_SCENES: readonly Scene[] = [
  {
    name: 'adviser-tie',
    title: '投顾 · 绑定手机',
    surface: 'member',
    viewer: READER,
    path: () => '/app/#/adviser/book/index',
    ready: '#desk-code',
    source: staffPhoneRoutes.openSession,
  },
  {
    name: 'adviser-book',
    title: '投顾 · 我的客户',
    surface: 'member',
    viewer: ADVISER_PHONE,
    path: () => '/app/#/adviser/book/index',
    ready: '#book-total',
    source: adviserRoutes.listBook,
    empty: none,
  },
  {
    name: 'adviser-member',
    title: '投顾 · 客户情况',
    surface: 'member',
    viewer: ADVISER_PHONE,
    path: ({ advisedId }) => `/app/#/adviser/member/index?memberId=${advisedId}`,
    ready: '#advised-head',
    source: adviserRoutes.getMember,
  },
  {
    name: 'adviser-campaigns',
    title: '投顾 · 推送计划',
    surface: 'member',
    viewer: ADVISER_PHONE,
    path: () => '/app/#/adviser/campaigns/index',
    ready: '[id^="campaign-"]',
    source: adviserRoutes.listCampaigns,
    empty: none,
  },
  {
    name: 'adviser-campaign',
    title: '投顾 · 一个推送计划',
    surface: 'member',
    viewer: ADVISER_PHONE,
    path: () => `/app/#/adviser/campaign/index?campaignId=${SENT_CAMPAIGN.campaignId}`,
    ready: '#campaign-results',
    source: adviserRoutes.getCampaign,
    full: () => SENT_CAMPAIGN,
  },
];
