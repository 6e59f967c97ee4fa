import { contentRoutes } from '@siyu/shared/contracts/content.routes';
import { feedRoutes } from '@siyu/shared/contracts/feed.routes';
import { identityRoutes } from '@siyu/shared/contracts/identity.routes';
import { importsRoutes } from '@siyu/shared/contracts/imports.routes';
import { reviewsRoutes } from '@siyu/shared/contracts/reviews.routes';
import { scoringRoutes } from '@siyu/shared/contracts/scoring.routes';
import { segmentsRoutes } from '@siyu/shared/contracts/segments.routes';
import { workspaceRoutes } from '@siyu/shared/contracts/workspace.routes';
import { RUNNING, UNDERWAY } from './import-files.ts';
import type { Scene } from './scene.ts';
import { NEWCOMER, READER } from './world.ts';

const MEMBER_SCENES: readonly Scene[] = [
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
    empty: { cards: [], nextCursor: null, continueLesson: null, isPersonalised: true },
  },
  {
    name: 'school',
    title: '学堂',
    surface: 'member',
    viewer: READER,
    path: () => '/app/#/pages/school/index',
    ready: '.path-card',
    source: contentRoutes.listLessons,
    empty: { lessons: [], nextCursor: null },
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
    name: 'privacy',
    title: '隐私中心',
    surface: 'member',
    viewer: READER,
    path: () => '/app/#/account/privacy/index',
    ready: '#toggle-service',
    source: identityRoutes.listConsents,
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
];

const CONSOLE_SCENES: readonly Scene[] = [
  {
    name: 'console-sign-in',
    title: '运营台 · 登录',
    surface: 'console',
    viewer: null,
    path: () => '/console/sign-in',
    ready: '#loginName',
  },
  {
    name: 'console-members',
    title: '运营台 · 会员',
    surface: 'console',
    viewer: 'operator',
    path: () => '/console/members',
    ready: 'tbody tr.ant-table-row',
    source: workspaceRoutes.listMembers,
    empty: { rows: [], total: 0, nextCursor: null },
  },
  {
    name: 'console-member',
    title: '运营台 · 会员详情',
    surface: 'console',
    viewer: 'operator',
    path: ({ memberId }) => `/console/members?member=${memberId}`,
    ready: '.ant-drawer-body',
    source: workspaceRoutes.getMember,
  },
  {
    name: 'console-segments',
    title: '运营台 · 客群',
    surface: 'console',
    viewer: 'operator',
    path: () => '/console/segments',
    ready: 'tbody tr.ant-table-row',
    source: segmentsRoutes.listSegments,
  },
  {
    name: 'console-segment',
    title: '运营台 · 客群明细',
    surface: 'console',
    viewer: 'operator',
    path: () => '/console/segments?open=group.POTENTIAL',
    ready: '.ant-drawer-body .stays li',
    source: /^[/]v1[/]console[/]segments[/][^/]+[/]members$/,
    empty: { rows: [], total: 0, nextCursor: null },
  },
  {
    name: 'console-lessons',
    title: '运营台 · 内容',
    surface: 'console',
    viewer: 'operator',
    path: () => '/console/lessons',
    ready: 'tbody tr.ant-table-row',
    source: contentRoutes.listLessonRows,
    empty: { rows: [], total: 0, nextCursor: null },
  },
  {
    name: 'console-lesson',
    title: '运营台 · 课程编辑',
    surface: 'console',
    viewer: 'operator',
    path: ({ rowLessonId }) => `/console/lessons/${rowLessonId}`,
    ready: 'main form, main .editor',
    source: contentRoutes.getLessonDetail,
  },
  {
    name: 'console-reviews',
    title: '运营台 · 审核',
    surface: 'console',
    viewer: 'compliance',
    path: () => '/console/reviews',
    ready: 'tbody tr.ant-table-row',
    source: reviewsRoutes.listReviews,
    empty: { rows: [], total: 0, nextCursor: null },
  },
  {
    name: 'console-imports',
    title: '运营台 · 数据导入',
    surface: 'console',
    viewer: 'operator',
    path: () => '/console/imports',
    ready: 'tbody tr.ant-table-row',
    source: importsRoutes.listImports,
    empty: { rows: [], total: 0, nextCursor: null },
  },
  {
    name: 'console-import',
    title: '运营台 · 一份导入（有退回）',
    surface: 'console',
    viewer: 'operator',
    path: ({ imports }) => `/console/imports?open=${imports.withRejects}`,
    ready: '.ant-drawer-body .line-figures',
    source: importsRoutes.getImport,
  },
  {
    name: 'console-import-running',
    title: '运营台 · 一份导入（导入中）',
    surface: 'console',
    viewer: 'operator',
    path: () => `/console/imports?open=${RUNNING.importId}`,
    ready: '.ant-drawer-body [role=progressbar]',
    source: /^[/]v1[/]console[/]imports/,
    full: (pathname) => (pathname.endsWith('/imports') ? UNDERWAY : RUNNING),
    without: ['loading', 'error'],
  },
  {
    name: 'console-import-failed',
    title: '运营台 · 一份导入（已停止）',
    surface: 'console',
    viewer: 'operator',
    path: ({ imports }) => `/console/imports?open=${imports.failed}`,
    ready: '.ant-drawer-body .line-figures',
  },
  {
    name: 'console-import-refused',
    title: '运营台 · 导入文件（上传前被拒）',
    surface: 'console',
    viewer: 'operator',
    path: () => '/console/imports',
    ready: 'tbody tr.ant-table-row',
    act: async (page) => {
      await page.getByRole('button', { name: '导入文件' }).click();
      await page.locator('input[type=file]').setInputFiles({
        name: '核心系统交易-2026-11-25.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from('source_id,kind,core_customer_id,occurred_at,product_code\n'),
      });
      await page.getByRole('dialog').getByRole('alert').waitFor();
    },
  },
];

const REPORT_SCENES: readonly Scene[] = [
  {
    name: 'score-report',
    title: '评分报告（npm run score --html）',
    surface: 'console',
    viewer: null,
    path: ({ scoreReportUrl }) => scoreReportUrl,
    ready: '#quality',
  },
];

/** Every page of the thread, and the page of the scoring command line. */
export const SCENES: readonly Scene[] = [...MEMBER_SCENES, ...CONSOLE_SCENES, ...REPORT_SCENES];
