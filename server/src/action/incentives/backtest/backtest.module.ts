import { Module } from '@nestjs/common';
import { AuditModule } from '../../../foundation/audit/index.ts';
import { OrganisationModule } from '../../../foundation/organisation/index.ts';
import { EntitlementsModule } from '../../../records/entitlements/index.ts';
import { IdentityModule } from '../../../records/identity/index.ts';
import { IncentiveLimitsModule } from '../limits/incentive-limits.module.ts';
import { RedemptionModule } from '../redemption/redemption.module.ts';
import { RulesModule } from '../rules/rules.module.ts';
import { BacktestAsking } from './backtest-asking.ts';
import { BacktestDesk } from './backtest-desk.ts';
import { BacktestReports } from './backtest-reports.ts';
import { BacktestWorker } from './backtest-worker.ts';
import { BacktestsConsoleController } from './backtests.console.controller.ts';
import { CurrentDrafts } from './current-drafts.ts';
import { ReplaySources } from './replay-sources.ts';
import { WhatIf } from './what-if.ts';

@Module({
  imports: [
    AuditModule,
    IdentityModule,
    EntitlementsModule,
    IncentiveLimitsModule,
    OrganisationModule,
    RedemptionModule,
    RulesModule,
  ],
  controllers: [BacktestsConsoleController],
  providers: [
    BacktestAsking,
    BacktestDesk,
    BacktestReports,
    BacktestWorker,
    CurrentDrafts,
    ReplaySources,
    WhatIf,
  ],
  exports: [BacktestAsking],
})
export class BacktestModule {}
