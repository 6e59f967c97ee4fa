import { Injectable } from '@nestjs/common';
import type { ProductDraft, SaveProduct } from '@siyu/shared/contracts/products';
import { PRODUCT_SUBJECT } from '@siyu/shared/contracts/products.limits';
import { Audit, type AuditEntry } from '../../foundation/audit/index.ts';
import { Reviews } from '../../foundation/reviews/index.ts';
import { Clock, Randomness } from '../../platform/clock/index.ts';
import { insertRows, type Transaction } from '../../platform/database/index.ts';
import type { Principal } from '../../platform/http/index.ts';
import { Product } from './product.entity.ts';
import { columnsOf } from './product-terms.ts';
import { requireRated } from './require-rated.ts';
import {
  codeTaken,
  productChanged,
  productNotDraft,
  productNotFound,
  productOnSale,
  productRetired,
} from './products.errors.ts';

/** Writing products, up to the request for a second pair of eyes. */
@Injectable()
export class ProductEditing {
  constructor(
    private readonly clock: Clock,
    private readonly randomness: Randomness,
    private readonly audit: Audit,
    private readonly reviews: Reviews,
  ) {}

  /** @returns the id of the draft @throws {AppError} products.code_taken */
  async create(tx: Transaction, draft: ProductDraft, author: Principal): Promise<string> {
    if (await tx.manager.existsBy(Product, { code: draft.code })) throw codeTaken();
    const [productId = ''] = await this.enter(tx, [draft], author, 'products.create');
    return productId;
  }

  /** Drafts whose codes are new. @returns their ids, in their order */
  async enter(
    tx: Transaction,
    drafts: readonly ProductDraft[],
    author: Principal,
    action: 'products.create' | 'products.import',
    more: object = {},
  ): Promise<readonly string[]> {
    const now = this.clock.now();
    const rows = drafts.map((draft): Product => ({
      ...columnsOf(draft),
      productId: this.randomness.uuid(),
      state: 'DRAFT',
      version: 0,
      authorId: author.id,
      editorIds: [author.id],
      reviewId: null,
      endReason: null,
      createdAt: now,
      updatedAt: now,
    }));
    await insertRows(tx, Product, rows);
    await this.audit.recordAll(
      tx,
      rows.map(({ productId, code, sha256 }) => note(action, author, productId, { code, sha256, ...more })),
    );
    return rows.map(({ productId }) => productId);
  }

  /**
   * Replaces the terms of what nobody can be matched with. One under review goes back to its editors; saving the same
   * again changes nothing.
   * @throws {AppError} products.on_sale, products.retired, products.code_taken, products.changed when somebody else saved
   *   since
   */
  async rewrite(
    tx: Transaction,
    productId: string,
    { draft, seenSha256 }: SaveProduct,
    editor: Principal,
  ): Promise<void> {
    const product = await lockProduct(tx, productId, this.clock.now());
    if (product.state === 'ON_SALE') throw productOnSale();
    if (product.state === 'RETIRED') throw productRetired();
    const columns = columnsOf(draft);
    if (columns.sha256 === product.sha256) return;
    if (product.sha256 !== seenSha256) throw productChanged();
    const isTaken = columns.code !== product.code && tx.manager.existsBy(Product, { code: columns.code });
    if (await isTaken) throw codeTaken();
    await this.reviews.supersede(tx, PRODUCT_SUBJECT, productId, editor);
    const editorIds = [...new Set([...product.editorIds, editor.id])];
    await tx.manager
      .createQueryBuilder()
      .update(Product)
      .set({ ...columns, state: 'DRAFT', reviewId: null, editorIds })
      .where({ productId })
      .execute();
    const { sha256 } = columns;
    await this.audit.recordAll(tx, [note('products.save', editor, productId, { sha256 })]);
  }

  /**
   * @returns the review, and the hash that it is about
   * @throws {AppError} products.not_a_draft, products.not_rated, products.level_expired
   */
  async submit(
    tx: Transaction,
    productId: string,
    requester: Principal,
  ): Promise<{ readonly reviewId: string; readonly sha256: string }> {
    const product = await lockProduct(tx, productId, this.clock.now());
    if (product.state !== 'DRAFT' && product.state !== 'SUSPENDED') throw productNotDraft();
    requireRated(product, this.clock.now());
    const { name, code, sha256 } = product;
    const version = product.version + 1;
    const subject = {
      subjectKind: PRODUCT_SUBJECT,
      subjectId: productId,
      subjectTitle: `${name}（${code}）`,
    };
    const reviewId = await this.reviews.request(tx, { ...subject, version, sha256, requester });
    await tx.manager.update(Product, { productId }, { state: 'IN_REVIEW', version, reviewId });
    await this.audit.recordAll(tx, [note('products.submit', requester, productId, { version, sha256 })]);
    return { reviewId, sha256 };
  }
}

const note = (action: string, actor: Principal, subjectId: string, inputs: object): AuditEntry => ({
  actor,
  action,
  subjectKind: PRODUCT_SUBJECT,
  subjectId,
  inputs: { ...inputs },
});

/** The write comes first: whoever acts on it at the same time waits. @throws {AppError} products.not_found */
export async function lockProduct(
  { manager }: Transaction,
  productId: string,
  updatedAt: number,
): Promise<Product> {
  await manager.update(Product, { productId }, { updatedAt });
  const product = await manager.findOneBy(Product, { productId });
  if (product === null) throw productNotFound();
  return product;
}
