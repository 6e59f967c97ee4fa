import { Module } from '@nestjs/common';
import { AuditModule } from '../../../foundation/audit/index.ts';
import { OrganisationModule } from '../../../foundation/organisation/index.ts';
import { ReviewsModule } from '../../../foundation/reviews/index.ts';
import { EntitlementsModule } from '../../../records/entitlements/index.ts';
import { IdentityModule } from '../../../records/identity/index.ts';
import { ModerationModule } from '../../../records/moderation/index.ts';
import { ContentModule } from '../../../services/content/index.ts';
import { LiveModule } from '../../../services/live/index.ts';
import { LedgerModule } from '../ledger/ledger.module.ts';
import { IncentiveLimitsModule } from '../limits/incentive-limits.module.ts';
import { CatalogueConsoleController } from './catalogue.console.controller.ts';
import { ClosedRedemptions } from './closed-redemptions.ts';
import { ItemDesk } from './item-desk.ts';
import { ItemEditing } from './item-editing.ts';
import { ItemGuard } from './item-guard.ts';
import { ItemHistories } from './item-histories.ts';
import { ItemPublication } from './item-publication.ts';
import { ItemShelf } from './item-shelf.ts';
import { ItemStock } from './item-stock.ts';
import { ItemWording } from './item-wording.ts';
import { RedemptionCancelling } from './redemption-cancelling.ts';
import { RedemptionCopies } from './redemption-copies.ts';
import { RedemptionController } from './redemption.controller.ts';
import { RedemptionWords } from './redemption-words.ts';
import { Redemptions } from './redemptions.ts';

/** What points are exchanged for: the catalogue with its stock, and the exchange itself. */
@Module({
  imports: [
    AuditModule,
    OrganisationModule,
    ReviewsModule,
    EntitlementsModule,
    IdentityModule,
    ModerationModule,
    ContentModule,
    LiveModule,
    LedgerModule,
    IncentiveLimitsModule,
  ],
  controllers: [RedemptionController, CatalogueConsoleController],
  providers: [
    ClosedRedemptions,
    ItemDesk,
    ItemEditing,
    ItemGuard,
    ItemHistories,
    ItemPublication,
    ItemShelf,
    ItemStock,
    ItemWording,
    RedemptionCancelling,
    RedemptionCopies,
    RedemptionWords,
    Redemptions,
  ],
  exports: [ItemEditing, ItemHistories, ItemStock, RedemptionCopies],
})
export class RedemptionModule {}
