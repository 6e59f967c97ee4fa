import { Entity } from 'typeorm';
import { Col } from '../../platform/database/index.ts';
import { IntervalBounds } from './interval-bounds.ts';

/** One interval of how a member takes part; see `KeptRfe`. */
@Entity('rfe_scores')
export class RfeScoreRow extends IntervalBounds {
  @Col.count({ grade: 'L1' }) configVersion!: number;
  @Col.count({ grade: 'L2' }) recencyBand!: number;
  @Col.count({ grade: 'L2' }) frequencyBand!: number;
  @Col.count({ grade: 'L2' }) depthBand!: number;
  @Col.day({ grade: 'L3', nullable: true }) lastActiveOn!: number | null;
  @Col.count({ grade: 'L2' }) activeDays!: number;
  // Not money: safe integers, which a `fen` column holds.
  @Col.fen({ grade: 'L2', nullable: true }) depthValue!: number | null;
  @Col.day({ grade: 'L3', nullable: true }) depthAnchorOn!: number | null;
}
