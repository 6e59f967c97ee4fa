import { backtestsRoutes } from '@siyu/shared/contracts/backtests.routes';
import type { IncentiveEffect } from '@siyu/shared/contracts/incentive-effects';
import { incentiveEffectsRoutes } from '@siyu/shared/contracts/incentive-effects.routes';
import { incentiveRulesRoutes } from '@siyu/shared/contracts/incentive-rules.routes';
import type { Scene } from './scene.ts';

/** A rule whose members had their sixty days: more learned than without it. */
const EFFECT: IncentiveEffect = {
  ruleId: '019ac000-0000-7000-8000-000000000001',
  state: 'COUNTED',
  counted: {
    countedAt: '2026-11-30T00:10:00.000Z',
    since: '2026-06-01T01:00:00.000Z',
    holdoutPercent: 5,
    isSameTopic: true,
    rewarded: { people: 12_480, ripe: 9_236, learned: 2_309 },
    heldOut: { people: 641, ripe: 487, learned: 97 },
    isRatioSuspicious: false,
    difference: { share: 0.0508, low: 0.0121, high: 0.0851 },
    spentFen: 1_847_200,
    costFen: { each: 3_935, least: 2_351, most: 16_581 },
  },
};

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
      await page.getByRole('button', { name: '开始回测' }).click();
      // Queued at first, beside the report of an earlier run that stands there until then.
      await page.locator('.backtest-progress').waitFor();
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
    act: (page) => page.locator('.backtest-ask, [role="alert"]').first().waitFor(),
  },
  {
    name: 'console-incentive-effect',
    title: '运营台 · 一条规则的效果',
    surface: 'console',
    viewer: 'compliance',
    path: ({ incentiveId }) => `/console/incentives/${incentiveId}`,
    ready: '.effect table, .effect > .note',
    source: incentiveEffectsRoutes.getIncentiveEffect,
    full: () => EFFECT,
    empty: { ...EFFECT, state: 'NO_HOLDOUT', counted: null },
  },
];
