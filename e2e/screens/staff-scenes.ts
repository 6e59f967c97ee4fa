import { identityRoutes } from '@siyu/shared/contracts/identity.routes';
import { signInRoutes } from '@siyu/shared/contracts/sign-in.routes';
import { handoversRoutes } from '@siyu/shared/contracts/handovers.routes';
import { staffRoutes } from '@siyu/shared/contracts/staff.routes';
import { HANDED_OVER_ROWS } from './handovers.ts';
import type { Scene } from './scene.ts';

/** The pages of the desk for its own people. */
export const STAFF_SCENES: readonly Scene[] = [
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
    name: 'console-handovers',
    title: '运营台 · 离职交接',
    surface: 'console',
    viewer: 'head1',
    path: () => '/console/handovers',
    ready: '.stays li',
    source: handoversRoutes.listHandovers,
    full: () => ({ rows: HANDED_OVER_ROWS, total: 1, nextCursor: null }),
    empty: { rows: [], total: 0, nextCursor: null },
  },
  {
    name: 'console-own-sign-in',
    title: '运营台 · 我的登录',
    surface: 'console',
    viewer: 'operator',
    path: () => '/console/own-sign-in',
    ready: '.session-rows li',
    standsFor: '页面里的一段',
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
  {
    name: 'console-sidebar',
    title: '企业微信侧边栏 · 聊天旁的客户',
    surface: 'console',
    viewer: 'adviser1',
    path: ({ whole }) => {
      const where = { employee: 'adviser1', customer: 'demo-3', sidebar: `${whole.url}/console/sidebar` };
      return `${whole.sandboxUrl}/wecom-chat?${new URLSearchParams(where).toString()}`;
    },
    ready: '#sidebar',
    act: async (page) => {
      const beside = page.frameLocator('#sidebar');
      await beside.getByText('最近学习').waitFor();
      await beside.getByRole('button', { name: '发送「问候」' }).waitFor();
    },
  },
  {
    name: 'console-sidebar-outside',
    title: '企业微信侧边栏 · 在浏览器里打开',
    surface: 'console',
    viewer: 'adviser1',
    path: () => '/console/sidebar',
    ready: '.sidebar',
  },
];

export const REPORT_SCENES: readonly Scene[] = [
  {
    name: 'score-report',
    title: '评分报告（npm run score --html）',
    surface: 'console',
    viewer: null,
    path: ({ scoreReportUrl }) => scoreReportUrl,
    ready: '#quality',
  },
];
