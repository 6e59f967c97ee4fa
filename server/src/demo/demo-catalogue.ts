import { Injectable } from '@nestjs/common';
import type { ItemDraft } from '@siyu/shared/contracts/catalogue-desk';
import { ItemEditing } from '../action/incentives/index.ts';
import { ReviewList, Reviews } from '../foundation/reviews/index.ts';
import { Clock } from '../platform/clock/index.ts';
import type { Transaction } from '../platform/database/index.ts';
import { Entitlements } from '../records/entitlements/index.ts';
import { ExternalIds } from '../records/identity/index.ts';
import { unionidOf } from './demo-groups.ts';
import { DemoOrganisation } from './demo-organisation.ts';
import { DemoSteps } from './demo-steps.ts';

const DAY_MS = 86_400_000;
/** Somebody on the sandbox's phone who may try the exchange without having earned anything. */
const HOLDER = 'demo-8';

type DemoItem = Pick<
  ItemDraft,
  'kind' | 'title' | 'summary' | 'points' | 'valueFen' | 'stock' | 'perMember' | 'validDays'
>;
const ITEMS: readonly DemoItem[] = [
  {
    kind: 'CONSULTATION',
    title: '投资顾问一对一交流',
    summary: '用半小时聊聊您的学习计划，不谈具体的证券。',
    points: 120,
    valueFen: 5_000,
    stock: 20,
    perMember: 1,
    validDays: 60,
  },
  {
    kind: 'DATA_RIGHT',
    title: '数据权限三十天',
    summary: '在交易软件里看到更细的数据，由营业部开通。',
    points: 80,
    valueFen: 3_000,
    stock: 50,
    perMember: 2,
    validDays: 30,
  },
  {
    kind: 'CONSULTATION',
    title: '家庭保障梳理一次',
    summary: '和服务人员一起把家里的保障列成一张表。',
    points: 60,
    valueFen: 2_000,
    stock: 30,
    perMember: 1,
    validDays: 90,
  },
];

/** The catalogue of the demo firm: three items, each written by one and let out by another; and thanks that somebody holds. */
@Injectable()
export class DemoCatalogue {
  constructor(
    private readonly clock: Clock,
    private readonly steps: DemoSteps,
    private readonly organisation: DemoOrganisation,
    private readonly editing: ItemEditing,
    private readonly reviews: Reviews,
    private readonly reviewList: ReviewList,
    private readonly entitlements: Entitlements,
    private readonly externalIds: ExternalIds,
  ) {}

  /** After the members, one of whom holds what rules would have given. */
  async load(): Promise<void> {
    for (const item of ITEMS) await this.#bringOut(item);
  }

  async #bringOut(item: DemoItem): Promise<void> {
    const operator = await this.organisation.principalOf('operator');
    const decider = await this.organisation.principalOf('compliance');
    const now = this.clock.now();
    const [from, until] = [now - DAY_MS, now + 180 * DAY_MS].map((at) => new Date(at).toISOString());
    const draft: ItemDraft = { ...item, target: null, from: from ?? '', until: until ?? '' };
    await this.steps.once(`item:${item.title}`, async (tx) => {
      await this.editing.submit(tx, await this.editing.create(tx, draft, operator), operator);
    });
    const open = (await this.reviewList.listReviews({ limit: 50, state: 'OPEN' })).rows;
    const review = open.find(({ subjectTitle }) => subjectTitle === item.title);
    await this.steps.once(`item-live:${item.title}`, async (tx) => {
      if (review === undefined) throw new Error(`the demo item ${item.title} waits for no review`);
      const { reviewId, subjectSha256: sha256, subjectId: itemId } = review;
      const decision = { reviewId, isApproved: true, comment: '没有涉及现金和产品。', sha256, decider };
      await this.reviews.decide(tx, decision);
      if (item.kind === 'DATA_RIGHT') await this.#giveThanks(tx, itemId, item.title);
    });
  }

  /** A coupon for an item, and a voucher that staff honour. */
  async #giveThanks(tx: Transaction, itemId: string, title: string): Promise<void> {
    const unionid = unionidOf(HOLDER);
    const issuer = { kind: 'wechat_unionid', issuer: 'wechat' } as const;
    const memberNo = (await this.externalIds.membersOf([unionid], issuer)).get(unionid);
    if (memberNo === undefined) return;
    const grantedAt = this.clock.now();
    const common = { memberNo, grantedAt, expiresAt: grantedAt + 90 * DAY_MS, sourceKind: 'AWARD' } as const;
    await this.entitlements.grantMany(tx, [
      { ...common, kind: 'COUPON', target: itemId, title, sourceId: 'demo-coupon' },
      { ...common, kind: 'CONSULTATION', target: null, title: '学习计划梳理一次', sourceId: 'demo-voucher' },
    ]);
  }
}
