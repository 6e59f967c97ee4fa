import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { SubmitCampaign } from '@siyu/shared/contracts/campaigns';
import { CAMPAIGN_SUBJECT } from '@siyu/shared/contracts/campaigns.limits';
import { sha256OfJson } from '../../../foundation/audit/index.ts';
import { type DecidedReview, Reviews } from '../../../foundation/reviews/index.ts';
import { Clock } from '../../../platform/clock/index.ts';
import { Database, type Transaction } from '../../../platform/database/index.ts';
import type { Principal } from '../../../platform/http/index.ts';
import { Jobs } from '../../../platform/jobs/index.ts';
import { CampaignFacts, productIdsOf } from './campaign-facts.ts';
import { SENDING_JOB } from './campaign-sending.ts';
import { CampaignShelf } from './campaign-shelf.ts';
import type { Campaign } from './campaign.entity.ts';
import { actRefused, badTime, campaignChanged, noLicence, previewStale } from './campaigns.errors.ts';

/** The second pair of eyes: what it agrees to is this campaign with this preview, by their hash (REQ-PUB-1). */
@Injectable()
export class CampaignReview implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly reviews: Reviews,
    private readonly shelf: CampaignShelf,
    private readonly facts: CampaignFacts,
  ) {}

  onModuleInit(): void {
    this.reviews.onDecided(CAMPAIGN_SUBJECT, (tx, review) => this.#decide(tx, review));
  }

  /** @throws {AppError} campaigns.changed, campaigns.act_refused, campaigns.preview_stale, campaigns.bad_time */
  async submit(
    caller: Principal,
    campaignId: string,
    { revision, previewSha256 }: SubmitCampaign,
  ): Promise<void> {
    await this.database.runInTransaction(async (tx) => {
      const campaign = await this.shelf.lockFor(tx, caller, campaignId, 'SUBMIT', revision);
      const preview = await this.shelf.previewOf(campaign, tx.manager);
      const { isContentCurrent } = await this.facts.of(tx.manager, campaign);
      if (preview?.sha256 !== previewSha256 || !isContentCurrent) throw previewStale();
      if (campaign.scheduledFor !== null && campaign.scheduledFor <= this.clock.now()) throw badTime();
      const sha256 = campaignSha256(campaign, previewSha256);
      const reviewId = await this.reviews.request(tx, {
        subjectKind: CAMPAIGN_SUBJECT,
        subjectId: campaignId,
        subjectTitle: campaign.name,
        version: revision,
        sha256,
        requester: caller,
      });
      const change = { state: 'IN_REVIEW', reviewId } as const;
      const inputs = { previewSha256, sha256 };
      await this.shelf.change(tx, campaign, caller, 'campaigns.submit', { change, inputs });
    });
  }

  async #decide(tx: Transaction, review: DecidedReview): Promise<void> {
    const { subjectId, reviewId, sha256, isApproved, decider } = review;
    const campaign = await this.shelf.lock(tx, subjectId);
    const preview = await this.shelf.previewOf(campaign, tx.manager);
    const isSame = campaign.state === 'IN_REVIEW' && campaign.reviewId === reviewId;
    if (!isSame || campaignSha256(campaign, preview?.sha256 ?? '') !== sha256) throw campaignChanged();
    if ([campaign.writerId, campaign.senderId].includes(decider.id)) throw actRefused();
    if (!isApproved) {
      const change = { state: 'DRAFT', reviewId: null } as const;
      return this.shelf.change(tx, campaign, decider, 'campaigns.return', { change, inputs: { sha256 } });
    }
    if (!(await this.shelf.isLicensed(campaign.senderId, tx.manager))) throw noLicence();
    const dueAt = Math.max(this.clock.now(), campaign.scheduledFor ?? 0);
    const change = { state: 'SCHEDULED', dueAt } as const;
    await this.shelf.change(tx, campaign, decider, 'campaigns.approve', {
      change,
      inputs: { sha256, dueAt },
    });
    tx.afterCommit(() => this.jobs.wake(SENDING_JOB));
  }
}

function campaignSha256(campaign: Campaign, previewSha256: string): string {
  const { campaignId, revision, name, channel, contentId, contentVersion, contentSha256 } = campaign;
  const { senderId, segmentKeys, excludedSegmentKeys, groupIds, scheduledFor } = campaign;
  return sha256OfJson({
    ...{ campaignId, revision, name, channel, contentId, contentVersion, contentSha256 },
    ...{ senderId, segmentKeys, excludedSegmentKeys, groupIds, scheduledFor },
    products: productIdsOf(campaign),
    previewSha256,
  });
}
