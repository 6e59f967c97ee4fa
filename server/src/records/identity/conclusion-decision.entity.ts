import { Entity } from 'typeorm';
import { Col } from '../../platform/database/index.ts';

/** One decision of a member about one conclusion. Append-only: what was refused or allowed, and when. */
@Entity('conclusion_decisions')
export class ConclusionDecision {
  @Col.memberNo({ grade: 'L2', primary: true }) memberNo!: number;
  @Col.code(16, { grade: 'L2', primary: true }) conclusion!: string;
  /** The member's clock when it was decided. */
  @Col.count({ grade: 'L2', primary: true }) seq!: number;
  @Col.flag({ grade: 'L2' }) isRefused!: boolean;
  @Col.instant({ grade: 'L2' }) decidedAt!: number;
}
