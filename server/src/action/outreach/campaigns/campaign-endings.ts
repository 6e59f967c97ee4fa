import { Injectable } from '@nestjs/common';
import type { CampaignStop, DeliveryState } from '@siyu/shared/contracts/campaigns.limits';
import { CAMPAIGN_SUBJECT } from '@siyu/shared/contracts/campaigns.limits';
import { IsNull, MoreThan, Not } from 'typeorm';
import { Reviews } from '../../../foundation/reviews/index.ts';
import { PlatformSends } from '../../../foundation/wechat/index.ts';
import { Clock } from '../../../platform/clock/index.ts';
import { Database, type Transaction } from '../../../platform/database/index.ts';
import type { Principal } from '../../../platform/http/index.ts';
import { CampaignShelf } from './campaign-shelf.ts';
import { type Campaign, CampaignDelivery } from './campaign.entity.ts';

/** Nobody is left to be decided on. */
const EVERYBODY = 2_147_483_647;

/** How a campaign ends before everybody has it: what waits is withdrawn, and whose turn it was not is on record. */
@Injectable()
export class CampaignEndings {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly reviews: Reviews,
    private readonly sends: PlatformSends,
    private readonly shelf: CampaignShelf,
  ) {}

  /** @throws {AppError} campaigns.not_found, campaigns.act_refused */
  async cancel(caller: Principal, campaignId: string, cancelReason: string): Promise<void> {
    await this.database.runInTransaction(async (tx) => {
      const campaign = await this.shelf.lockFor(tx, caller, campaignId, 'CANCEL', null);
      await this.reviews.supersede(tx, CAMPAIGN_SUBJECT, campaignId, caller);
      const sentThrough = await this.#withdraw(tx, campaign, 'WITHDRAWN', null);
      const change = { state: 'CANCELLED', cancelReason, reviewId: null, sentThrough } as const;
      const inputs = { from: campaign.state, reason: cancelReason };
      await this.shelf.change(tx, campaign, caller, 'campaigns.cancel', { change, inputs });
    });
  }

  /** By the house, in the transaction that found the reason; each who was not reached is dropped for it. */
  async stop(tx: Transaction, campaign: Campaign, stoppedFor: CampaignStop): Promise<void> {
    await this.reviews.supersede(tx, CAMPAIGN_SUBJECT, campaign.campaignId, 'system');
    const sentThrough = await this.#withdraw(tx, campaign, 'DROPPED', stoppedFor);
    const change = { state: 'STOPPED', stoppedFor, reviewId: null, sentThrough } as const;
    const inputs = { from: campaign.state, reason: stoppedFor };
    await this.shelf.change(tx, campaign, 'system', 'campaigns.stop', { change, inputs });
  }

  /** @returns who has been decided on: everybody, once sending had begun */
  async #withdraw(
    tx: Transaction,
    { campaignId, state, sentThrough }: Campaign,
    rest: DeliveryState,
    reason: CampaignStop | null,
  ): Promise<number> {
    if (state !== 'SENDING') return sentThrough;
    const now = this.clock.now();
    await tx.manager
      .createQueryBuilder()
      .update(CampaignDelivery)
      .set({ state: rest, reason, decidedAt: now, settledAt: now })
      .where({ campaignId, state: 'QUEUED', batchKey: IsNull(), memberNo: MoreThan(sentThrough) })
      .execute();
    const waiting = await tx.manager
      .createQueryBuilder(CampaignDelivery, 'delivery')
      .select('DISTINCT delivery.batchKey', 'batchKey')
      .where({ campaignId, state: 'QUEUED', batchKey: Not(IsNull()) })
      .getRawMany<{ batchKey: string | null }>();
    // A task that is under way is settled by its answer.
    for (const { batchKey } of waiting)
      if (batchKey !== null) await this.sends.withhold(tx, batchKey, 'campaigns.withdrawn');
    return EVERYBODY;
  }
}
