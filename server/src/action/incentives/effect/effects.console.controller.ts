import { Controller, Param } from '@nestjs/common';
import { IncentiveEffect } from '@siyu/shared/contracts/incentive-effects';
import { incentiveEffectsRoutes } from '@siyu/shared/contracts/incentive-effects.routes';
import { PublicId } from '@siyu/shared/contracts/primitives';
import { Access, Bind } from '../../../platform/http/index.ts';
import { RuleEffects } from './rule-effects.ts';

@Controller()
export class EffectsConsoleController {
  constructor(private readonly effects: RuleEffects) {}

  /** Sums over all members of the firm, for those who read its rules. */
  @Bind(incentiveEffectsRoutes.getIncentiveEffect, { response: IncentiveEffect })
  @Access({ audience: 'staff', roles: ['operator', 'analyst', 'compliance'] })
  getIncentiveEffect(@Param('ruleId', { schema: PublicId }) ruleId: string): Promise<IncentiveEffect> {
    return this.effects.get(ruleId);
  }
}
