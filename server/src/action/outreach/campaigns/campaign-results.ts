import { Injectable } from '@nestjs/common';
import type { CampaignResults as Results } from '@siyu/shared/contracts/campaigns';
import {
  CAMPAIGN_REASONS,
  DELIVERY_STATES,
  type CampaignReason,
  type DeliveryState,
} from '@siyu/shared/contracts/campaigns.limits';
import { In, MoreThan } from 'typeorm';
import { Database } from '../../../platform/database/index.ts';
import { SentContents } from '../../../services/content/index.ts';
import { type Campaign, CampaignDelivery, PreviewedMember } from './campaign.entity.ts';

/** So many members are asked about together. */
const PAGE = 500;
type Counted = { readonly reason: CampaignReason; readonly members: number };

/** What became of campaigns, counted. */
@Injectable()
export class CampaignResults {
  constructor(
    private readonly database: Database,
    private readonly contents: SentContents,
  ) {}

  /** How many each campaign was sent to; null for one that nothing was decided of. */
  async sentOf(campaignIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    if (campaignIds.length === 0) return new Map();
    const rows = await this.database.read
      .createQueryBuilder(CampaignDelivery, 'delivery')
      .select('delivery.campaignId', 'campaignId')
      .addSelect("SUM(CASE WHEN delivery.state = 'SENT' THEN 1 ELSE 0 END)", 'sent')
      .where({ campaignId: In([...campaignIds]) })
      .groupBy('delivery.campaignId')
      .getRawMany<{ campaignId: string; sent: number | string }>();
    return new Map(rows.map(({ campaignId, sent }) => [campaignId, Number(sent)]));
  }

  /** Null before sending has begun. */
  async of(campaign: Campaign): Promise<Results | null> {
    const { campaignId, included } = campaign;
    const rows = await this.database.read
      .createQueryBuilder(CampaignDelivery, 'delivery')
      .select('delivery.state', 'state')
      .addSelect('delivery.reason', 'reason')
      .addSelect('COUNT(*)', 'members')
      .where({ campaignId })
      .groupBy('delivery.state')
      .addGroupBy('delivery.reason')
      .getRawMany<{ state: DeliveryState; reason: CampaignReason | null; members: number | string }>();
    if (rows.length === 0) return null;
    const counts = new Map(DELIVERY_STATES.map((state) => [state, 0]));
    for (const { state, members } of rows) counts.set(state, (counts.get(state) ?? 0) + Number(members));
    const count = (state: DeliveryState) => counts.get(state) ?? 0;
    return {
      included: included ?? 0,
      queued: count('QUEUED'),
      sent: count('SENT'),
      unknown: count('UNKNOWN'),
      failed: count('FAILED'),
      withdrawn: count('WITHDRAWN'),
      dropped: count('DROPPED'),
      changes: inOrder(rows),
      ...(await this.#readBy(campaign)),
    };
  }

  /** How many a preview leaves out for which reason. */
  async reasonsOf(previewId: string): Promise<Counted[]> {
    const rows = await this.database.read
      .createQueryBuilder(PreviewedMember, 'member')
      .select('member.reason', 'reason')
      .addSelect('COUNT(*)', 'members')
      .where({ previewId, isIncluded: false })
      .groupBy('member.reason')
      .getRawMany<{ reason: CampaignReason | null; members: number | string }>();
    return inOrder(rows);
  }

  /** Who has opened the text since it was sent to them. */
  async #readBy({ campaignId, contentId }: Campaign): Promise<Pick<Results, 'opened' | 'readToEnd'>> {
    let [opened, readToEnd] = [0, 0];
    for (let after: number | undefined = 0; after !== undefined;) {
      const page: readonly CampaignDelivery[] = await this.database.read.find(CampaignDelivery, {
        where: { campaignId, state: 'SENT', memberNo: MoreThan(after) },
        order: { memberNo: 'ASC' },
        take: PAGE,
      });
      const memberNos = page.map(({ memberNo }) => memberNo);
      const readings = await this.contents.readingsOf(memberNos, contentId);
      for (const { memberNo, decidedAt } of page) {
        const reading = readings.get(memberNo);
        if (reading === undefined || reading.readAt < decidedAt) continue;
        opened += 1;
        if (reading.isReadToEnd) readToEnd += 1;
      }
      after = page.length < PAGE ? undefined : memberNos.at(-1);
    }
    return { opened, readToEnd };
  }
}

function inOrder(
  rows: readonly { readonly reason: CampaignReason | null; readonly members: number | string }[],
): Counted[] {
  return CAMPAIGN_REASONS.flatMap((reason) => {
    const members = rows
      .filter((row) => row.reason === reason)
      .reduce((sum, row) => sum + Number(row.members), 0);
    return members === 0 ? [] : [{ reason, members }];
  });
}
