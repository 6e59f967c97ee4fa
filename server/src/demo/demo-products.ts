import { Injectable } from '@nestjs/common';
import type { ProductDraft } from '@siyu/shared/contracts/products';
import { addMonths, dayOfInstant, formatDay } from '@siyu/shared/time';
import { Reviews } from '../foundation/reviews/index.ts';
import { Clock } from '../platform/clock/index.ts';
import { ProductEditing } from '../records/products/index.ts';
import { DemoOrganisation } from './demo-organisation.ts';
import { DemoSteps } from './demo-steps.ts';

type DemoProduct = Pick<ProductDraft, 'code' | 'name' | 'type' | 'level' | 'horizonMonths'>;
const VALID_MONTHS = 12;
/** One of each level, one of them private, and one that nobody has rated yet. */
const PRODUCTS: readonly DemoProduct[] = [
  { code: 'SY1001', name: '思域日日货币', type: 'FUND_MONEY', level: 'R1', horizonMonths: 0 },
  { code: 'SY1002', name: '思域双季债券', type: 'FUND_BOND', level: 'R2', horizonMonths: 6 },
  { code: 'SY1003', name: '思域均衡混合', type: 'FUND_MIXED', level: 'R3', horizonMonths: 24 },
  { code: 'SY1004', name: '思域消费股票', type: 'FUND_EQUITY', level: 'R4', horizonMonths: 36 },
  { code: 'SY1005', name: '思域多策略私募', type: 'PRIVATE_FUND', level: 'R5', horizonMonths: 36 },
  { code: 'SY1006', name: '思域科技指数', type: 'FUND_INDEX', level: null, horizonMonths: null },
  { code: 'SY1007', name: '思域先锋结构', type: 'STRUCTURED', level: 'R5', horizonMonths: 12 },
];

/** The register of the demo firm: each product is entered by one and put on sale by another. */
@Injectable()
export class DemoProducts {
  constructor(
    private readonly clock: Clock,
    private readonly steps: DemoSteps,
    private readonly organisation: DemoOrganisation,
    private readonly editing: ProductEditing,
    private readonly reviews: Reviews,
  ) {}

  async load(): Promise<void> {
    for (const product of PRODUCTS) await this.#enter(product);
  }

  async #enter(product: DemoProduct): Promise<void> {
    const operator = await this.organisation.principalOf('operator');
    const decider = await this.organisation.principalOf('compliance');
    const until = formatDay(addMonths(dayOfInstant(this.clock.now()), VALID_MONTHS));
    const levelValidUntil = product.level === null ? null : until;
    const draft: ProductDraft = { ...product, levelValidUntil, isPrivate: product.type === 'PRIVATE_FUND' };
    await this.steps.once(`product:${product.code}`, async (tx) => {
      const productId = await this.editing.create(tx, draft, operator);
      if (product.level === null) return;
      const review = await this.editing.submit(tx, productId, operator);
      await this.reviews.decide(tx, { ...review, isApproved: true, comment: '与评级文件一致。', decider });
    });
  }
}
