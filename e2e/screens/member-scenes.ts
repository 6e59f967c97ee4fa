import { elderRoutes } from '@siyu/shared/contracts/elder.routes';
import { professionalRoutes } from '@siyu/shared/contracts/professional.routes';
import { awardsRoutes } from '@siyu/shared/contracts/awards.routes';
import { careRoutes } from '@siyu/shared/contracts/care.routes';
import { communitiesRoutes } from '@siyu/shared/contracts/communities.routes';
import { contentRoutes } from '@siyu/shared/contracts/content.routes';
import { discussionRoutes } from '@siyu/shared/contracts/discussion.routes';
import { entitlementsRoutes } from '@siyu/shared/contracts/entitlements.routes';
import { feedRoutes } from '@siyu/shared/contracts/feed.routes';
import { identityRoutes } from '@siyu/shared/contracts/identity.routes';
import { learningRecordRoutes } from '@siyu/shared/contracts/learning-record.routes';
import { lessonSearchRoutes } from '@siyu/shared/contracts/lesson-search.routes';
import { pointsRoutes } from '@siyu/shared/contracts/points.routes';
import { notebookRoutes } from '@siyu/shared/contracts/notebook.routes';
import { notificationsRoutes } from '@siyu/shared/contracts/notifications.routes';
import { productShelfRoutes } from '@siyu/shared/contracts/product-shelf.routes';
import { privacyRoutes } from '@siyu/shared/contracts/privacy.routes';
import { redemptionRoutes } from '@siyu/shared/contracts/redemption.routes';
import { scoringRoutes } from '@siyu/shared/contracts/scoring.routes';
import { suitabilityRoutes } from '@siyu/shared/contracts/suitability.routes';
import type { Page } from 'playwright-core';
import { DEMO_GROUP } from '../harness/index.ts';
import { COPY_ORDERS } from './copy-orders.ts';
import { MISSIONS } from './awards.ts';
import { STATEMENT } from './points.ts';
import { OWN_PROFESSIONAL, OWN_PROTECTION } from './investors.ts';
import type { Scene } from './scene.ts';
import { GROUP, GROUP_PAGE, MY_GROUPS } from './groups.ts';
import { CORRECTIONS } from './corrections.ts';
import { ASKED_PAGE, COOLING_PAGE, HIGH_RISK_PAGE, SHOWN_PRODUCTS } from './products.ts';
import { SENT_NOTICES } from './notices.ts';
import { NEWCOMER, READER } from './world.ts';

/** A worse result that the member has not confirmed yet. */
const TO_CONFIRM = {
  standing: 'VALID',
  level: 'C2',
  validUntil: '2027-10-21',
  hasRefusedInformation: false,
  latest: {
    assessmentId: '019ab000-0000-7000-8000-0000000000f1',
    state: 'TO_CONFIRM',
    level: 'C2',
    pointsReached: 31,
    isLowestByAnswer: false,
    questionnaireVersion: 1,
    takenAt: '2026-11-30T02:00:00.000Z',
    confirmedAt: null,
    validUntil: '2027-11-30',
  },
  wait: { reason: 'PER_DAY', from: '2026-12-01' },
};

/** Scrolls a lesson to its end, where the rest is asked for, and on to a part of that. */
async function readToEnd(page: Page, part: string): Promise<void> {
  await page.locator('#last-paragraph:visible').scrollIntoViewIfNeeded();
  await page.locator('#lesson-comments:visible, #no-comments:visible').first().waitFor();
  await page.locator(`${part}:visible`).evaluate((element) => element.scrollIntoView({ block: 'center' }));
}

/** Every page of the app. */
export const MEMBER_SCENES: readonly Scene[] = [
  {
    name: 'welcome',
    title: '选择演示客户',
    surface: 'member',
    viewer: null,
    path: () => '/app/#/pages/welcome/index',
    ready: '#account-demo-1',
    source: /^[/]__phone[/]accounts$/,
  },
  {
    name: 'consent',
    title: '同意与授权',
    surface: 'member',
    viewer: NEWCOMER,
    path: () => '/app/#/pages/welcome/index',
    ready: '#consent-service',
    source: identityRoutes.listConsents,
  },
  {
    name: 'home',
    title: '首页',
    surface: 'member',
    viewer: READER,
    path: () => '/app/#/pages/home/index',
    ready: '#feed',
    source: feedRoutes.getFeed,
    empty: {
      cards: [],
      nextCursor: null,
      continueLesson: null,
      isPersonalised: true,
      isPaused: false,
      unseenCorrections: 0,
    },
  },
  {
    name: 'home-from-group',
    title: '从群里打开首页',
    surface: 'member',
    viewer: READER,
    path: () => `/app/#/pages/home/index?chat=${encodeURIComponent(DEMO_GROUP)}`,
    ready: '#from-group',
    source: communitiesRoutes.enterGroup,
    full: () => ({ group: GROUP }),
    without: ['loading', 'error'],
  },
  {
    name: 'school',
    title: '学堂',
    surface: 'member',
    viewer: READER,
    path: () => '/app/#/pages/school/index',
    ready: '.path-card',
    source: contentRoutes.listLessons,
    empty: { lessons: [], nextCursor: null, completed: 0, total: 0, paths: [] },
  },
  {
    name: 'lesson',
    title: '课程',
    surface: 'member',
    viewer: READER,
    path: ({ lessonId }) => `/app/#/lesson/read/index?lessonId=${lessonId}`,
    ready: '#lesson-text',
    source: contentRoutes.getLesson,
  },
  {
    name: 'lesson-end',
    title: '课文末尾的收藏与笔记',
    surface: 'member',
    viewer: READER,
    path: ({ lessonId }) => `/app/#/lesson/read/index?lessonId=${lessonId}`,
    ready: '#lesson-text',
    act: (page) => readToEnd(page, '#keepsakes'),
    source: discussionRoutes.listComments,
    empty: { comments: [], nextCursor: null },
    without: ['loading', 'error'],
  },
  {
    name: 'lesson-comments',
    title: '课文末尾的评论与提问',
    surface: 'member',
    viewer: READER,
    path: ({ lessonId }) => `/app/#/lesson/read/index?lessonId=${lessonId}`,
    ready: '#lesson-text',
    act: (page) => readToEnd(page, '#lesson-comments'),
  },
  {
    name: 'lesson-search',
    title: '搜索课程',
    surface: 'member',
    viewer: READER,
    path: () => '/app/#/lesson/search/index',
    ready: '#search-text',
    act: async (page) => {
      await page.locator('#search-text:visible input').fill('基金');
      await page.locator('#search-go:visible').click();
      await page.locator('#found-lessons:visible, .blank:visible').first().waitFor();
    },
    source: lessonSearchRoutes.searchLessons,
    empty: { lessons: [], nextCursor: null },
    without: ['loading', 'error'],
  },
  {
    name: 'notebook',
    title: '我的收藏与笔记',
    surface: 'member',
    viewer: READER,
    path: () => '/app/#/account/notebook/index',
    ready: '#notebook-entries',
    source: notebookRoutes.listEntries,
    empty: { entries: [], nextCursor: null },
  },
  {
    name: 'statement',
    title: '积分明细',
    surface: 'member',
    viewer: READER,
    path: () => '/app/#/account/statement/index',
    ready: '#statement',
    source: pointsRoutes.listPostings,
    full: () => STATEMENT,
    empty: { rows: [], total: 0, nextCursor: null },
  },
  {
    name: 'points',
    title: '积分',
    surface: 'member',
    viewer: READER,
    path: () => '/app/#/account/points/index',
    ready: '#points-available',
    source: awardsRoutes.getMissions,
    full: () => MISSIONS,
    empty: {
      checkIn: { day: '2026-11-30', isDone: false, streakDays: 0 },
      missions: [],
      badges: [],
    },
  },
  {
    name: 'exchange',
    title: '积分兑换',
    surface: 'member',
    viewer: READER,
    path: () => '/app/#/account/exchange/index',
    ready: '#exchange-points',
    source: redemptionRoutes.listOffered,
    empty: { items: [], points: 60 },
  },
  {
    name: 'entitlements',
    title: '我的权益',
    surface: 'member',
    viewer: READER,
    path: () => '/app/#/account/entitlements/index',
    ready: '.held',
    source: entitlementsRoutes.listOwn,
    empty: { entitlements: [], nextCursor: null },
  },
  {
    name: 'questionnaire',
    title: '风险测评',
    surface: 'member',
    viewer: READER,
    path: () => '/app/#/suitability/questionnaire/index',
    ready: '#suit-question',
    source: suitabilityRoutes.getQuestionnaire,
  },
  {
    name: 'suitability',
    title: '测评结果',
    surface: 'member',
    viewer: READER,
    path: () => '/app/#/suitability/result/index',
    ready: '#suit-level',
    source: suitabilityRoutes.getOwnSuitability,
    empty: {
      standing: 'NOT_ASSESSED',
      level: null,
      validUntil: null,
      hasRefusedInformation: false,
      latest: null,
      wait: null,
    },
  },
  {
    name: 'suitability-confirm',
    title: '确认测评结果',
    surface: 'member',
    viewer: READER,
    path: () => '/app/#/suitability/result/index',
    ready: '#suit-confirm',
    source: suitabilityRoutes.getOwnSuitability,
    full: () => TO_CONFIRM,
    without: ['loading', 'error'],
  },
  {
    name: 'quiz',
    title: '小测',
    surface: 'member',
    viewer: READER,
    path: ({ lessonId }) => `/app/#/lesson/quiz/index?lessonId=${lessonId}`,
    ready: '#quiz-question',
    source: contentRoutes.getLesson,
  },
  {
    name: 'me',
    title: '我的',
    surface: 'member',
    viewer: READER,
    path: () => '/app/#/pages/me/index',
    ready: '#relation-path',
    source: scoringRoutes.getRelationPath,
  },
  {
    name: 'groups',
    title: '我的社群',
    surface: 'member',
    viewer: READER,
    path: () => '/app/#/community/groups/index',
    ready: '#my-groups-list',
    source: communitiesRoutes.listMyGroups,
    full: () => MY_GROUPS,
    empty: { groups: [] },
  },
  {
    name: 'group',
    title: '群主页',
    surface: 'member',
    viewer: READER,
    path: ({ groupId }) => `/app/#/community/group/index?groupId=${groupId}`,
    ready: '#group-questions .question',
    // The page of the group, and the code under its card.
    source: /^[/]v1[/](groups[/][^/]+|verification[/]cards[/]group[/].+)$/,
    full: (pathname) => (pathname.startsWith('/v1/groups/') ? GROUP_PAGE : { code: 'K7M2-P9QX' }),
    empty: { ...GROUP_PAGE, notices: [], lessons: [], questions: [] },
  },
  {
    name: 'privacy',
    title: '隐私中心',
    surface: 'member',
    viewer: READER,
    path: () => '/app/#/account/privacy/index',
    ready: '#toggle-service',
    source: identityRoutes.listConsents,
  },
  {
    name: 'access-copy',
    title: '我的资料副本',
    surface: 'member',
    viewer: READER,
    path: () => '/app/#/account/copy/index',
    ready: '#take-copy',
    source: privacyRoutes.getAccessCopy,
  },
  {
    name: 'access-copy-files',
    title: '我的资料副本 · 文件',
    surface: 'member',
    viewer: READER,
    path: () => '/app/#/account/copy/index',
    ready: '#order-csv',
    source: privacyRoutes.listCopyOrders,
    full: () => COPY_ORDERS,
    without: ['loading', 'error'],
    act: async (page) => {
      await page.locator('#fetch-csv').scrollIntoViewIfNeeded();
      await page.locator('#copy-files').evaluate((card) => {
        card.scrollIntoView();
      });
    },
  },
  {
    name: 'learning-record',
    title: '学习记录',
    surface: 'member',
    viewer: READER,
    path: () => '/app/#/account/learning/index',
    ready: '#learning-entries',
    source: learningRecordRoutes.getLearningRecord,
    empty: { entries: [], nextCursor: null },
  },
  {
    name: 'corrections',
    title: '更正说明',
    surface: 'member',
    viewer: READER,
    path: () => '/app/#/account/corrections/index',
    ready: '#correction-0',
    // To be read is told at once, and nobody was ever owed the one in the picture.
    source: /^\/v1\/corrections/,
    full: (pathname) => (pathname.endsWith('/seen') ? {} : CORRECTIONS),
    empty: { corrections: [], nextCursor: null },
  },
  {
    name: 'products',
    title: '适合您的产品',
    surface: 'member',
    viewer: READER,
    path: () => '/app/#/products/list/index',
    ready: '#ask-product',
    source: productShelfRoutes.listShown,
    full: () => SHOWN_PRODUCTS,
    empty: { products: [], nextCursor: null, reasons: [], asked: [] },
  },
  {
    name: 'products-closed',
    title: '测评之前的产品页',
    surface: 'member',
    viewer: READER,
    path: () => '/app/#/products/list/index',
    ready: '#shelf-closed',
    source: productShelfRoutes.listShown,
    full: () => ({ products: [], nextCursor: null, reasons: ['NOT_ASSESSED', 'CALL_BACK_DUE'], asked: [] }),
    without: ['loading', 'error'],
  },
  {
    name: 'product-asked',
    title: '自己询问的产品 · 不适当告知',
    surface: 'member',
    viewer: READER,
    path: () => `/app/#/products/one/index?productId=${ASKED_PAGE.product.productId}`,
    ready: '#notice-confirm',
    source: productShelfRoutes.getShown,
    full: () => ASKED_PAGE,
    // It waits and fails as the list does.
    without: ['loading', 'error'],
  },
  {
    name: 'product-high-risk',
    title: '高风险产品 · 补充了解',
    surface: 'member',
    viewer: READER,
    path: () => `/app/#/products/one/index?productId=${HIGH_RISK_PAGE.product.productId}`,
    ready: '#notice-confirm',
    source: productShelfRoutes.getShown,
    full: () => HIGH_RISK_PAGE,
    without: ['loading', 'error'],
  },
  {
    name: 'product-cooling',
    title: '高风险产品 · 冷静期',
    surface: 'member',
    viewer: READER,
    path: () => `/app/#/products/one/index?productId=${COOLING_PAGE.product.productId}`,
    ready: '#product-cooling',
    source: productShelfRoutes.getShown,
    full: () => COOLING_PAGE,
    without: ['loading', 'error'],
  },
  {
    name: 'account-closing',
    title: '注销账号',
    surface: 'member',
    viewer: READER,
    path: () => '/app/#/account/closing/index',
    ready: '#close-account',
  },
  {
    name: 'account-link',
    title: '关联账户',
    surface: 'member',
    viewer: READER,
    path: () => '/app/#/account/link/index',
    ready: '#link-send',
    source: identityRoutes.listConsents,
  },
  {
    name: 'notices',
    title: '提醒与通知',
    surface: 'member',
    viewer: READER,
    path: () => '/app/#/account/notices/index',
    ready: '#sent-notices',
    source: notificationsRoutes.listNotices,
    full: () => SENT_NOTICES,
    empty: { notices: [], nextCursor: null },
  },
  {
    name: 'about',
    title: '关于私域',
    surface: 'member',
    viewer: READER,
    path: () => '/app/#/account/about/index',
    ready: '#about-firm',
  },
  {
    name: 'verify',
    title: '真伪核验',
    surface: 'member',
    viewer: null,
    path: ({ cardCode }) => `/app/#/account/verify/index?code=${cardCode}`,
    ready: '#verify-outcome',
  },
  {
    name: 'complaints',
    title: '投诉与建议',
    surface: 'member',
    viewer: READER,
    path: () => '/app/#/account/complaints/index',
    ready: '#complaints',
    source: careRoutes.listOwnComplaints,
    empty: { complaints: [], nextCursor: null },
  },
  {
    name: 'complain',
    title: '写投诉或建议',
    surface: 'member',
    viewer: READER,
    path: () => '/app/#/account/complain/index',
    ready: '#complain-send',
  },
  {
    name: 'professional',
    title: '专业投资者申请',
    surface: 'member',
    viewer: READER,
    path: () => '/app/#/account/professional/index',
    ready: '#professional-send',
    source: professionalRoutes.getOwn,
    full: () => OWN_PROFESSIONAL,
    empty: { professionalUntil: null, application: null, mayApply: false },
  },
  {
    name: 'elder',
    title: '年龄与安全联系人',
    surface: 'member',
    viewer: READER,
    path: () => '/app/#/account/elder/index',
    ready: '#trusted-contact-shown',
    source: elderRoutes.getOwn,
    full: () => OWN_PROTECTION,
    empty: { birthYear: null, elderAge: 65, callBack: 'AGE_UNKNOWN', trustedContact: null, notices: [] },
  },
];
