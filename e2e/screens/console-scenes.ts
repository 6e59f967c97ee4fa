import { awardsRoutes } from '@siyu/shared/contracts/awards.routes';
import { channelsRoutes } from '@siyu/shared/contracts/channels.routes';
import { communitiesDeskRoutes } from '@siyu/shared/contracts/communities-desk.routes';
import { configurationRoutes } from '@siyu/shared/contracts/configuration.routes';
import { contentRoutes } from '@siyu/shared/contracts/content.routes';
import { discussionDeskRoutes } from '@siyu/shared/contracts/discussion-desk.routes';
import { importsRoutes } from '@siyu/shared/contracts/imports.routes';
import { memberLinksRoutes } from '@siyu/shared/contracts/member-links.routes';
import { panoramaRoutes } from '@siyu/shared/contracts/panorama.routes';
import { exportsRoutes } from '@siyu/shared/contracts/exports.routes';
import { jobsRoutes } from '@siyu/shared/contracts/jobs.routes';
import { notificationsRoutes } from '@siyu/shared/contracts/notifications.routes';
import { platformSendsRoutes } from '@siyu/shared/contracts/platform-sends.routes';
import { workspaceRoutes } from '@siyu/shared/contracts/workspace.routes';
import { RUNNING, UNDERWAY } from './import-files.ts';
import { NOTICE_ROWS } from './notices.ts';
import { SENDS, UNKNOWN_SEND } from './platform-sends.ts';
import { HELD_AWARDS } from './awards.ts';
import type { Scene } from './scene.ts';

/** The pages of the desk for members, content and what was handed in. */
export const CONSOLE_SCENES: readonly Scene[] = [
  {
    name: 'console-sign-in',
    title: '运营台 · 登录',
    surface: 'console',
    viewer: null,
    path: () => '/console/sign-in',
    ready: '#loginName',
  },
  {
    name: 'console-channels',
    title: '运营台 · 渠道',
    surface: 'console',
    viewer: 'operator',
    path: () => '/console/channels',
    ready: 'tbody tr.ant-table-row',
    source: channelsRoutes.listAccounts,
    empty: { rows: [], total: 0, nextCursor: null, arrivals: null, attributionDays: 7 },
  },
  {
    name: 'console-channel',
    title: '运营台 · 一个渠道账号',
    surface: 'console',
    viewer: 'operator',
    path: () => '/console/channels',
    ready: 'tbody tr.ant-table-row',
    act: async (page) => {
      await page.locator('.ant-table-row').first().click();
      await page.locator('.placements li').first().waitFor();
    },
  },
  {
    name: 'console-groups',
    title: '运营台 · 社群',
    surface: 'console',
    viewer: 'operator',
    path: () => '/console/groups',
    ready: 'tbody tr.ant-table-row',
    source: communitiesDeskRoutes.listGroups,
    empty: { rows: [], total: 0, nextCursor: null },
  },
  {
    name: 'console-group',
    title: '运营台 · 一个社群',
    surface: 'console',
    viewer: 'operator',
    path: ({ groupId }) => `/console/groups?open=${groupId}`,
    ready: '.ant-drawer-body .stage-bars',
    source: communitiesDeskRoutes.getGroup,
  },
  {
    name: 'console-group-questions',
    title: '运营台 · 群里的提问',
    surface: 'console',
    viewer: 'adviser1',
    path: () => '/console/groups?tab=questions',
    ready: 'tbody tr.ant-table-row',
    source: communitiesDeskRoutes.listQuestions,
    empty: { rows: [], total: 0, nextCursor: null, mayAnswer: true },
  },
  {
    name: 'console-group-question',
    title: '运营台 · 回答群里的提问',
    surface: 'console',
    viewer: 'adviser1',
    path: () => '/console/groups?tab=questions',
    ready: 'tbody tr.ant-table-row',
    act: async (page) => {
      await page.locator('.ant-table-row').first().click();
      await page.getByRole('button', { name: '发出回答' }).waitFor();
    },
  },
  {
    name: 'console-awards',
    title: '运营台 · 奖励核对',
    surface: 'console',
    viewer: 'compliance',
    path: () => `/console/awards?state=HELD&open=${HELD_AWARDS.rows[0]?.awardId ?? ''}`,
    ready: 'tbody tr.ant-table-row',
    source: awardsRoutes.listStaffAwards,
    full: () => HELD_AWARDS,
    empty: { rows: [], total: 0, nextCursor: null },
  },
  {
    name: 'console-comments',
    title: '运营台 · 审评',
    surface: 'console',
    viewer: 'operator',
    path: () => '/console/comments',
    ready: 'tbody tr.ant-table-row',
    source: discussionDeskRoutes.listComments,
    empty: { rows: [], total: 0, nextCursor: null },
  },
  {
    name: 'console-comment',
    title: '运营台 · 审评一条评论',
    surface: 'console',
    viewer: 'operator',
    path: () => '/console/comments',
    ready: 'tbody tr.ant-table-row',
    act: async (page) => {
      await page.locator('.ant-table-row').first().click();
      await page.getByRole('button', { name: '通过并展示' }).waitFor();
    },
  },
  {
    name: 'console-comment-answer',
    title: '运营台 · 回答课程下的提问',
    surface: 'console',
    viewer: 'adviser1',
    path: () => '/console/comments',
    ready: 'tbody tr.ant-table-row',
    act: async (page) => {
      await page.locator('.ant-table-row').first().click();
      await page.getByRole('button', { name: '发出回答' }).waitFor();
    },
  },
  {
    name: 'console-members',
    title: '运营台 · 会员',
    surface: 'console',
    viewer: 'operator',
    path: () => '/console/members',
    ready: 'tbody tr.ant-table-row',
    standsFor: '列表页',
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
    standsFor: '抽屉',
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
    standsFor: '编辑页',
    source: contentRoutes.getLessonDetail,
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
    name: 'console-notices',
    title: '运营台 · 通知',
    surface: 'console',
    viewer: 'operator',
    path: () => '/console/notices',
    ready: 'tbody tr.ant-table-row',
    source: notificationsRoutes.listNoticeRows,
    full: () => NOTICE_ROWS,
    empty: { rows: [], total: 0, unknown: 0, nextCursor: null },
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
    name: 'console-platform-sends',
    title: '运营台 · 平台发送',
    surface: 'console',
    viewer: 'systemAdmin',
    path: () => '/console/platform-sends',
    ready: 'tbody tr.ant-table-row',
    source: platformSendsRoutes.listSends,
    full: () => SENDS,
    empty: { ...SENDS, rows: [], total: 0 },
  },
  {
    name: 'console-platform-send-unknown',
    title: '运营台 · 核定一条结果未知的发送',
    surface: 'console',
    viewer: 'systemAdmin',
    path: () => `/console/platform-sends?open=${UNKNOWN_SEND.sendId}`,
    ready: '.ant-drawer-body .facts',
    source: /^[/]v1[/]console[/]platform-sends/,
    full: (pathname) => (pathname.endsWith('/platform-sends') ? SENDS : UNKNOWN_SEND),
    without: ['loading', 'error'],
    act: async (page) => {
      await page.getByRole('button', { name: '核定结果' }).click();
      await page.getByText('对方已收到').waitFor();
    },
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
