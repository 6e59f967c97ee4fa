import { backtestsRoutes } from '@siyu/shared/contracts/backtests.routes';
import { incentiveRulesRoutes } from '@siyu/shared/contracts/incentive-rules.routes';
import type { Scene } from './scene.ts';

/** What members are thanked for: the rules, and the studio in which they are written. */
export const INCENTIVE_SCENES: readonly Scene[] = [
  {
    name: 'console-incentives',
    title: '运营台 · 激励规则',
    surface: 'console',
    viewer: 'operator',
    path: () => '/console/incentives',
    ready: 'tbody tr.ant-table-row',
    source: incentiveRulesRoutes.listIncentives,
    empty: { rows: [], total: 0, nextCursor: null },
  },
  {
    name: 'console-incentive-new',
    title: '运营台 · 新建激励规则',
    surface: 'console',
    viewer: 'operator',
    path: () => '/console/incentives/new',
    ready: '.incentive-presets li',
  },
  {
    name: 'console-incentive-guard',
    title: '运营台 · 规则没有通过合规核对',
    surface: 'console',
    viewer: 'operator',
    path: () => '/console/incentives/new',
    ready: '.incentive-presets li',
    act: async (page) => {
      await page.getByRole('button', { name: '从「本周第三课」开始' }).click();
      await page.getByLabel('每次多少').fill('900');
      await page.getByText('REQ-INC-2').waitFor();
    },
  },
  {
    name: 'console-incentive',
    title: '运营台 · 一条激励规则',
    surface: 'console',
    viewer: 'operator',
    path: ({ incentiveId }) => `/console/incentives/${incentiveId}`,
    ready: '.incentive-aside .chip-success',
    source: incentiveRulesRoutes.getIncentive,
  },
  {
    name: 'console-backtest',
    title: '运营台 · 规则的回测',
    surface: 'console',
    viewer: 'operator',
    path: ({ incentiveId }) => `/console/incentives/${incentiveId}`,
    ready: '.backtest-ask',
    act: async (page) => {
      const ask = page.getByRole('button', { name: '开始回测' });
      await ask.click();
      await page.locator('.backtest-report').waitFor();
    },
  },
  {
    name: 'console-backtests-none',
    title: '运营台 · 还没有回测',
    surface: 'console',
    viewer: 'operator',
    path: ({ incentiveId }) => `/console/incentives/${incentiveId}`,
    ready: '.backtest-ask',
    source: backtestsRoutes.listBacktests,
    empty: { rows: [] },
    without: ['full'],
  },
];
