import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SENT_CARD_DAYS } from '@siyu/shared/contracts/campaigns.limits';
import { z } from 'zod';
import { StaffDirectory } from '../../../foundation/organisation/index.ts';
import { Clock } from '../../../platform/clock/index.ts';
import type { Question } from '../../../platform/database/index.ts';
import { Identity } from '../../../records/identity/index.ts';
import { type CardSender, type SentCard, SentCards } from '../../feed/index.ts';

const DAY_MS = 86_400_000;
const Rows = z.array(z.tuple([z.string(), z.string()]));

/** Tells the feed which cards an adviser has sent to a member lately. */
@Injectable()
export class SentFeedCards implements OnModuleInit {
  constructor(
    private readonly clock: Clock,
    private readonly identity: Identity,
    private readonly directory: StaffDirectory,
    private readonly cards: SentCards,
  ) {}

  onModuleInit(): void {
    this.cards.provideBy({
      sentTo: (memberNo) => this.#sentTo(memberNo),
      sendersOf: (cards) => this.#sendersOf(cards),
    });
  }

  /** Of what was cancelled or stopped meanwhile nothing is told. */
  #sentTo(memberNo: number): Question<readonly SentCard[]> {
    const own = this.identity.numbersTable(memberNo);
    return {
      selects: [
        {
          sql: `SELECT c.content_id, c.sender_id FROM (${own.sql}) own
            JOIN campaign_deliveries d ON d.member_no = own.member_no AND d.decided_at >= ? AND d.state = 'SENT'
            JOIN campaigns c ON c.campaign_id = d.campaign_id
            WHERE c.channel = 'FEED_CARD' AND c.state IN ('SENDING', 'DONE')`,
          values: [...own.values, this.clock.now() - SENT_CARD_DAYS * DAY_MS],
          columns: ['content_id', 'sender_id'],
        },
      ],
      read: ([rows]) => Rows.parse(rows).map(([contentId, senderId]) => ({ contentId, senderId })),
    };
  }

  async #sendersOf(cards: readonly SentCard[]): Promise<ReadonlyMap<string, CardSender>> {
    const people = await this.directory.listStaffByIds(cards.map(({ senderId }) => senderId));
    return new Map(
      cards.flatMap(({ contentId, senderId }): [string, CardSender][] => {
        const staff = people.get(senderId);
        if (staff === undefined || !staff.isRegistered || staff.registrationNo === null) return [];
        return [[contentId, { name: staff.name, registrationNo: staff.registrationNo }]];
      }),
    );
  }
}
