import { Entity } from 'typeorm';
import { Col } from '../../platform/database/index.ts';

/** One interval of a member's relation stage with what proved it; bounds as in `Score`. */
@Entity('relation_intervals')
export class RelationInterval {
  @Col.memberNo({ grade: 'L2', primary: true }) memberNo!: number;
  @Col.count({ grade: 'L2', primary: true }) intervalNo!: number;
  @Col.count({ grade: 'L2' }) fromSeq!: number;
  @Col.day({ grade: 'L2' }) fromAsOf!: number;
  @Col.count({ grade: 'L2', nullable: true }) toSeq!: number | null;
  @Col.day({ grade: 'L2', nullable: true }) toAsOf!: number | null;
  @Col.code(16, { grade: 'L2' }) stage!: string;
  @Col.count({ grade: 'L1' }) rulesVersion!: number;
  /** Day (Shanghai) on which the stage was reached. */
  @Col.day({ grade: 'L2' }) reachedOn!: number;
  /** The facts the stage was decided by. */
  @Col.json({ grade: 'L2' }) evidence!: object;
  @Col.instant({ grade: 'L2' }) recordedAt!: number;
}
