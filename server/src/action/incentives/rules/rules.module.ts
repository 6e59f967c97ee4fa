import { Module } from '@nestjs/common';
import { AuditModule } from '../../../foundation/audit/index.ts';
import { OrganisationModule } from '../../../foundation/organisation/index.ts';
import { ReviewsModule } from '../../../foundation/reviews/index.ts';
import { SegmentsModule } from '../../../insight/segments/index.ts';
import { ModerationModule } from '../../../records/moderation/index.ts';
import { IncentiveLimitsModule } from '../limits/incentive-limits.module.ts';
import { Budgets } from './budgets.ts';
import { LiveRules } from './live-rules.ts';
import { RuleApproval } from './rule-approval.ts';
import { RuleChecks } from './rule-checks.ts';
import { RuleDesk } from './rule-desk.ts';
import { RuleDetails } from './rule-details.ts';
import { RuleHistories } from './rule-histories.ts';
import { RuleItems } from './rule-items.ts';
import { RuleMoves } from './rule-moves.ts';
import { RuleSteps } from './rule-steps.ts';
import { RuleStops } from './rule-stops.ts';
import { RuleWording } from './rule-wording.ts';
import { RuleWriting } from './rule-writing.ts';
import { RulesConsoleController } from './rules.console.controller.ts';

@Module({
  imports: [
    AuditModule,
    IncentiveLimitsModule,
    ModerationModule,
    OrganisationModule,
    ReviewsModule,
    SegmentsModule,
  ],
  controllers: [RulesConsoleController],
  providers: [
    Budgets,
    LiveRules,
    RuleApproval,
    RuleChecks,
    RuleDesk,
    RuleDetails,
    RuleHistories,
    RuleItems,
    RuleMoves,
    RuleSteps,
    RuleStops,
    RuleWording,
    RuleWriting,
  ],
  exports: [
    Budgets,
    LiveRules,
    RuleChecks,
    RuleDesk,
    RuleDetails,
    RuleHistories,
    RuleItems,
    RuleStops,
    RuleWriting,
  ],
})
export class RulesModule {}
