import { Injectable } from '@nestjs/common';
import type { NamedProduct } from '@siyu/shared/contracts/product-shelf';
import { ASKED_PRODUCTS_MAX } from '@siyu/shared/contracts/product-shelf.limits';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../../platform/clock/index.ts';
import { among, Database, selectRows } from '../../../platform/database/index.ts';
import type { Principal } from '../../../platform/http/index.ts';
import { Identity } from '../../identity/index.ts';
import { ProductShelf } from '../../products/index.ts';
import { namedOf } from './shown-product.ts';
import { MatchRuleSetting } from './match-rule-setting.ts';
import { ProductAsking } from './product-asking.entity.ts';
import { SuitabilityGate } from './suitability-gate.ts';

const DAY_MS = 86_400_000;

/** What members named of their own will, for as long as it counts. */
@Injectable()
export class AskedProducts {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly identity: Identity,
    private readonly shelf: ProductShelf,
    private readonly setting: MatchRuleSetting,
    private readonly gate: SuitabilityGate,
  ) {}

  /** Until when the last asking for a product counts; null: none does. Epoch milliseconds. */
  async countsUntil(
    memberNo: number,
    productId: string,
    manager: EntityManager = this.database.read,
  ): Promise<number | null> {
    const { askings, askingMs } = await this.#counting(memberNo, manager);
    const own = askings.filter((asking) => asking.productId === productId).map(({ askedAt }) => askedAt);
    return own.length === 0 ? null : Math.max(...own) + askingMs;
  }

  /** The latest first; without those that the member may not look at any more. */
  async list(memberNo: number, actor: Principal): Promise<readonly NamedProduct[]> {
    const { askings } = await this.#counting(memberNo, this.database.read);
    const latestFirst = [...askings].sort((one, other) => other.askedAt - one.askedAt);
    const productIds = [...new Set(latestFirst.map(({ productId }) => productId))].slice(
      0,
      ASKED_PRODUCTS_MAX,
    );
    if (productIds.length === 0) return [];
    const purpose = 'productShelf.listShown';
    const pairs = { memberNos: [memberNo], productIds };
    const clearance = await this.gate.show({ door: 'OWN_REQUEST', ...pairs, purpose, actor });
    const products = await this.shelf.byIds(productIds);
    return productIds.flatMap((productId) => {
      const product = products.get(productId);
      const match = clearance.matchOf(memberNo, productId);
      const isGone = product === undefined || match === null || match.verdict === 'UNSUITABLE';
      return isGone ? [] : (namedOf(product) ?? []);
    });
  }

  async #counting(
    memberNo: number,
    manager: EntityManager,
  ): Promise<{ readonly askings: readonly ProductAsking[]; readonly askingMs: number }> {
    const now = this.clock.now();
    const { rules } = await this.setting.at(now);
    const askingMs = rules.askingDays * DAY_MS;
    const own = among('member_no', await this.identity.numbersOf(memberNo, manager));
    const where = { sql: `${own.sql} AND asked_at > ?`, values: [...own.values, now - askingMs] };
    return { askings: await selectRows(manager, ProductAsking, where), askingMs };
  }
}
