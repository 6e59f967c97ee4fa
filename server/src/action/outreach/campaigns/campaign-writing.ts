import { Injectable } from '@nestjs/common';
import type { CampaignDraft } from '@siyu/shared/contracts/campaigns';
import {
  CAMPAIGN_AHEAD_DAYS,
  CAMPAIGN_PRODUCTS_MAX,
  CAMPAIGN_SUBJECT,
  isPostChannel,
} from '@siyu/shared/contracts/campaigns.limits';
import { z } from 'zod';
import { sha256OfJson } from '../../../foundation/audit/index.ts';
import { StaffDirectory } from '../../../foundation/organisation/index.ts';
import { Reviews } from '../../../foundation/reviews/index.ts';
import { SegmentAudiences } from '../../../insight/segments/index.ts';
import { Clock, Randomness } from '../../../platform/clock/index.ts';
import { Database, insertRows, type Transaction } from '../../../platform/database/index.ts';
import type { Principal } from '../../../platform/http/index.ts';
import { once } from '../../../platform/idempotency/index.ts';
import { GroupViewers } from '../../../records/communities/index.ts';
import { ProductShelf } from '../../../records/products/index.ts';
import { SentContents } from '../../../services/content/index.ts';
import { productIdsOf } from './campaign-facts.ts';
import { CampaignShelf } from './campaign-shelf.ts';
import { Campaign } from './campaign.entity.ts';
import {
  adviserNotFound,
  badAudience,
  badTime,
  contentNotFound,
  groupNotFound,
  noLicence,
  productNotFound,
  segmentNotFound,
  tooManyProducts,
} from './campaigns.errors.ts';

const DAY_MS = 86_400_000;
const Made = z.object({ campaignId: z.string() });

type Written = Pick<
  Campaign,
  | 'name'
  | 'channel'
  | 'contentId'
  | 'contentVersion'
  | 'contentSha256'
  | 'contentTitle'
  | 'contentLabel'
  | 'productIds'
  | 'namedProductIds'
  | 'segmentKeys'
  | 'excludedSegmentKeys'
  | 'groupIds'
  | 'scheduledFor'
>;

/** How a campaign is written down: by the adviser who sends it, or by a relationship manager who hands it over (I-09). */
@Injectable()
export class CampaignWriting {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
    private readonly reviews: Reviews,
    private readonly directory: StaffDirectory,
    private readonly shelf: CampaignShelf,
    private readonly contents: SentContents,
    private readonly products: ProductShelf,
    private readonly segments: SegmentAudiences,
    private readonly groups: GroupViewers,
  ) {}

  /**
   * @param key of a sender who may have to ask again
   * @throws {AppError} campaigns.no_licence, and what is wrong with the draft
   */
  async create(writer: Principal, draft: CampaignDraft, key: string | null): Promise<string> {
    const work = async (tx: Transaction) => ({ campaignId: await this.begin(tx, writer, draft) });
    const asked = { principalId: writer.id, requestSha256: sha256OfJson(draft), now: this.clock.now() };
    const { campaignId } = await this.database.runInTransaction((tx) =>
      key === null ? work(tx) : once(tx, { ...asked, key }, Made, () => work(tx)),
    );
    return campaignId;
  }

  /** The same, in a transaction that does more. */
  async begin(tx: Transaction, writer: Principal, draft: CampaignDraft): Promise<string> {
    const isAdviser = writer.roles.includes('adviser');
    if (isAdviser && !(await this.shelf.isLicensed(writer.id, tx.manager))) throw noLicence();
    const campaignId = this.randomness.uuid();
    const row: Campaign = {
      ...{ ...(await this.#read(draft, writer.id)), campaignId, state: 'DRAFT', writerId: writer.id },
      ...{ senderId: isAdviser ? writer.id : null, previewId: null, included: null, reviewId: null },
      ...{
        dueAt: null,
        beganAt: null,
        resultsUntil: null,
        sentThrough: 0,
        stoppedFor: null,
        cancelReason: null,
      },
      ...{ revision: 1, changedAt: this.clock.now() },
    };
    await insertRows(tx, Campaign, [row]);
    await this.shelf.note(tx, campaignId, writer, 'campaigns.create', inputsOf(row));
    return campaignId;
  }

  /** Leads back to the draft: what was approved, or is being looked at, is another text from here on. */
  async rewrite(
    caller: Principal,
    campaignId: string,
    draft: CampaignDraft,
    revision: number,
  ): Promise<void> {
    const { senderId, writerId } = await this.shelf.get(caller, campaignId);
    const written = await this.#read(draft, senderId ?? writerId);
    await this.database.runInTransaction(async (tx) => {
      const { state } = await this.shelf.lockFor(tx, caller, campaignId, 'EDIT', revision);
      await this.reviews.supersede(tx, CAMPAIGN_SUBJECT, campaignId, caller);
      const back = { state: 'DRAFT', reviewId: null, dueAt: null, stoppedFor: null } as const;
      const change = { ...written, ...back, revision: revision + 1 };
      const inputs = { from: state, ...inputsOf(written) };
      await this.shelf.change(tx, { campaignId }, caller, 'campaigns.save', { change, inputs });
    });
  }

  /** The adviser answers for it from here on, and it goes to the adviser's own book. */
  async handOver(caller: Principal, campaignId: string, adviserId: string, revision: number): Promise<void> {
    await this.database.runInTransaction(async (tx) => {
      await this.shelf.lockFor(tx, caller, campaignId, 'HAND_OVER', revision);
      const people = await this.directory.listStaffByIds([caller.id, adviserId], tx.manager);
      const isNear = people.get(adviserId)?.branchId === people.get(caller.id)?.branchId;
      if (!isNear || !(await this.shelf.isLicensed(adviserId, tx.manager))) throw adviserNotFound();
      const change = { senderId: adviserId, revision: revision + 1 };
      const inputs = { adviserId };
      await this.shelf.change(tx, { campaignId }, caller, 'campaigns.hand_over', { change, inputs });
    });
  }

  /** What a draft names, as it is now. @param ownerId whose groups it may name */
  async #read(draft: CampaignDraft, ownerId: string): Promise<Written> {
    const { name, channel, contentId, segmentKeys, excludedSegmentKeys } = draft;
    const content = await this.contents.find(contentId);
    if (content === null) throw contentNotFound();
    const productIds = [...new Set(draft.productIds)];
    if ((await this.products.byIds(productIds)).size < productIds.length) throw productNotFound();
    const named = await this.products.namedIn(content.words, CAMPAIGN_PRODUCTS_MAX + 1);
    const namedProductIds = named.map(({ productId }) => productId);
    if (productIdsOf({ productIds, namedProductIds }).length > CAMPAIGN_PRODUCTS_MAX) throw tooManyProducts();
    const groupIds = await this.#groupsOf(draft, ownerId);
    const known = await this.segments.list();
    if ([...segmentKeys, ...excludedSegmentKeys].some((key) => !known.has(key))) throw segmentNotFound();
    return {
      ...{ name, channel, contentId, productIds, namedProductIds },
      ...{ contentVersion: content.version, contentSha256: content.sha256 },
      ...{ contentTitle: content.title, contentLabel: content.label },
      segmentKeys: [...new Set(segmentKeys)],
      excludedSegmentKeys: [...new Set(excludedSegmentKeys)],
      groupIds: [...groupIds],
      scheduledFor: this.#instantOf(draft),
    };
  }

  /** Whoever is there reads a post: it has no segments, and only a post in groups has groups. */
  async #groupsOf(draft: CampaignDraft, ownerId: string): Promise<readonly string[]> {
    const { channel, segmentKeys, excludedSegmentKeys } = draft;
    const groupIds = [...new Set(draft.groupIds)];
    const isSorted = segmentKeys.length > 0 || excludedSegmentKeys.length > 0;
    if ((isPostChannel(channel) && isSorted) || (channel !== 'GROUP_POST' && groupIds.length > 0))
      throw badAudience();
    if (groupIds.length === 0) return [];
    const { wecomUserId } = await this.directory.getStaff(ownerId);
    const owned = await this.groups.ownedBy(wecomUserId);
    if (!groupIds.every((id) => owned.some(({ groupId }) => groupId === id))) throw groupNotFound();
    return groupIds;
  }

  #instantOf({ scheduledFor }: CampaignDraft): number | null {
    if (scheduledFor === null) return null;
    const [now, at] = [this.clock.now(), Date.parse(scheduledFor)];
    if (at <= now || at > now + CAMPAIGN_AHEAD_DAYS * DAY_MS) throw badTime();
    return at;
  }
}

const inputsOf = ({ contentId, contentVersion, contentSha256, channel, ...written }: Written) => ({
  ...{ contentId, contentVersion, contentSha256, channel },
  products: productIdsOf(written),
  segments: written.segmentKeys,
  groups: written.groupIds,
  excluded: written.excludedSegmentKeys,
});
