import { Entity } from 'typeorm';
import { Col } from '../../platform/database/index.ts';
import { IntervalBounds } from './interval-bounds.ts';

/** One interval of a member's relation stage with what proved it; see `KeptRelation`. */
@Entity('relation_intervals')
export class RelationInterval extends IntervalBounds {
  @Col.code(16, { grade: 'L2' }) stage!: string;
  @Col.count({ grade: 'L1' }) rulesVersion!: number;
  /** Day (Shanghai) on which the stage was reached. */
  @Col.day({ grade: 'L2' }) reachedOn!: number;
  @Col.code(16, { grade: 'L2', nullable: true }) heldStage!: string | null;
  @Col.day({ grade: 'L2', nullable: true }) heldOn!: number | null;
  /** The way up with its facts, and the steps to the next stage. */
  @Col.json({ grade: 'L2' }) evidence!: object;
}
