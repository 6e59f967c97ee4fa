import { Injectable } from '@nestjs/common';
import type { ProductPage } from '@siyu/shared/contracts/product-shelf';
import type { PurchaseState } from '@siyu/shared/contracts/product-shelf.limits';
import type { Match, MatchReason } from '@siyu/shared/suitability';
import { Database } from '../../../platform/database/index.ts';
import type { Principal } from '../../../platform/http/index.ts';
import { ProductShelf } from '../../products/index.ts';
import { AskedProducts } from './asked-products.ts';
import { productNotShown } from './decisions.errors.ts';
import { noticeDocument } from './notice-document.ts';
import { PurchaseClearances } from './purchase-clearances.ts';
import { namedOf, termsOf } from './shown-product.ts';
import { SuitabilityGate } from './suitability-gate.ts';

/** A product by these reasons is nobody's to hear of, whatever they ask. */
const UNSEEN: readonly MatchReason[] = ['PRIVATE_PRODUCT', 'PRODUCT_NOT_ON_SALE'];

/** The page of one product, as far as the member has come with it. */
@Injectable()
export class ProductPages {
  constructor(
    private readonly database: Database,
    private readonly shelf: ProductShelf,
    private readonly gate: SuitabilityGate,
    private readonly asked: AskedProducts,
    private readonly clearances: PurchaseClearances,
  ) {}

  /** @throws {AppError} suitability.product_not_shown: neither suits the member nor was asked for */
  async of(memberNo: number, productId: string, actor: Principal): Promise<ProductPage> {
    const product = (await this.shelf.byIds([productId])).get(productId);
    const named = product === undefined ? null : namedOf(product);
    if (product === undefined || named === null) throw productNotShown();
    const pairs = { memberNos: [memberNo], productIds: [productId] };
    const purpose = 'productShelf.getShown';
    const shown = await this.gate.show({ door: 'DISPLAY', ...pairs, purpose, actor });
    const askedUntil = await this.asked.countsUntil(memberNo, productId);
    let isLet = shown.lets(memberNo, productId);
    if (!isLet) {
      if (askedUntil === null) throw productNotShown();
      const request = await this.gate.show({ door: 'OWN_REQUEST', ...pairs, purpose, actor });
      if (reasonsOf(request.matchOf(memberNo, productId)).some((each) => UNSEEN.includes(each)))
        throw productNotShown();
      isLet = request.lets(memberNo, productId);
    }
    const [purchase] = await this.gate.foresee({ door: 'PURCHASE', ...pairs });
    if (purchase === undefined) throw productNotShown();
    const { match } = purchase;
    const clearedUntil = await this.clearances.until(this.database.read, memberNo, productId, match);
    const warning = match.verdict === 'NEEDS_WARNING' ? match : null;
    const [next] = warning?.due ?? [];
    return {
      product: named,
      terms: isLet ? termsOf(product) : null,
      askedUntil: momentOf(askedUntil),
      isAboveLevel: warning?.isAboveLevel ?? false,
      isHighRisk: warning?.isHighRisk ?? false,
      steps: (warning?.notices ?? []).map((kind) => ({
        kind,
        isGiven: warning?.due.includes(kind) !== true,
      })),
      next: next === undefined ? null : noticeDocument(next),
      purchase: stateOf(match, clearedUntil),
      reasons: [...reasonsOf(match)],
      coolsUntil: momentOf(warning?.coolsUntil ?? null),
      clearedUntil: momentOf(clearedUntil),
    };
  }
}

function stateOf(match: Match, clearedUntil: number | null): PurchaseState {
  if (clearedUntil !== null) return 'CLEARED';
  if (match.verdict === 'UNSUITABLE') return 'REFUSED';
  if (match.verdict === 'SUITABLE') return 'OPEN';
  if (match.due.length > 0) return 'STEPS';
  return match.coolsUntil === null ? 'OPEN' : 'COOLING';
}

const reasonsOf = (match: Match | null): readonly MatchReason[] =>
  match?.verdict === 'UNSUITABLE' ? match.reasons : [];

const momentOf = (instant: number | null): string | null =>
  instant === null ? null : new Date(instant).toISOString();
