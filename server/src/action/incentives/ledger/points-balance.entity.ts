import { Entity } from 'typeorm';
import { Col } from '../../../platform/database/index.ts';

/**
 * What a member has in each account, in points and in what they cost; always the sum of the entries. What was issued is
 * the sum of the others. Changed by statements that add and take, never by one that sets.
 */
@Entity('points_balances')
export class PointsBalance {
  @Col.memberNo({ grade: 'L2', primary: true }) memberNo!: number;
  /** Numbers of the last posting, entry and lot. */
  @Col.count({ grade: 'L1' }) postingNo!: number;
  @Col.count({ grade: 'L1' }) entryNo!: number;
  @Col.count({ grade: 'L1' }) lotNo!: number;
  @Col.count({ grade: 'L2' }) pendingPoints!: number;
  @Col.count({ grade: 'L2' }) availablePoints!: number;
  @Col.count({ grade: 'L2' }) redeemedPoints!: number;
  @Col.count({ grade: 'L2' }) expiredPoints!: number;
  @Col.count({ grade: 'L2' }) reversedPoints!: number;
  @Col.fen({ grade: 'L2' }) pendingFen!: number;
  @Col.fen({ grade: 'L2' }) availableFen!: number;
  @Col.fen({ grade: 'L2' }) redeemedFen!: number;
  @Col.fen({ grade: 'L2' }) expiredFen!: number;
  @Col.fen({ grade: 'L2' }) reversedFen!: number;
}
