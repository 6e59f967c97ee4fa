import { Entity, Index } from 'typeorm';
import { Col } from '../../../platform/database/index.ts';
import type { CountedOutcomes } from './count-outcomes.ts';

/**
 * On which side of a segment's lot a member of a preview stands who would get the campaign but for the lots. Rows are only
 * ever added, with their preview.
 */
@Entity('preview_arms')
@Index('ix_preview_arms_member', ['memberNo'])
export class PreviewArm {
  @Col.publicId({ grade: 'L1', primary: true }) previewId!: string;
  @Col.code(32, { grade: 'L2', primary: true }) segmentKey!: string;
  @Col.memberNo({ grade: 'L2', primary: true }) memberNo!: number;
  @Col.flag({ grade: 'L2' }) isHeldOut!: boolean;
}

/** What came of a campaign, counted for good once its window was over: sums, of nobody in particular. */
@Entity('campaign_outcomes')
export class CampaignOutcomeRow {
  @Col.publicId({ grade: 'L1', primary: true }) campaignId!: string;
  @Col.instant({ grade: 'L1' }) countedAt!: number;
  @Col.json({ grade: 'L1' }) figures!: CountedOutcomes;
}
