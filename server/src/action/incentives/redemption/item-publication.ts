import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CATALOGUE_ITEM_SUBJECT } from '@siyu/shared/contracts/redemption.limits';
import { Audit } from '../../../foundation/audit/index.ts';
import { type DecidedReview, Reviews } from '../../../foundation/reviews/index.ts';
import { Clock } from '../../../platform/clock/index.ts';
import type { Transaction } from '../../../platform/database/index.ts';
import type { Principal } from '../../../platform/http/index.ts';
import { KeptPaths } from '../../../records/entitlements/index.ts';
import { CatalogueItem } from './catalogue-item.entity.ts';
import { lockItem } from './item-editing.ts';
import { ItemGuard } from './item-guard.ts';
import { hashOf } from './item-terms.ts';
import { ItemWording, textOf } from './item-wording.ts';
import { editorMayNotReview, itemChangedSinceReview, itemNotPublished } from './redemption.errors.ts';

/**
 * From the second person's decision to what members find, and back. A course that the catalogue offers is kept for those
 * who hold it: with the last item that offers it gone, its path is open to everybody.
 */
@Injectable()
export class ItemPublication implements OnModuleInit {
  constructor(
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly reviews: Reviews,
    private readonly guard: ItemGuard,
    private readonly wording: ItemWording,
    private readonly kept: KeptPaths,
  ) {}

  onModuleInit(): void {
    this.reviews.onDecided(CATALOGUE_ITEM_SUBJECT, (tx, review) => this.#decide(tx, review));
  }

  /** Nobody can take it any more; who has taken it keeps it. @throws {AppError} catalogue.not_published */
  async withdraw(tx: Transaction, itemId: string, reason: string, actor: Principal): Promise<void> {
    const { state, kind, target, version } = await lockItem(tx, itemId, this.clock.now());
    if (state !== 'PUBLISHED') throw itemNotPublished();
    const withdrawn = { state: 'WITHDRAWN', withdrawalReason: reason, publishedAt: null } as const;
    await tx.manager.update(CatalogueItem, { itemId }, withdrawn);
    if (kind === 'COURSE' && target !== null) await this.kept.letGo(tx, target, itemId);
    await this.audit.record(tx, {
      actor,
      action: 'catalogue.withdraw',
      subjectKind: CATALOGUE_ITEM_SUBJECT,
      subjectId: itemId,
      inputs: { version, reason },
    });
  }

  /** The item follows the decision in the same transaction; nobody who wrote a part of it may decide. */
  async #decide(tx: Transaction, review: DecidedReview): Promise<void> {
    const { subjectId: itemId, version, sha256, isApproved, decider, lookedAt } = review;
    const item = await lockItem(tx, itemId, this.clock.now());
    if (item.editorIds.includes(decider.id)) throw editorMayNotReview();
    const isSame = item.state === 'IN_REVIEW' && item.version === version && hashOf(item) === sha256;
    if (!isSame) throw itemChangedSinceReview();
    if (!isApproved) {
      await tx.manager.update(CatalogueItem, { itemId }, { state: 'DRAFT' });
      return;
    }
    await this.guard.require(item);
    await this.wording.requireLookedAt(textOf(item), lookedAt);
    const published = { state: 'PUBLISHED', publishedAt: this.clock.now(), withdrawalReason: null } as const;
    await tx.manager.update(CatalogueItem, { itemId }, published);
    if (item.kind === 'COURSE' && item.target !== null) await this.kept.keep(tx, item.target, itemId);
  }
}
