import { Entity, Index } from 'typeorm';
import { Col } from '../../platform/database/index.ts';

/** One row a member, one typed column per fact a segment can ask for; replaced as a whole by scoring. */
@Entity('member_facts')
@Index('ix_member_facts_score', ['scoreHundredths'])
@Index('ix_member_facts_active', ['lastActiveAt'])
export class MemberFactsRow {
  @Col.memberNo({ grade: 'L2', primary: true }) memberNo!: number;
  @Col.count({ grade: 'L2' }) seq!: number;
  @Col.day({ grade: 'L2' }) asOf!: number;
  @Col.day({ grade: 'L2', nullable: true }) nextChangeOn!: number | null;
  // Both null when the member does not want the stage used.
  @Col.code(16, { grade: 'L2', nullable: true }) stage!: string | null;
  @Col.day({ grade: 'L2', nullable: true }) stageReachedOn!: number | null;
  @Col.flag({ grade: 'L2' }) isAccountLinked!: boolean;
  @Col.flag({ grade: 'L2' }) isProfiled!: boolean;
  /** Conclusions that the member does not want drawn, parted by commas; null: none. */
  @Col.code(64, { grade: 'L2', nullable: true }) refused!: string | null;
  @Col.count({ grade: 'L2' }) lessonsCompleted!: number;
  @Col.instant({ grade: 'L2', nullable: true }) lastActiveAt!: number | null;
  // The score; all null without a linked account or without consent to profiling.
  @Col.code(32, { grade: 'L1', nullable: true }) modelId!: string | null;
  @Col.code(32, { grade: 'L1', nullable: true }) preset!: string | null;
  @Col.count({ grade: 'L1', nullable: true }) modelVersion!: number | null;
  @Col.count({ grade: 'L1', nullable: true }) configVersion!: number | null;
  @Col.count({ grade: 'L1', nullable: true }) windowDays!: number | null;
  @Col.count({ grade: 'L3', nullable: true }) purchases!: number | null;
  @Col.fen({ grade: 'L3', nullable: true }) amountFen!: number | null;
  @Col.fen({ grade: 'L3', nullable: true }) benefitFen!: number | null;
  @Col.count({ grade: 'L2', nullable: true }) amountBand!: number | null;
  @Col.count({ grade: 'L2', nullable: true }) frequencyBand!: number | null;
  @Col.count({ grade: 'L2', nullable: true }) benefitBand!: number | null;
  @Col.count({ grade: 'L2', nullable: true }) scoreHundredths!: number | null;
  @Col.code(16, { grade: 'L2', nullable: true }) groupCode!: string | null;
  @Col.count({ grade: 'L2', nullable: true }) groupRow!: number | null;
  @Col.flag({ grade: 'L2', nullable: true }) isCore!: boolean | null;
  @Col.flag({ grade: 'L2', nullable: true }) highBenefitTail!: boolean | null;
  @Col.flag({ grade: 'L2', nullable: true }) lapsedKey!: boolean | null;
  @Col.day({ grade: 'L3', nullable: true }) lastPurchaseOn!: number | null;
  // How the member takes part and how strong the tie is; null without consent to profiling.
  @Col.count({ grade: 'L2', nullable: true }) rfeRecencyBand!: number | null;
  @Col.count({ grade: 'L2', nullable: true }) rfeFrequencyBand!: number | null;
  @Col.count({ grade: 'L2', nullable: true }) rfeDepthBand!: number | null;
  @Col.count({ grade: 'L2', nullable: true }) rfeActiveDays!: number | null;
  @Col.day({ grade: 'L3', nullable: true }) rfeLastActiveOn!: number | null;
  @Col.count({ grade: 'L2', nullable: true }) tieBand!: number | null;
  // What the member holds at the firm, and the tier it makes; null when no holdings are known or may be looked at.
  @Col.fen({ grade: 'L3', nullable: true }) assetsFen!: number | null;
  @Col.code(16, { grade: 'L2', nullable: true }) tier!: string | null;
  @Col.count({ grade: 'L1', nullable: true }) tierVersion!: number | null;
  @Col.instant({ grade: 'L2' }) updatedAt!: number;
}
