import type {
  CheckIncentive,
  IncentiveDetail,
  IncentiveDraft,
  IncentiveQuery,
  IncentiveRows,
  IncentiveVerdict,
  MoveIncentive,
  SaveIncentive,
  SubmitIncentive,
} from './incentive-rules.ts';
import { defineRoute } from './route.ts';

type OfRule = { params: { ruleId: string } };

export const incentiveRulesRoutes = {
  listIncentives: defineRoute<{ query: IncentiveQuery }, IncentiveRows>(
    'incentives.listIncentives',
    'staff',
    'GET',
    '/v1/console/incentive-rules',
  ),
  createIncentive: defineRoute<{ body: IncentiveDraft }, IncentiveDetail>(
    'incentives.createIncentive',
    'staff',
    'POST',
    '/v1/console/incentive-rules',
  ),
  getIncentive: defineRoute<OfRule, IncentiveDetail>(
    'incentives.getIncentive',
    'staff',
    'GET',
    '/v1/console/incentive-rules/:ruleId',
  ),
  saveIncentive: defineRoute<OfRule & { body: SaveIncentive }, IncentiveDetail>(
    'incentives.saveIncentive',
    'staff',
    'PUT',
    '/v1/console/incentive-rules/:ruleId',
  ),
  submitIncentive: defineRoute<OfRule & { body: SubmitIncentive }, IncentiveDetail>(
    'incentives.submitIncentive',
    'staff',
    'POST',
    '/v1/console/incentive-rules/:ruleId/submission',
  ),
  moveIncentive: defineRoute<OfRule & { body: MoveIncentive }, IncentiveDetail>(
    'incentives.moveIncentive',
    'staff',
    'POST',
    '/v1/console/incentive-rules/:ruleId/moves',
  ),
  checkIncentive: defineRoute<{ body: CheckIncentive }, IncentiveVerdict>(
    'incentives.checkIncentive',
    'staff',
    'POST',
    '/v1/console/incentive-checks',
  ),
} as const;
