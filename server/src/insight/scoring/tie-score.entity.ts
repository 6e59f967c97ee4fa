import { Entity } from 'typeorm';
import { Col } from '../../platform/database/index.ts';
import { IntervalBounds } from './interval-bounds.ts';

/** One interval of the strength of a member's tie to the firm, for staff only; see `KeptTie`. */
@Entity('tie_scores')
export class TieScoreRow extends IntervalBounds {
  @Col.count({ grade: 'L1' }) configVersion!: number;
  @Col.count({ grade: 'L1' }) countingVersion!: number;
  @Col.count({ grade: 'L2' }) band!: number;
  // Not money: safe integers, which a `fen` column holds.
  @Col.fen({ grade: 'L2', nullable: true }) contactValue!: number | null;
  @Col.day({ grade: 'L3', nullable: true }) contactAnchorOn!: number | null;
  @Col.fen({ grade: 'L2', nullable: true }) intensityValue!: number | null;
  @Col.day({ grade: 'L3', nullable: true }) intensityAnchorOn!: number | null;
  @Col.fen({ grade: 'L2', nullable: true }) memberRepliesValue!: number | null;
  @Col.day({ grade: 'L3', nullable: true }) memberRepliesAnchorOn!: number | null;
  @Col.fen({ grade: 'L2', nullable: true }) adviserRepliesValue!: number | null;
  @Col.day({ grade: 'L3', nullable: true }) adviserRepliesAnchorOn!: number | null;
  @Col.fen({ grade: 'L2', nullable: true }) commitmentValue!: number | null;
  @Col.day({ grade: 'L3', nullable: true }) commitmentAnchorOn!: number | null;
}
