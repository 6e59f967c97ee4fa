import { Col } from '../../platform/database/index.ts';

/**
 * Key and bounds of an interval of something kept of a member: it held from (fromSeq, fromAsOf) until,
 * exclusively, (toSeq, toAsOf), and still holds while those are null. Rows are never rewritten but for the closing
 * of an interval.
 */
export abstract class IntervalBounds {
  @Col.memberNo({ grade: 'L2', primary: true }) memberNo!: number;
  /** 1, 2, … per member. */
  @Col.count({ grade: 'L2', primary: true }) intervalNo!: number;
  @Col.count({ grade: 'L2' }) fromSeq!: number;
  @Col.day({ grade: 'L2' }) fromAsOf!: number;
  @Col.count({ grade: 'L2', nullable: true }) toSeq!: number | null;
  @Col.day({ grade: 'L2', nullable: true }) toAsOf!: number | null;
  @Col.day({ grade: 'L2', nullable: true }) nextChangeOn!: number | null;
  @Col.instant({ grade: 'L2' }) recordedAt!: number;
}
