import type {
  CampaignChannel,
  CampaignReason,
  CampaignState,
  CampaignStop,
  DeliveryState,
  PostRefusal,
  ViewerStanding,
} from '@siyu/shared/contracts/campaigns.limits';
import type { ContentLabel } from '@siyu/shared/contracts/content.limits';
import { Entity, Index } from 'typeorm';
import { Col } from '../../../platform/database/index.ts';

/** Something that was seen of a member, about a product, a segment or a brake. */
export interface SeenDetail {
  readonly code: string;
  readonly about: string;
}

/** What a preview saw of a post as a whole; who reads it and is a member stands in its rows. */
export interface SeenPost {
  readonly viewers: number;
  readonly refusal: PostRefusal | null;
  readonly isEducationOnly: boolean;
  readonly standings: readonly { readonly standing: ViewerStanding; readonly viewers: number }[];
  readonly groups: readonly { readonly groupId: string; readonly name: string; readonly viewers: number }[];
}

/** A text that an adviser sends to members of the own book (推送计划), with what was approved of it. */
@Entity('campaigns')
@Index('ix_campaigns_changed', ['changedAt', 'campaignId'])
@Index('ix_campaigns_due', ['state', 'dueAt'])
@Index('ix_campaigns_sender', ['senderId', 'changedAt'])
@Index('ix_campaigns_writer', ['writerId', 'changedAt'])
export class Campaign {
  @Col.publicId({ grade: 'L1', primary: true }) campaignId!: string;
  @Col.text(30, { grade: 'L1' }) name!: string;
  @Col.code(16, { grade: 'L1' }) state!: CampaignState;
  @Col.code(24, { grade: 'L1' }) channel!: CampaignChannel;
  @Col.publicId({ grade: 'L1' }) contentId!: string;
  @Col.count({ grade: 'L1' }) contentVersion!: number;
  @Col.code(64, { grade: 'L1' }) contentSha256!: string;
  @Col.text(60, { grade: 'L1' }) contentTitle!: string;
  @Col.code(16, { grade: 'L1' }) contentLabel!: ContentLabel;
  /** Said by the writer. */
  @Col.json({ grade: 'L1' }) productIds!: string[];
  /** Found in the text. */
  @Col.json({ grade: 'L1' }) namedProductIds!: string[];
  @Col.json({ grade: 'L1' }) segmentKeys!: string[];
  @Col.json({ grade: 'L1' }) excludedSegmentKeys!: string[];
  /** Of a post in groups. */
  @Col.json({ grade: 'L1' }) groupIds!: string[];
  @Col.instant({ grade: 'L1', nullable: true }) scheduledFor!: number | null;
  @Col.publicId({ grade: 'L2' }) writerId!: string;
  /** Null: a relationship manager wrote it down, and no adviser has taken it on. */
  @Col.publicId({ grade: 'L2', nullable: true }) senderId!: string | null;
  /** The last one; from submission on the one that was approved. */
  @Col.publicId({ grade: 'L1', nullable: true }) previewId!: string | null;
  @Col.count({ grade: 'L1', nullable: true }) included!: number | null;
  @Col.publicId({ grade: 'L1', nullable: true }) reviewId!: string | null;
  /** Of an approved one: when sending begins. */
  @Col.instant({ grade: 'L1', nullable: true }) dueAt!: number | null;
  /** When the first part went out, and until when what members do counts among its results (exclusive). */
  @Col.instant({ grade: 'L1', nullable: true }) beganAt!: number | null;
  @Col.instant({ grade: 'L1', nullable: true }) resultsUntil!: number | null;
  /** Everybody of the preview up to this number has been decided on. */
  @Col.count({ grade: 'L2' }) sentThrough!: number;
  @Col.code(24, { grade: 'L1', nullable: true }) stoppedFor!: CampaignStop | null;
  @Col.text(200, { grade: 'L2', nullable: true }) cancelReason!: string | null;
  /** Counts every act, so that each names what it was made from. */
  @Col.count({ grade: 'L1' }) revision!: number;
  @Col.instant({ grade: 'L1' }) changedAt!: number;
}

/** Who would get a campaign, as it was looked at once. Rows are only ever added. */
@Entity('audience_previews')
@Index('ix_audience_previews_campaign', ['campaignId', 'takenAt'])
export class AudiencePreview {
  @Col.publicId({ grade: 'L1', primary: true }) previewId!: string;
  @Col.publicId({ grade: 'L1' }) campaignId!: string;
  @Col.count({ grade: 'L1' }) revision!: number;
  @Col.instant({ grade: 'L1' }) takenAt!: number;
  @Col.instant({ grade: 'L1' }) plannedFor!: number;
  @Col.count({ grade: 'L1' }) included!: number;
  @Col.count({ grade: 'L1' }) excluded!: number;
  /** Of a post. */
  @Col.json({ grade: 'L1', nullable: true }) post!: SeenPost | null;
  /** Over its members, in the order of their numbers, and over what was seen of a post. */
  @Col.code(64, { grade: 'L1' }) sha256!: string;
}

/** A member in a preview: included, or the one reason why not. Rows are only ever added. */
@Entity('previewed_members')
@Index('ix_previewed_members_reason', ['previewId', 'isIncluded', 'reason', 'memberNo'])
@Index('ix_previewed_members_member', ['memberNo'])
export class PreviewedMember {
  @Col.publicId({ grade: 'L1', primary: true }) previewId!: string;
  @Col.memberNo({ grade: 'L2', primary: true }) memberNo!: number;
  @Col.flag({ grade: 'L2' }) isIncluded!: boolean;
  @Col.code(24, { grade: 'L3', nullable: true }) reason!: CampaignReason | null;
  @Col.json({ grade: 'L3' }) details!: SeenDetail[];
  /** Of who reads a post: what they are. */
  @Col.code(16, { grade: 'L3', nullable: true }) standing!: ViewerStanding | null;
}

/** What became of a member who was included: written before any call, once for each. */
@Entity('campaign_deliveries')
@Index('ix_campaign_deliveries_member', ['memberNo', 'decidedAt'])
@Index('ix_campaign_deliveries_state', ['campaignId', 'state', 'memberNo'])
@Index('ix_campaign_deliveries_batch', ['batchKey'])
export class CampaignDelivery {
  @Col.publicId({ grade: 'L1', primary: true }) campaignId!: string;
  @Col.memberNo({ grade: 'L2', primary: true }) memberNo!: number;
  @Col.code(16, { grade: 'L2' }) state!: DeliveryState;
  /** Of a dropped one: the fact that had changed since the preview. */
  @Col.code(24, { grade: 'L3', nullable: true }) reason!: CampaignReason | null;
  @Col.json({ grade: 'L3' }) details!: SeenDetail[];
  /** Business key of the task that it went with; null for what needs no call. */
  @Col.code(128, { grade: 'L1', nullable: true }) batchKey!: string | null;
  @Col.instant({ grade: 'L2' }) decidedAt!: number;
  @Col.instant({ grade: 'L2', nullable: true }) settledAt!: number | null;
}
