import type { AskBacktest, AskWhatIf, BacktestDetail, BacktestRows, WhatIfAnswer } from './backtests.ts';
import { defineRoute } from './route.ts';

type OfRule = { params: { ruleId: string } };
type OfRun = { params: { runId: string } };

export const backtestsRoutes = {
  askBacktest: defineRoute<OfRule & { body: AskBacktest }, BacktestDetail>(
    'backtests.askBacktest',
    'staff',
    'POST',
    '/v1/console/incentive-rules/:ruleId/backtests',
  ),
  listBacktests: defineRoute<OfRule, BacktestRows>(
    'backtests.listBacktests',
    'staff',
    'GET',
    '/v1/console/incentive-rules/:ruleId/backtests',
  ),
  getBacktest: defineRoute<OfRun, BacktestDetail>(
    'backtests.getBacktest',
    'staff',
    'GET',
    '/v1/console/backtests/:runId',
  ),
  cancelBacktest: defineRoute<OfRun, BacktestDetail>(
    'backtests.cancelBacktest',
    'staff',
    'POST',
    '/v1/console/backtests/:runId/cancellation',
  ),
  askWhatIf: defineRoute<OfRule & { body: AskWhatIf }, WhatIfAnswer>(
    'backtests.askWhatIf',
    'staff',
    'POST',
    '/v1/console/incentive-rules/:ruleId/what-if',
  ),
} as const;
