import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SENT_CARD_DAYS } from '@siyu/shared/contracts/campaigns.limits';
import { isOpen } from '@siyu/shared/suitability';
import { z } from 'zod';
import { StaffDirectory } from '../../../foundation/organisation/index.ts';
import { Clock } from '../../../platform/clock/index.ts';
import type { Question } from '../../../platform/database/index.ts';
import { Identity } from '../../../records/identity/index.ts';
import { SuitabilityGate } from '../../../records/suitability/index.ts';
import { productIdsOf } from './campaign-facts.ts';
import { type CardSender, type SentCard, SentCards } from '../../feed/index.ts';

const DAY_MS = 86_400_000;
/** One engine hands over the text, the other what it says. */
const Ids = z.union([
  z.array(z.string()),
  z.string().transform((text) => z.array(z.string()).parse(JSON.parse(text))),
]);
const Rows = z.array(z.tuple([z.string(), z.string(), Ids, Ids]));

/** Tells the feed which cards an adviser has sent to a member lately. */
@Injectable()
export class SentFeedCards implements OnModuleInit {
  constructor(
    private readonly clock: Clock,
    private readonly identity: Identity,
    private readonly directory: StaffDirectory,
    private readonly gate: SuitabilityGate,
    private readonly cards: SentCards,
  ) {}

  onModuleInit(): void {
    this.cards.provideBy({
      sentTo: (memberNo) => this.#sentTo(memberNo),
      sendersOf: (memberNo, cards) => this.#sendersOf(memberNo, cards),
    });
  }

  /** Of what was cancelled or stopped meanwhile nothing is told. */
  #sentTo(memberNo: number): Question<readonly SentCard[]> {
    const own = this.identity.numbersTable(memberNo);
    return {
      selects: [
        {
          sql: `SELECT c.content_id, c.sender_id, c.product_ids, c.named_product_ids FROM (${own.sql}) own
            JOIN campaign_deliveries d ON d.member_no = own.member_no AND d.decided_at >= ? AND d.state = 'SENT'
            JOIN campaigns c ON c.campaign_id = d.campaign_id
            WHERE c.channel = 'FEED_CARD' AND c.state IN ('SENDING', 'DONE')`,
          values: [...own.values, this.clock.now() - SENT_CARD_DAYS * DAY_MS],
          columns: ['content_id', 'sender_id', 'product_ids', 'named_product_ids'],
        },
      ],
      read: ([rows]) =>
        Rows.parse(rows).map(([contentId, senderId, productIds, namedProductIds]) => ({
          contentId,
          senderId,
          productIds: productIdsOf({ productIds, namedProductIds }),
        })),
    };
  }

  async #sendersOf(memberNo: number, cards: readonly SentCard[]): Promise<ReadonlyMap<string, CardSender>> {
    const [people, open] = await Promise.all([
      this.directory.listStaffByIds(cards.map(({ senderId }) => senderId)),
      this.#suiting(memberNo, [...new Set(cards.flatMap(({ productIds }) => productIds))]),
    ]);
    return new Map(
      cards.flatMap(({ contentId, senderId, productIds }): [string, CardSender][] => {
        const staff = people.get(senderId);
        if (staff === undefined || !staff.isRegistered || staff.registrationNo === null) return [];
        if (!productIds.every((productId) => open.has(productId))) return [];
        return [[contentId, { name: staff.name, registrationNo: staff.registrationNo }]];
      }),
    );
  }

  /** The push was decided when it was sent; what has ceased to suit since is recommended to nobody any longer. */
  async #suiting(memberNo: number, productIds: readonly string[]): Promise<ReadonlySet<string>> {
    if (productIds.length === 0) return new Set();
    const pairs = await this.gate.foresee({ door: 'PUSH', memberNos: [memberNo], productIds });
    return new Set(pairs.flatMap(({ productId, match }) => (isOpen(match) ? [productId] : [])));
  }
}
