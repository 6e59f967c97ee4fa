import { Injectable } from '@nestjs/common';
import type { CampaignResults as Results } from '@siyu/shared/contracts/campaign-results';
import {
  CAMPAIGN_REASONS,
  DELIVERY_STATES,
  type CampaignReason,
  type DeliveryState,
} from '@siyu/shared/contracts/campaigns.limits';
import { In } from 'typeorm';
import { segmentNames } from '../../../insight/segments/index.ts';
import { Clock } from '../../../platform/clock/index.ts';
import { Database } from '../../../platform/database/index.ts';
import { CampaignOutcomes } from './campaign-outcomes.ts';
import { type Campaign, CampaignDelivery, PreviewedMember } from './campaign.entity.ts';
import { type CountedOutcomes, upliftOf } from './count-outcomes.ts';

type Counted = { readonly reason: CampaignReason; readonly members: number };

/** What became of campaigns, counted. */
@Injectable()
export class CampaignResults {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly outcomes: CampaignOutcomes,
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
    const { campaignId, included, beganAt, resultsUntil } = campaign;
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
    const counted = await this.outcomes.of(campaign);
    return {
      included: included ?? 0,
      queued: count('QUEUED'),
      sent: count('SENT'),
      unknown: count('UNKNOWN'),
      failed: count('FAILED'),
      withdrawn: count('WITHDRAWN'),
      dropped: count('DROPPED'),
      changes: inOrder(rows),
      opened: counted?.reached.OPENED ?? 0,
      readToEnd: counted?.reached.READ ?? 0,
      consulted: counted?.reached.CONSULTED ?? 0,
      converted: counted?.reached.CONVERTED ?? 0,
      window: windowOf(beganAt, resultsUntil, this.clock.now()),
      uplift: counted === null ? null : await this.#upliftOf(campaign, counted),
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

  /** What the sides of each segment's lot say, once it has gone out to its end. */
  async #upliftOf({ state }: Campaign, { arms }: CountedOutcomes): Promise<Results['uplift']> {
    if (state !== 'DONE') return null;
    if (arms.length === 0) return [];
    const names = await segmentNames(this.database.read);
    return arms.map((arm) => upliftOf(arm, names.get(arm.segmentKey) ?? arm.segmentKey));
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

function windowOf(from: number | null, until: number | null, now: number): Results['window'] {
  if (from === null || until === null) return null;
  return { from: new Date(from).toISOString(), until: new Date(until).toISOString(), isOver: until <= now };
}
