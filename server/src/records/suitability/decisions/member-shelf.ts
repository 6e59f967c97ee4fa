import { Injectable } from '@nestjs/common';
import type { ShownProduct, ShownProductQuery, ShownProducts } from '@siyu/shared/contracts/product-shelf';
import type { Match, MatchReason } from '@siyu/shared/suitability';
import { z } from 'zod';
import { decodeCursor, encodeCursor, type Principal } from '../../../platform/http/index.ts';
import { ProductShelf, type ShelfPosition } from '../../products/index.ts';
import { AskedProducts } from './asked-products.ts';
import { namedOf, termsOf } from './shown-product.ts';
import { SuitabilityGate } from './suitability-gate.ts';

const Position = z.tuple([z.int(), z.string().max(36)]);
/** So often the shelf is looked along for one page; what is left comes with the next. */
const LOOKS_MAX = 5;
/** Reasons that lie in the member, whatever the product. */
const OF_THE_MEMBER: ReadonlySet<MatchReason> = new Set([
  'INFORMATION_REFUSED',
  'NOT_ASSESSED',
  'ASSESSMENT_EXPIRED',
  'FACTS_CHANGED',
  'CALL_BACK_DUE',
]);

/** The shelf of products as one member may see it. */
@Injectable()
export class MemberShelf {
  constructor(
    private readonly shelf: ProductShelf,
    private readonly gate: SuitabilityGate,
    private readonly asked: AskedProducts,
  ) {}

  /** What suits the member, the latest first, and what keeps everything away. */
  async list(
    memberNo: number,
    actor: Principal,
    { limit, cursor }: z.output<typeof ShownProductQuery>,
  ): Promise<ShownProducts> {
    const position = decodeCursor(cursor, Position);
    let after: ShelfPosition | null =
      position === null ? null : { createdAt: position[0], productId: position[1] };
    const asked = after === null ? [...(await this.asked.list(memberNo, actor))] : [];
    const products: ShownProduct[] = [];
    for (let look = 0; look < LOOKS_MAX && products.length < limit; look += 1) {
      const wanted = limit - products.length;
      const page = await this.#look(memberNo, actor, after, wanted);
      products.push(...page.products);
      after = page.after;
      if (page.reasons.length > 0)
        return { products: [], nextCursor: null, reasons: [...page.reasons], asked };
      if (after === null) break;
    }
    const nextCursor = after === null ? null : encodeCursor([after.createdAt, after.productId]);
    return { products, nextCursor, reasons: [], asked };
  }

  /** One stretch of the shelf: no longer than may be shown, since what the gate lets pass counts as shown. */
  async #look(memberNo: number, actor: Principal, from: ShelfPosition | null, wanted: number): Promise<Look> {
    const found = await this.shelf.listOnSale(from, wanted + 1);
    const stretch = found.slice(0, wanted);
    const productIds = stretch.map(({ productId }) => productId);
    const pairs = { memberNos: [memberNo], productIds };
    const purpose = 'productShelf.listShown';
    const clearance = await this.gate.show({ door: 'DISPLAY', ...pairs, purpose, actor });
    const products = stretch.flatMap((product): readonly ShownProduct[] => {
      const named = namedOf(product);
      const terms = termsOf(product);
      if (named === null || terms === null || !clearance.lets(memberNo, product.productId)) return [];
      return [{ ...named, terms }];
    });
    const matches = productIds.map((productId) => clearance.matchOf(memberNo, productId));
    const last = found.length > wanted ? stretch.at(-1) : undefined;
    return {
      products,
      reasons: matches.map(ofTheMember).find((each) => each.length > 0) ?? [],
      after: last ?? null,
    };
  }
}

interface Look {
  readonly products: readonly ShownProduct[];
  readonly reasons: readonly MatchReason[];
  readonly after: ShelfPosition | null;
}

const ofTheMember = (match: Match | null): readonly MatchReason[] =>
  match?.verdict === 'UNSUITABLE' ? match.reasons.filter((reason) => OF_THE_MEMBER.has(reason)) : [];
