import { Module } from '@nestjs/common';
import { AwardsModule } from './awards/awards.module.ts';
import { BacktestModule } from './backtest/backtest.module.ts';
import { EffectModule } from './effect/effect.module.ts';
import { LedgerModule } from './ledger/ledger.module.ts';
import { RedemptionModule } from './redemption/redemption.module.ts';
import { RulesModule } from './rules/rules.module.ts';

/** What members are thanked with, from the rule to what they get for their points; one module a folder. */
@Module({
  imports: [AwardsModule, BacktestModule, EffectModule, LedgerModule, RulesModule, RedemptionModule],
  exports: [AwardsModule, BacktestModule, LedgerModule, RulesModule, RedemptionModule],
})
export class IncentivesModule {}
