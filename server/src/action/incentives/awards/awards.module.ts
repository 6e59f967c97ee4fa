import { Module } from '@nestjs/common';
import { AuditModule } from '../../../foundation/audit/index.ts';
import { OrganisationModule } from '../../../foundation/organisation/index.ts';
import { ChannelsModule } from '../../../records/channels/index.ts';
import { EngagementModule } from '../../../records/engagement/index.ts';
import { EntitlementsModule } from '../../../records/entitlements/index.ts';
import { IdentityModule } from '../../../records/identity/index.ts';
import { ContentModule } from '../../../services/content/index.ts';
import { LedgerModule } from '../ledger/ledger.module.ts';
import { IncentiveLimitsModule } from '../limits/incentive-limits.module.ts';
import { RedemptionModule } from '../redemption/redemption.module.ts';
import { RulesModule } from '../rules/rules.module.ts';
import { AwardBatch } from './award-batch.ts';
import { AwardBudgets } from './award-budgets.ts';
import { AwardCopies } from './award-copies.ts';
import { AwardDesk } from './award-desk.ts';
import { AwardGiving } from './award-giving.ts';
import { AwardHistories } from './award-histories.ts';
import { AwardHistory } from './award-history.ts';
import { AwardRings } from './award-rings.ts';
import { AwardNumbers } from './award-numbers.ts';
import { AwardRows } from './award-rows.ts';
import { AwardSources } from './award-sources.ts';
import { AwardStock } from './award-stock.ts';
import { AwardWorker } from './award-worker.ts';
import { AwardsConsoleController } from './awards.console.controller.ts';
import { AwardsController } from './awards.controller.ts';
import { CheckIns } from './check-ins.ts';
import { GuardedRules } from './guarded-rules.ts';
import { MemberAwards } from './member-awards.ts';
import { StaffAwards } from './staff-awards.ts';

@Module({
  imports: [
    AuditModule,
    OrganisationModule,
    ChannelsModule,
    ContentModule,
    EngagementModule,
    EntitlementsModule,
    IdentityModule,
    IncentiveLimitsModule,
    LedgerModule,
    RedemptionModule,
    RulesModule,
  ],
  controllers: [AwardsController, AwardsConsoleController],
  providers: [
    AwardBatch,
    AwardBudgets,
    AwardCopies,
    AwardDesk,
    AwardGiving,
    AwardHistories,
    AwardHistory,
    AwardNumbers,
    AwardRings,
    AwardRows,
    AwardSources,
    AwardStock,
    AwardWorker,
    CheckIns,
    GuardedRules,
    MemberAwards,
    StaffAwards,
  ],
  exports: [AwardCopies, AwardHistories],
})
export class AwardsModule {}
