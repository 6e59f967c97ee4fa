import { assessmentsRoutes } from '@siyu/shared/contracts/assessments.routes';
import { brakesRoutes } from '@siyu/shared/contracts/brakes.routes';
import { reviewsRoutes } from '@siyu/shared/contracts/reviews.routes';
import { pointsRoutes } from '@siyu/shared/contracts/points.routes';
import { retentionRoutes } from '@siyu/shared/contracts/retention.routes';
import { trailRoutes } from '@siyu/shared/contracts/trail.routes';
import { archiveRoutes } from '@siyu/shared/contracts/archive.routes';
import { archiveAnswer, FINDINGS } from './archive.ts';
import { verificationRoutes } from '@siyu/shared/contracts/verification.routes';
import { CLOSINGS, TOTALS } from './points.ts';
import type { Scene } from './scene.ts';

/** What compliance decides, stops and looks up. */
export const COMPLIANCE_SCENES: readonly Scene[] = [
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
    name: 'console-archive',
    title: '运营台 · 会话留痕',
    surface: 'console',
    viewer: 'compliance',
    path: () => '/console/archive',
    ready: 'tbody tr.ant-table-row',
    source: archiveRoutes.listFindings,
    full: () => FINDINGS,
    empty: { rows: [], total: 0, nextCursor: null },
  },
  {
    name: 'console-archive-finding',
    title: '运营台 · 会话里的一句话',
    surface: 'console',
    viewer: 'compliance',
    path: () => `/console/archive?open=${FINDINGS.rows[0]?.findingId ?? ''}`,
    ready: '.ant-drawer-body .facts',
    source: /^[/]v1[/]console[/]archive[/]/,
    full: archiveAnswer,
    without: ['loading', 'error'],
  },
  {
    name: 'console-review-notice',
    title: '运营台 · 复核群公告',
    surface: 'console',
    viewer: 'compliance',
    path: () => '/console/reviews',
    ready: 'tbody tr.ant-table-row',
    act: async (page) => {
      await page.locator('.ant-table-row', { hasText: '群公告' }).first().click();
      await page.getByRole('button', { name: '通过', exact: true }).waitFor();
    },
  },
  {
    name: 'console-brakes',
    title: '运营台 · 停发',
    surface: 'console',
    viewer: 'compliance',
    path: () => '/console/brakes',
    ready: 'tbody tr.ant-table-row',
    source: brakesRoutes.listBrakes,
    empty: { rows: [], total: 0, nextCursor: null },
  },
  {
    name: 'console-brake',
    title: '运营台 · 一次停发',
    surface: 'console',
    viewer: 'compliance',
    path: () => '/console/brakes',
    ready: 'tbody tr.ant-table-row',
    act: async (page) => {
      await page.locator('.ant-table-row').first().click();
      await page.getByRole('button', { name: '申请恢复' }).waitFor();
    },
  },
  {
    name: 'console-brake-put-on',
    title: '运营台 · 一键停发，全公司停发时的提示',
    surface: 'console',
    viewer: 'compliance',
    path: () => '/console/brakes',
    ready: 'tbody tr.ant-table-row',
    act: async (page) => {
      const json = {
        brake: { putOnAt: '2026-11-24T02:00:00.000Z', putOnByName: '梁正', reason: '监管要求先停下自查' },
      };
      await page.route(
        (url) => url.pathname === brakesRoutes.getFirmBrake.path,
        (route) => route.fulfill({ json }),
      );
      await page.reload();
      await page.getByText('全公司停发中').waitFor();
      await page.getByRole('button', { name: '一键停发' }).click();
      await page.getByRole('radio', { name: '产品' }).check();
      await page.getByLabel('产品代码').waitFor();
    },
  },
  {
    name: 'console-fake-reports',
    title: '运营台 · 假冒举报',
    surface: 'console',
    viewer: 'compliance',
    path: () => '/console/fake-reports',
    ready: 'tbody tr.ant-table-row',
    source: verificationRoutes.listFakeReports,
    empty: { rows: [], total: 0, nextCursor: null },
  },
  {
    name: 'console-fake-report',
    title: '运营台 · 一条假冒举报',
    surface: 'console',
    viewer: 'compliance',
    path: () => '/console/fake-reports',
    ready: 'tbody tr.ant-table-row',
    act: async (page) => {
      await page.locator('.ant-table-row').first().click();
      await page.getByRole('button', { name: '查看图片 1' }).waitFor();
    },
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
    name: 'console-retention',
    title: '运营台 · 留存期限',
    surface: 'console',
    viewer: 'compliance',
    path: () => '/console/retention',
    ready: 'tbody tr.ant-table-row',
    source: retentionRoutes.listRetention,
  },
  {
    name: 'console-points',
    title: '运营台 · 积分账',
    surface: 'console',
    viewer: 'operator',
    path: () => '/console/points',
    ready: '.facts',
    source: pointsRoutes.getTotals,
    full: () => TOTALS,
    empty: { businessOn: null, waitingOn: null, outstanding: null, days: [] },
  },
  {
    name: 'console-points-closings',
    title: '运营台 · 积分月结',
    surface: 'console',
    viewer: 'operator',
    path: () => '/console/points-closings?open=2026-10',
    ready: '.ant-drawer-body .facts',
    source: pointsRoutes.listClosings,
    full: () => CLOSINGS,
    empty: { rows: [], total: 0, nextCursor: null },
  },
  {
    name: 'console-assessments',
    title: '运营台 · 个人信息影响评估',
    surface: 'console',
    viewer: 'compliance',
    path: () => '/console/impact-assessments',
    ready: 'tbody tr.ant-table-row',
    source: assessmentsRoutes.listAssessments,
    empty: { rows: [], total: 0, nextCursor: null },
  },
  {
    name: 'console-assessment',
    title: '运营台 · 一份影响评估',
    surface: 'console',
    viewer: 'compliance',
    path: () => '/console/impact-assessments',
    ready: 'tbody tr.ant-table-row',
    act: async (page) => {
      await page.locator('.ant-table-row').first().click();
      await page.getByRole('button', { name: '写新版本' }).waitFor();
    },
  },
];
