import { Injectable } from '@nestjs/common';
import type {
  CampaignDetail,
  CampaignPreview,
  CampaignQuery,
  CampaignRow,
  CampaignRows,
} from '@siyu/shared/contracts/campaigns';
import { CAMPAIGN_SUBJECT } from '@siyu/shared/contracts/campaigns.limits';
import { z } from 'zod';
import { StaffDirectory } from '../../../foundation/organisation/index.ts';
import { ReviewList } from '../../../foundation/reviews/index.ts';
import { segmentNames } from '../../../insight/segments/index.ts';
import { Database } from '../../../platform/database/index.ts';
import { decodeCursor, encodeCursor, type Principal } from '../../../platform/http/index.ts';
import { ProductShelf } from '../../../records/products/index.ts';
import { SentContents } from '../../../services/content/index.ts';
import { actsOf } from './campaign-acts.ts';
import { productIdsOf } from './campaign-facts.ts';
import { CampaignResults } from './campaign-results.ts';
import { CampaignShelf } from './campaign-shelf.ts';
import type { AudiencePreview, Campaign } from './campaign.entity.ts';
import { PostViews } from './post-views.ts';

const Position = z.tuple([z.int(), z.string().max(36)]);
const iso = (at: number): string => new Date(at).toISOString();

/** Campaigns as staff see them. */
@Injectable()
export class CampaignDesk {
  constructor(
    private readonly database: Database,
    private readonly directory: StaffDirectory,
    private readonly reviews: ReviewList,
    private readonly shelf: CampaignShelf,
    private readonly results: CampaignResults,
    private readonly contents: SentContents,
    private readonly products: ProductShelf,
    private readonly views: PostViews,
  ) {}

  /** The last changed first. */
  async list(
    caller: Principal,
    { limit, cursor, state }: z.output<typeof CampaignQuery>,
  ): Promise<CampaignRows> {
    const matching = this.shelf.seenBy(caller);
    if (state !== undefined) matching.andWhere('campaign.state = :state', { state });
    const total = await matching.getCount();
    const after = decodeCursor(cursor, Position);
    if (after !== null) {
      const [changedAt, campaignId] = after;
      matching.andWhere(
        '(campaign.changedAt < :changedAt OR (campaign.changedAt = :changedAt AND campaign.campaignId < :campaignId))',
        { changedAt, campaignId },
      );
    }
    const found = await matching
      .orderBy('campaign.changedAt', 'DESC')
      .addOrderBy('campaign.campaignId', 'DESC')
      .limit(limit + 1)
      .getMany();
    const page = found.slice(0, limit);
    const last = found.length > limit ? page.at(-1) : undefined;
    return {
      rows: await this.#rowsOf(page),
      total,
      nextCursor: last === undefined ? null : encodeCursor([last.changedAt, last.campaignId]),
    };
  }

  /** @throws {AppError} campaigns.not_found */
  async get(caller: Principal, campaignId: string): Promise<CampaignDetail> {
    const campaign = await this.shelf.get(caller, campaignId);
    const [row] = await this.#rowsOf([campaign]);
    if (row === undefined) throw new Error('a campaign without a row');
    const preview = await this.shelf.previewOf(campaign);
    const isLicensed = await this.shelf.isLicensed(campaign.senderId);
    const [open, lastReview] = await Promise.all([
      this.reviews.findOpen(CAMPAIGN_SUBJECT, campaignId),
      this.reviews.findLastDecision(CAMPAIGN_SUBJECT, campaignId),
    ]);
    return {
      ...row,
      revision: campaign.revision,
      draft: draftOf(campaign),
      content: await this.#contentOf(campaign),
      products: await this.#productsOf(campaign),
      segments: await this.#segmentsOf(campaign),
      groups: await this.views.groupsOf(campaign),
      preview: preview === null ? null : await this.#previewOf(caller, preview, campaign),
      review:
        open === null
          ? null
          : {
              reviewId: open.reviewId,
              sha256: open.subjectSha256,
              requesterName: open.requesterName,
              requestedAt: open.requestedAt,
            },
      lastReview,
      stoppedFor: campaign.stoppedFor,
      cancelReason: campaign.cancelReason,
      results: await this.results.of(campaign),
      mayDo: [...actsOf(campaign, { caller, isLicensed, preview })],
    };
  }

  /** Two statements for any number. */
  async #rowsOf(campaigns: readonly Campaign[]): Promise<CampaignRow[]> {
    const people = await this.directory.listStaffByIds(
      campaigns.flatMap(({ writerId, senderId }) => [writerId, ...(senderId === null ? [] : [senderId])]),
    );
    const sent = await this.results.sentOf(campaigns.map(({ campaignId }) => campaignId));
    const personOf = (staffId: string) => ({ staffId, name: people.get(staffId)?.name ?? '' });
    return campaigns.map((campaign) => ({
      campaignId: campaign.campaignId,
      name: campaign.name,
      state: campaign.state,
      channel: campaign.channel,
      contentTitle: campaign.contentTitle,
      writer: personOf(campaign.writerId),
      sender: campaign.senderId === null ? null : personOf(campaign.senderId),
      scheduledFor: campaign.scheduledFor === null ? null : iso(campaign.scheduledFor),
      included: campaign.included,
      sent: sent.get(campaign.campaignId) ?? null,
      changedAt: iso(campaign.changedAt),
    }));
  }

  async #previewOf(
    caller: Principal,
    preview: AudiencePreview,
    campaign: Campaign,
  ): Promise<CampaignPreview> {
    const { previewId, revision, takenAt, plannedFor, included, excluded, sha256 } = preview;
    return {
      previewId,
      revision,
      takenAt: iso(takenAt),
      plannedFor: iso(plannedFor),
      included,
      excluded,
      reasons: await this.results.reasonsOf(previewId),
      sha256,
      isStale: revision !== campaign.revision,
      post: await this.views.of(caller, preview),
    };
  }

  async #contentOf(campaign: Campaign): Promise<CampaignDetail['content']> {
    const { contentId, contentLabel, contentTitle, contentVersion, contentSha256 } = campaign;
    const now = await this.contents.find(contentId);
    return {
      contentId,
      kind: now?.kind ?? 'lesson',
      label: contentLabel,
      title: contentTitle,
      version: contentVersion,
      sha256: contentSha256,
      isCurrent: now?.version === contentVersion && now.sha256 === contentSha256,
    };
  }

  async #productsOf(campaign: Campaign): Promise<CampaignDetail['products']> {
    const productIds = productIdsOf(campaign);
    const known = await this.products.byIds(productIds);
    return productIds.map((productId) => ({
      productId,
      code: known.get(productId)?.code ?? '',
      name: known.get(productId)?.name ?? '',
      isNamed: campaign.namedProductIds.includes(productId),
    }));
  }

  async #segmentsOf({ segmentKeys, excludedSegmentKeys }: Campaign): Promise<CampaignDetail['segments']> {
    const keys = [...new Set([...segmentKeys, ...excludedSegmentKeys])];
    if (keys.length === 0) return [];
    const names = await segmentNames(this.database.read);
    return keys.map((key) => ({ key, name: names.get(key) ?? key }));
  }
}

const draftOf = ({ scheduledFor, ...written }: Campaign): CampaignDetail['draft'] => ({
  name: written.name,
  contentId: written.contentId,
  productIds: written.productIds,
  channel: written.channel,
  groupIds: written.groupIds,
  segmentKeys: written.segmentKeys,
  excludedSegmentKeys: written.excludedSegmentKeys,
  scheduledFor: scheduledFor === null ? null : iso(scheduledFor),
});
