import { Entity } from 'typeorm';
import { Col } from '../../platform/database/index.ts';

/**
 * One interval of a member's score: it held from (fromSeq, fromAsOf) until, exclusively, (toSeq, toAsOf), and
 * still holds while those are null. Rows are never rewritten but for the closing of an interval.
 */
@Entity('scores')
export class Score {
  @Col.memberNo({ grade: 'L2', primary: true }) memberNo!: number;
  /** 1, 2, … per member. */
  @Col.count({ grade: 'L2', primary: true }) intervalNo!: number;
  @Col.count({ grade: 'L2' }) fromSeq!: number;
  @Col.day({ grade: 'L2' }) fromAsOf!: number;
  @Col.count({ grade: 'L2', nullable: true }) toSeq!: number | null;
  @Col.day({ grade: 'L2', nullable: true }) toAsOf!: number | null;
  @Col.code(32, { grade: 'L1' }) modelId!: string;
  @Col.count({ grade: 'L1' }) modelVersion!: number;
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
  @Col.day({ grade: 'L3', nullable: true }) lastPurchaseOn!: number | null;
  @Col.day({ grade: 'L2', nullable: true }) nextChangeOn!: number | null;
  @Col.instant({ grade: 'L2' }) recordedAt!: number;
}
