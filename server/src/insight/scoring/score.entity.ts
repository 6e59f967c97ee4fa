import { Entity } from 'typeorm';
import { Col } from '../../platform/database/index.ts';
import { IntervalBounds } from './interval-bounds.ts';

/** One interval of a member's score by 数量–质量–效益; see `KeptScore`. */
@Entity('scores')
export class Score extends IntervalBounds {
  @Col.code(32, { grade: 'L1' }) modelId!: string;
  @Col.code(32, { grade: 'L1' }) preset!: string;
  @Col.count({ grade: 'L1' }) modelVersion!: number;
  @Col.count({ grade: 'L1' }) configVersion!: number;
  @Col.count({ grade: 'L1' }) countingVersion!: number;
  @Col.count({ grade: 'L1' }) windowDays!: number;
  @Col.count({ grade: 'L3' }) purchases!: number;
  @Col.fen({ grade: 'L3' }) amountFen!: number;
  @Col.fen({ grade: 'L3' }) benefitFen!: number;
  @Col.count({ grade: 'L2' }) amountBand!: number;
  @Col.count({ grade: 'L2' }) frequencyBand!: number;
  @Col.count({ grade: 'L2' }) benefitBand!: number;
  @Col.count({ grade: 'L2' }) scoreHundredths!: number;
  @Col.code(16, { grade: 'L2' }) groupCode!: string;
  @Col.count({ grade: 'L2' }) groupRow!: number;
  @Col.flag({ grade: 'L2' }) isCore!: boolean;
  @Col.flag({ grade: 'L2' }) highBenefitTail!: boolean;
  @Col.flag({ grade: 'L2' }) lapsedKey!: boolean;
  @Col.flag({ grade: 'L2' }) amountNegative!: boolean;
  @Col.flag({ grade: 'L2' }) benefitNegative!: boolean;
  @Col.day({ grade: 'L3', nullable: true }) lastPurchaseOn!: number | null;
}
