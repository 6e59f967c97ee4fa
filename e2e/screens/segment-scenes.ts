import { segmentDefinitionsRoutes } from '@siyu/shared/contracts/segment-definitions.routes';
import { segmentsRoutes } from '@siyu/shared/contracts/segments.routes';
import type { Page } from 'playwright-core';
import type { Scene } from './scene.ts';

/** Chooses one of the codes that the first condition of a new segment asks for. */
async function chooseStage(page: Page): Promise<void> {
  await page.getByLabel('条件 1：内容').click();
  await page.locator('.ant-select-item-option:visible', { hasText: '熟悉' }).click();
  await page.locator('h1').click();
  await page.locator('.ant-select-dropdown').waitFor({ state: 'hidden' });
}

/** Segments: those that are there without anybody defining them, and those that are drawn at the desk. */
export const SEGMENT_SCENES: readonly Scene[] = [
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
    standsFor: '抽屉里的一段',
    source: /^[/]v1[/]console[/]segments[/][^/]+[/]members$/,
    empty: { rows: [], total: 0, nextCursor: null },
  },
  {
    name: 'console-segments-own',
    title: '运营台 · 自定义客群',
    surface: 'console',
    viewer: 'operator',
    path: () => '/console/segments?tab=own',
    ready: 'tbody tr.ant-table-row',
    source: segmentDefinitionsRoutes.listDefinitions,
    empty: { rows: [], total: 0, nextCursor: null, asOf: '2026-12-01', days: 30 },
  },
  {
    name: 'console-segment-own',
    title: '运营台 · 一个自定义客群',
    surface: 'console',
    viewer: 'operator',
    path: ({ segmentId }) => `/console/segments?tab=own&open=${segmentId}`,
    ready: '.ant-drawer-body .stays li',
    source: segmentDefinitionsRoutes.getDefinition,
  },
  {
    name: 'console-segment-new',
    title: '运营台 · 新建客群',
    surface: 'console',
    viewer: 'operator',
    path: () => '/console/segments/new',
    ready: '.ruleGroup',
    act: async (page) => {
      await chooseStage(page);
      await page.getByText('同行阶段是熟悉').waitFor();
      await page.getByRole('button', { name: '加条件', exact: true }).click();
      await page.getByLabel('条件 2：看什么').click();
      await page.locator('.ant-select-item-option:visible', { hasText: '随机分组' }).click();
      await page.getByLabel('条件 2：内容（分组名）').fill('A/B 三月');
      await page.getByText('的第 1–50 份里').waitFor();
    },
  },
  {
    name: 'console-segment-faults',
    title: '运营台 · 还没有写完的规则',
    surface: 'console',
    viewer: 'operator',
    path: () => '/console/segments/new',
    ready: '.ruleGroup',
    act: async (page) => {
      await chooseStage(page);
      await page.getByRole('button', { name: '加条件组', exact: true }).click();
      await page.getByText('规则还不完整').waitFor();
    },
  },
  {
    name: 'console-segment-edit',
    title: '运营台 · 修改客群',
    surface: 'console',
    viewer: 'operator',
    path: ({ segmentId }) => `/console/segments/${segmentId}`,
    ready: '.segment-overlaps li',
    source: segmentDefinitionsRoutes.getDefinition,
  },
];
