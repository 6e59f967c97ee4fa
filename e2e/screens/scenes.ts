import { configurationRoutes } from '@siyu/shared/contracts/configuration.routes';
import { contentRoutes } from '@siyu/shared/contracts/content.routes';
import { feedRoutes } from '@siyu/shared/contracts/feed.routes';
import { identityRoutes } from '@siyu/shared/contracts/identity.routes';
import { importsRoutes } from '@siyu/shared/contracts/imports.routes';
import { learningRecordRoutes } from '@siyu/shared/contracts/learning-record.routes';
import { memberLinksRoutes } from '@siyu/shared/contracts/member-links.routes';
import { panoramaRoutes } from '@siyu/shared/contracts/panorama.routes';
import { privacyRoutes } from '@siyu/shared/contracts/privacy.routes';
import { reviewsRoutes } from '@siyu/shared/contracts/reviews.routes';
import { signInRoutes } from '@siyu/shared/contracts/sign-in.routes';
import { staffRoutes } from '@siyu/shared/contracts/staff.routes';
import { scoringRoutes } from '@siyu/shared/contracts/scoring.routes';
import { segmentsRoutes } from '@siyu/shared/contracts/segments.routes';
import { exportsRoutes } from '@siyu/shared/contracts/exports.routes';
import { jobsRoutes } from '@siyu/shared/contracts/jobs.routes';
import { trailRoutes } from '@siyu/shared/contracts/trail.routes';
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
    name: 'access-copy',
    title: '我的资料副本',
    surface: 'member',
    viewer: READER,
    path: () => '/app/#/account/copy/index',
    ready: '#take-copy',
    source: privacyRoutes.getAccessCopy,
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
    name: 'about',
    title: '关于私域',
    surface: 'member',
    viewer: READER,
    path: () => '/app/#/account/about/index',
    ready: '#about-firm',
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
    name: 'console-panorama',
    title: '运营台 · 客户全景',
    surface: 'console',
    viewer: 'operator',
    path: ({ memberId }) => `/console/members/${memberId}`,
    ready: '.panorama .ant-table-row',
    source: panoramaRoutes.getMemberPanorama,
  },
  {
    name: 'console-panorama-checked',
    title: '运营台 · 客户全景（合规核对评分）',
    surface: 'console',
    viewer: 'compliance',
    path: ({ memberId }) => `/console/members/${memberId}`,
    ready: '.panorama .ant-table-row',
    act: async (page) => {
      await page.getByRole('button', { name: '重算核对' }).click();
      await page.getByText('保存的综合分').waitFor();
    },
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
    name: 'console-identity',
    title: '运营台 · 身份与合并',
    surface: 'console',
    viewer: 'service',
    path: () => '/console/identity',
    ready: 'tbody tr.ant-table-row',
    source: memberLinksRoutes.listConflicts,
    empty: { rows: [], total: 0, nextCursor: null },
  },
  {
    name: 'console-identity-conflict',
    title: '运营台 · 一条身份冲突',
    surface: 'console',
    viewer: 'service',
    path: () => '/console/identity',
    ready: 'tbody tr.ant-table-row',
    act: async (page) => {
      await page.locator('.ant-table-row').first().click();
      await page.getByRole('button', { name: '申请合并' }).waitFor();
    },
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
    name: 'console-audit',
    title: '运营台 · 留痕',
    surface: 'console',
    viewer: 'compliance',
    path: () => '/console/audit',
    ready: 'tbody tr.ant-table-row',
    source: trailRoutes.listTrail,
    empty: { rows: [], total: 0, nextCursor: null },
  },
  {
    name: 'console-configuration',
    title: '运营台 · 配置',
    surface: 'console',
    viewer: 'operator',
    path: () => '/console/configuration',
    ready: 'tbody tr.ant-table-row',
    source: configurationRoutes.listKeys,
    empty: { rows: [], total: 0, nextCursor: null },
  },
  {
    name: 'console-configuration-history',
    title: '运营台 · 一项配置',
    surface: 'console',
    viewer: 'operator',
    path: () => '/console/configuration/history?key=segments.tiers',
    ready: '.config-present .facts',
    source: configurationRoutes.listVersions,
  },
  {
    name: 'console-configuration-change',
    title: '运营台 · 修改一项配置',
    surface: 'console',
    viewer: 'operator',
    path: () => '/console/configuration/history?key=segments.tiers',
    ready: '.config-present .facts',
    act: async (page) => {
      await page.getByRole('button', { name: '提出修改' }).click();
      const text = page.locator('textarea.config-json');
      await text.fill((await text.inputValue()).replace('50000000', '60000000'));
      await page.getByRole('button', { name: '查看差异' }).click();
      await page.getByRole('region', { name: '与生效版本的差异' }).waitFor();
    },
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
    name: 'console-exports',
    title: '运营台 · 我的导出',
    surface: 'console',
    viewer: 'operator',
    path: () => '/console/exports',
    ready: 'main .list-card',
    source: exportsRoutes.listExports,
    empty: { rows: [], total: 0, nextCursor: null },
  },
  {
    name: 'console-jobs',
    title: '运营台 · 任务',
    surface: 'console',
    viewer: 'systemAdmin',
    path: () => '/console/jobs',
    ready: 'tbody tr.ant-table-row',
    source: jobsRoutes.listJobs,
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

const STAFF_SCENES: readonly Scene[] = [
  {
    name: 'console-sign-in-code',
    title: '运营台 · 登录第二步',
    surface: 'console',
    viewer: null,
    path: () => '/console/sign-in',
    ready: '#loginName',
    act: async (page) => {
      // Nobody of the demo firm has a second factor; the answer is that of somebody who has.
      const json = {
        type: 'about:blank',
        title: '请输入验证码。',
        status: 401,
        code: 'identity.code_required',
      };
      await page.route(
        (url) => url.pathname === identityRoutes.openStaffSession.path,
        (route) => route.fulfill({ status: 401, contentType: 'application/problem+json', json }),
      );
      await page.getByLabel('登录名').fill('operator');
      await page.locator('#password').fill('whatever it is');
      await page.getByRole('button', { name: '登录', exact: true }).click();
      await page.getByLabel('验证码').waitFor();
    },
  },
  {
    name: 'console-staff',
    title: '运营台 · 员工与角色',
    surface: 'console',
    viewer: 'systemAdmin',
    path: () => '/console/staff',
    ready: 'tbody tr.ant-table-row',
    source: staffRoutes.listStaff,
    empty: { rows: [], total: 0, nextCursor: null },
  },
  {
    name: 'console-staff-person',
    title: '运营台 · 一位员工',
    surface: 'console',
    viewer: 'securityAdmin',
    path: () => '/console/staff?search=analyst',
    ready: 'tbody tr.ant-table-row',
    act: async (page) => {
      await page.locator('.ant-table-row').first().click();
      await page.getByRole('button', { name: '提交复核' }).waitFor();
    },
  },
  {
    name: 'console-own-sign-in',
    title: '运营台 · 我的登录',
    surface: 'console',
    viewer: 'operator',
    path: () => '/console/own-sign-in',
    ready: '.session-rows li',
    source: signInRoutes.listOwnSessions,
  },
  {
    name: 'console-second-factor',
    title: '运营台 · 绑定验证器',
    surface: 'console',
    viewer: 'operator',
    path: () => '/console/own-sign-in',
    ready: '.session-rows li',
    act: async (page) => {
      await page.getByRole('button', { name: '绑定验证器' }).click();
      await page.getByRole('button', { name: '开始设置' }).click();
      await page.locator('.ant-qrcode svg').waitFor();
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
export const SCENES: readonly Scene[] = [
  ...MEMBER_SCENES,
  ...CONSOLE_SCENES,
  ...STAFF_SCENES,
  ...REPORT_SCENES,
];
