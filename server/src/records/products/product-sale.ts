import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EndSale } from '@siyu/shared/contracts/products';
import { PRODUCT_SUBJECT } from '@siyu/shared/contracts/products.limits';
import type { RiskLevel } from '@siyu/shared/suitability';
import { Audit } from '../../foundation/audit/index.ts';
import { type DecidedReview, Reviews } from '../../foundation/reviews/index.ts';
import { Clock } from '../../platform/clock/index.ts';
import { insertRows, type Transaction } from '../../platform/database/index.ts';
import type { Principal } from '../../platform/http/index.ts';
import { Outbox } from '../../platform/outbox/index.ts';
import { Product, ProductLevelEntry } from './product.entity.ts';
import { PRODUCT_LEVEL_CHANGED } from './product.events.ts';
import { lockProduct } from './product-editing.ts';
import { hashOf } from './product-terms.ts';
import { editorMayNotReview, productChangedSinceReview, productNotOnSale } from './products.errors.ts';
import { requireRated } from './require-rated.ts';

/** From the second pair of eyes to the end of the sale. */
@Injectable()
export class ProductSale implements OnModuleInit {
  constructor(
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly reviews: Reviews,
    private readonly outbox: Outbox,
  ) {}

  onModuleInit(): void {
    this.reviews.onDecided(PRODUCT_SUBJECT, (tx, review) => this.#decide(tx, review));
  }

  /** Nobody is matched with it any more. @throws {AppError} products.not_on_sale */
  async end(
    tx: Transaction,
    productId: string,
    { reason, isForGood }: EndSale,
    actor: Principal,
  ): Promise<void> {
    const { state, version } = await lockProduct(tx, productId, this.clock.now());
    const mayEnd = state === 'ON_SALE' || (isForGood && state === 'SUSPENDED');
    if (!mayEnd) throw productNotOnSale();
    const ended = { state: isForGood ? 'RETIRED' : 'SUSPENDED', endReason: reason } as const;
    await tx.manager.update(Product, { productId }, ended);
    await this.audit.record(tx, {
      actor,
      action: 'products.end_sale',
      subjectKind: PRODUCT_SUBJECT,
      subjectId: productId,
      inputs: { version, reason, isForGood },
    });
  }

  /** The product follows the decision in the same transaction; nobody who wrote a part of it may decide. */
  async #decide(tx: Transaction, review: DecidedReview): Promise<void> {
    const { subjectId: productId, version, sha256, isApproved, decider } = review;
    const decidedAt = this.clock.now();
    const product = await lockProduct(tx, productId, decidedAt);
    if (product.editorIds.includes(decider.id)) throw editorMayNotReview();
    const isSame = product.state === 'IN_REVIEW' && product.version === version && hashOf(product) === sha256;
    if (!isSame) throw productChangedSinceReview();
    if (!isApproved) {
      await tx.manager.update(Product, { productId }, { state: 'DRAFT' });
      return;
    }
    const { level, validUntil } = requireRated(product, decidedAt);
    await tx.manager.update(Product, { productId }, { state: 'ON_SALE', endReason: null });
    const [last] = await tx.manager.find(ProductLevelEntry, {
      where: { productId },
      order: { version: 'DESC' },
      take: 1,
    });
    const entry = { productId, version, level, validUntil, sha256, deciderId: decider.id, decidedAt };
    await insertRows(tx, ProductLevelEntry, [entry]);
    if (last !== undefined && last.level !== level) await this.#tell(tx, product, last.level, level);
    await this.audit.record(tx, {
      actor: decider,
      action: 'products.put_on_sale',
      subjectKind: PRODUCT_SUBJECT,
      subjectId: productId,
      inputs: { version, sha256, level },
    });
  }

  /** Those whom it has reached hear of it (REQ-SUIT-8). */
  async #tell(tx: Transaction, product: Product, before: RiskLevel, level: RiskLevel): Promise<void> {
    const { productId, name, version } = product;
    await this.outbox.publish(tx, {
      type: PRODUCT_LEVEL_CHANGED.type,
      version: 1,
      subjectNo: null,
      subjectSeq: null,
      occurredAt: this.clock.now(),
      causationId: null,
      payload: { productId, name, version, before, level, afterNo: 0 },
    });
  }
}
