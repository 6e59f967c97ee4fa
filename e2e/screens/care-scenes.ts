import { careDeskRoutes } from '@siyu/shared/contracts/care-desk.routes';
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
];
