import { Injectable } from '@nestjs/common';
import type { ItemDraft, SaveItem } from '@siyu/shared/contracts/catalogue-desk';
import { CATALOGUE_ITEM_SUBJECT } from '@siyu/shared/contracts/redemption.limits';
import { Audit } from '../../../foundation/audit/index.ts';
import { Reviews } from '../../../foundation/reviews/index.ts';
import { Clock, Randomness } from '../../../platform/clock/index.ts';
import { insertRows, type Transaction } from '../../../platform/database/index.ts';
import type { Principal } from '../../../platform/http/index.ts';
import { CatalogueItem } from './catalogue-item.entity.ts';
import { ItemGuard } from './item-guard.ts';
import { columnsOf } from './item-terms.ts';
import { ItemWording, textOf } from './item-wording.ts';
import { itemChanged, itemNotDraft, itemNotFound, itemPublished } from './redemption.errors.ts';

/** Writing items, up to the request for a second pair of eyes. */
@Injectable()
export class ItemEditing {
  constructor(
    private readonly clock: Clock,
    private readonly randomness: Randomness,
    private readonly audit: Audit,
    private readonly reviews: Reviews,
    private readonly guard: ItemGuard,
    private readonly wording: ItemWording,
  ) {}

  /** @returns the id of the draft */
  async create(tx: Transaction, draft: ItemDraft, author: Principal): Promise<string> {
    const itemId = this.randomness.uuid();
    const now = this.clock.now();
    const columns = columnsOf(draft);
    const row = {
      ...columns,
      itemId,
      state: 'DRAFT',
      version: 0,
      taken: 0,
      authorId: author.id,
      editorIds: [author.id],
      reviewId: null,
      publishedAt: null,
      withdrawalReason: null,
      createdAt: now,
      updatedAt: now,
    };
    await insertRows(tx, CatalogueItem, [row]);
    await this.#note(tx, 'catalogue.create', author, itemId, { sha256: columns.sha256 });
    return itemId;
  }

  /**
   * Replaces the terms of what members do not see. One under review goes back to its editors; saving the same again
   * changes nothing.
   * @throws {AppError} catalogue.published, catalogue.changed when somebody else saved since
   */
  async rewrite(
    tx: Transaction,
    itemId: string,
    { draft, seenSha256 }: SaveItem,
    editor: Principal,
  ): Promise<void> {
    const item = await lockItem(tx, itemId, this.clock.now());
    const columns = columnsOf(draft);
    if (item.state === 'PUBLISHED') throw itemPublished();
    if (columns.sha256 === item.sha256) return;
    if (item.sha256 !== seenSha256) throw itemChanged();
    await this.reviews.supersede(tx, CATALOGUE_ITEM_SUBJECT, itemId, editor);
    const editorIds = [...new Set([...item.editorIds, editor.id])];
    await tx.manager
      .createQueryBuilder()
      .update(CatalogueItem)
      .set({ ...columns, state: 'DRAFT', reviewId: null, editorIds })
      .where({ itemId })
      .execute();
    await this.#note(tx, 'catalogue.save', editor, itemId, { sha256: columns.sha256 });
  }

  /**
   * @throws {PlacedRefusal} catalogue.item_refused with the requirement of each reason, catalogue.wording_refused
   * @throws {AppError} catalogue.not_a_draft, and what `ItemGuard` finds
   */
  async submit(tx: Transaction, itemId: string, requester: Principal): Promise<void> {
    const item = await lockItem(tx, itemId, this.clock.now());
    if (item.state !== 'DRAFT' && item.state !== 'WITHDRAWN') throw itemNotDraft();
    await this.guard.require(item);
    const { dictionaryVersions } = await this.wording.requireSayable(textOf(item));
    const { title, sha256 } = item;
    const version = item.version + 1;
    const subject = { subjectKind: CATALOGUE_ITEM_SUBJECT, subjectId: itemId, subjectTitle: title };
    const reviewId = await this.reviews.request(tx, { ...subject, version, sha256, requester });
    await tx.manager.update(CatalogueItem, { itemId }, { state: 'IN_REVIEW', version, reviewId });
    await this.#note(tx, 'catalogue.submit', requester, itemId, { version, sha256, dictionaryVersions });
  }

  #note(tx: Transaction, action: string, actor: Principal, itemId: string, inputs: object): Promise<void> {
    const subject = { subjectKind: CATALOGUE_ITEM_SUBJECT, subjectId: itemId };
    return this.audit.record(tx, { actor, action, ...subject, inputs: { ...inputs } });
  }
}

/** The write comes first: whoever acts on it at the same time waits. @throws {AppError} catalogue.item_not_found */
export async function lockItem(
  { manager }: Transaction,
  itemId: string,
  updatedAt: number,
): Promise<CatalogueItem> {
  await manager.update(CatalogueItem, { itemId }, { updatedAt });
  const item = await manager.findOneBy(CatalogueItem, { itemId });
  if (item === null) throw itemNotFound();
  return item;
}
