import { Module } from '@nestjs/common';
import { AuditModule } from '../../../foundation/audit/index.ts';
import { ConfigurationModule } from '../../../foundation/configuration/index.ts';
import { IdentityModule } from '../../identity/index.ts';
import { ProductsModule } from '../../products/index.ts';
import { SuitabilityModule } from '../suitability.module.ts';
import { AskedProducts } from './asked-products.ts';
import { AskingHistory } from './asking-history.ts';
import { DecisionLog } from './decision-log.ts';
import { EvidenceBundles } from './evidence/evidence-bundles.ts';
import { SuitabilityEvidenceConsoleController } from './evidence/suitability-evidence.console.controller.ts';
import { GateQuestions } from './gate-questions.ts';
import { MatchRuleSetting } from './match-rule-setting.ts';
import { MemberShelf } from './member-shelf.ts';
import { NoticeConfirmations } from './notice-confirmations.ts';
import { OwnRequests } from './own-requests.ts';
import { ProductPages } from './product-pages.ts';
import { ProductShelfController } from './product-shelf.controller.ts';
import { PurchaseClearances } from './purchase-clearances.ts';
import { ReachedMembers } from './reached-members.ts';
import { SuitabilityGate } from './suitability-gate.ts';

/** Whether products may reach members: the gate, its ledger, and the way of a member to a product. */
@Module({
  imports: [AuditModule, ConfigurationModule, IdentityModule, ProductsModule, SuitabilityModule],
  controllers: [ProductShelfController, SuitabilityEvidenceConsoleController],
  providers: [
    AskedProducts,
    AskingHistory,
    DecisionLog,
    EvidenceBundles,
    GateQuestions,
    MatchRuleSetting,
    MemberShelf,
    NoticeConfirmations,
    OwnRequests,
    ProductPages,
    PurchaseClearances,
    ReachedMembers,
    SuitabilityGate,
  ],
  exports: [PurchaseClearances, ReachedMembers, SuitabilityGate],
})
export class SuitabilityDecisionsModule {}
