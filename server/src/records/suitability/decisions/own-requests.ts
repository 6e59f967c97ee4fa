import { Injectable } from '@nestjs/common';
import type { Match } from '@siyu/shared/suitability';
import { Clock } from '../../../platform/clock/index.ts';
import { Database, insertRows, type Transaction } from '../../../platform/database/index.ts';
import type { Principal } from '../../../platform/http/index.ts';
import { Identity } from '../../identity/index.ts';
import { ProductShelf, type ShelvedProduct } from '../../products/index.ts';
import { AskedProducts } from './asked-products.ts';
import { askingSha256 } from './decision-hash.ts';
import { matchRefused, productUnknown } from './decisions.errors.ts';
import { ProductAsking } from './product-asking.entity.ts';
import { SuitabilityGate } from './suitability-gate.ts';

/** A member names a product that nobody spoke of (REQ-SUIT-3). */
@Injectable()
export class OwnRequests {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly identity: Identity,
    private readonly shelf: ProductShelf,
    private readonly asked: AskedProducts,
    private readonly gate: SuitabilityGate,
  ) {}

  /**
   * Keeps the asking, and decides. An asking that still counts is not begun anew, since what was read for it would be read
   * for nothing. Whoever is refused has left no asking, only the record of the refusal.
   * @returns the id of the product
   * @throws {AppError} suitability.product_unknown, suitability.refused
   */
  async ask(memberNo: number, askingId: string, named: string, actor: Principal): Promise<string> {
    const product = await this.shelf.findNamed(named);
    if (product === null || product.matched.state !== 'ON_SALE') throw productUnknown();
    const match = await this.database.runInTransaction((tx) =>
      this.#decide(tx, memberNo, askingId, product, actor),
    );
    if (match === null) throw productUnknown();
    if (match.verdict !== 'UNSUITABLE') return product.productId;
    // Whether there is such a private product, nobody learns by asking.
    throw match.reasons.includes('PRIVATE_PRODUCT') ? productUnknown() : matchRefused(match.reasons);
  }

  async #decide(
    tx: Transaction,
    memberNo: number,
    askingId: string,
    { productId }: ShelvedProduct,
    actor: Principal,
  ): Promise<Match | null> {
    await this.identity.lockMembers(tx, [memberNo]);
    const pairs = { door: 'OWN_REQUEST', memberNos: [memberNo], productIds: [productId] } as const;
    const [foreseen] = await this.gate.foresee(pairs, tx.manager);
    if (foreseen?.match.verdict === 'NEEDS_WARNING') await this.#keep(tx, memberNo, askingId, productId);
    const clearance = await this.gate.decide(tx, { ...pairs, purpose: 'productShelf.ask', actor });
    return clearance.matchOf(memberNo, productId);
  }

  async #keep(tx: Transaction, memberNo: number, askingId: string, productId: string): Promise<void> {
    if (await tx.manager.existsBy(ProductAsking, { askingId })) return;
    if ((await this.asked.countsUntil(memberNo, productId, tx.manager)) !== null) return;
    const { memberId } = await this.identity.getMember(memberNo);
    const askedAt = this.clock.now();
    const sha256 = askingSha256({ askingId, memberId, productId, askedAt });
    await insertRows(tx, ProductAsking, [{ askingId, memberNo, productId, askedAt, sha256 }]);
  }
}
