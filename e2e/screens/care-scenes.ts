import { careDeskRoutes } from '@siyu/shared/contracts/care-desk.routes';
import { elderRoutes } from '@siyu/shared/contracts/elder.routes';
import { professionalRoutes } from '@siyu/shared/contracts/professional.routes';
import { APPLICATION, APPLICATIONS, ELDERS } from './investors.ts';
import type { Scene } from './scene.ts';

/** The pages of the desk for complaints and follow-up calls. */
export const CARE_SCENES: readonly Scene[] = [
  {
    name: 'console-complaints',
    title: '运营台 · 投诉',
    surface: 'console',
    viewer: 'service',
    path: () => '/console/complaints',
    ready: 'tbody tr.ant-table-row',
    source: careDeskRoutes.listComplaints,
    empty: { rows: [], total: 0, overdue: 0, soon: 0, nextCursor: null },
  },
  {
    name: 'console-complaint',
    title: '运营台 · 一件投诉',
    surface: 'console',
    viewer: 'compliance',
    path: () => '/console/complaints',
    ready: 'tbody tr.ant-table-row',
    act: async (page) => {
      await page.locator('.ant-table-row').first().click();
      await page.getByRole('button', { name: '查看图片 1' }).waitFor();
    },
  },
  {
    name: 'console-complaint-intake',
    title: '运营台 · 登记投诉',
    surface: 'console',
    viewer: 'service',
    path: () => '/console/complaints',
    ready: 'tbody tr.ant-table-row',
    act: async (page) => {
      await page.getByRole('button', { name: '登记投诉' }).click();
      await page.getByLabel('投诉的内容').waitFor();
    },
  },
  {
    name: 'console-follow-up-calls',
    title: '运营台 · 回访',
    surface: 'console',
    viewer: 'service',
    path: () => '/console/follow-up-calls',
    ready: 'tbody tr.ant-table-row',
    source: careDeskRoutes.listCalls,
    empty: { rows: [], total: 0, overdue: 0, soon: 0, nextCursor: null },
  },
  {
    name: 'console-follow-up-call',
    title: '运营台 · 一次回访',
    surface: 'console',
    viewer: 'service',
    path: () => '/console/follow-up-calls',
    ready: 'tbody tr.ant-table-row',
    act: async (page) => {
      await page.locator('.ant-table-row').first().click();
      await page.getByRole('list', { name: '经过' }).waitFor();
    },
  },
  {
    name: 'console-suitability',
    title: '运营台 · 适当性',
    surface: 'console',
    viewer: 'compliance',
    path: () => '/console/suitability',
    ready: 'tbody tr.ant-table-row',
    source: professionalRoutes.listApplications,
    full: () => APPLICATIONS,
    empty: { rows: [], total: 0, nextCursor: null },
  },
  {
    name: 'console-professional-application',
    title: '运营台 · 专业投资者申请',
    surface: 'console',
    viewer: 'compliance',
    path: () => `/console/suitability?open=${APPLICATION.applicationId}`,
    ready: '.ant-drawer-body .facts',
    source: /^[/]v1[/]console[/]professional-applications/,
    full: (pathname) => (pathname.endsWith('applications') ? APPLICATIONS : APPLICATION),
    without: ['loading', 'error'],
  },
  {
    name: 'console-elders',
    title: '运营台 · 高龄客户先行回访',
    surface: 'console',
    viewer: 'service',
    path: () => '/console/suitability',
    ready: 'tbody tr.ant-table-row',
    source: elderRoutes.listElders,
    full: () => ELDERS,
    empty: { rows: [], total: 0, nextCursor: null },
  },
  {
    name: 'console-safety-notice',
    title: '运营台 · 联系安全联系人',
    surface: 'console',
    viewer: 'service',
    path: () => `/console/suitability?open=${ELDERS.rows[0]?.member.memberId ?? ''}`,
    ready: '.ant-drawer-body .own-form',
    source: elderRoutes.listElders,
    full: () => ELDERS,
    without: ['loading', 'error'],
  },
];
