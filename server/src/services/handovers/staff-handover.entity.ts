import type { HandedOver, HandoverState } from '@siyu/shared/contracts/handovers.limits';
import { Entity, Index } from 'typeorm';
import { Col } from '../../platform/database/index.ts';

/** What WeCom did not hand over, counted by its errcode. */
export interface HandoverRefusal {
  readonly what: HandedOver;
  readonly code: number;
  readonly many: number;
}

/** A leaver whose members, groups and codes go to a successor (离职交接). */
@Entity('staff_handovers')
@Index('ix_staff_handovers_begun', ['begunAt', 'handoverId'])
@Index('ix_staff_handovers_due', ['state', 'nextAt'])
@Index('ix_staff_handovers_leaver', ['leaverId', 'state'])
export class StaffHandover {
  @Col.publicId({ grade: 'L1', primary: true }) handoverId!: string;
  @Col.publicId({ grade: 'L2' }) leaverId!: string;
  @Col.publicId({ grade: 'L2' }) successorId!: string;
  @Col.publicId({ grade: 'L2' }) actorId!: string;
  @Col.text(200, { grade: 'L2' }) reason!: string;
  @Col.code(16, { grade: 'L1' }) state!: HandoverState;
  /** Gone over so far. */
  @Col.count({ grade: 'L1' }) members!: number;
  @Col.count({ grade: 'L1' }) accounts!: number;
  @Col.count({ grade: 'L1' }) groups!: number;
  @Col.count({ grade: 'L1' }) contacts!: number;
  @Col.json({ grade: 'L1' }) refusals!: HandoverRefusal[];
  @Col.flag({ grade: 'L1' }) isGroupsDone!: boolean;
  /** WeCom was asked about every contact up to this one, in the order of the hashes of their ids. */
  @Col.code(64, { grade: 'L1' }) afterContact!: string;
  @Col.instant({ grade: 'L1' }) begunAt!: number;
  /** Not before: WeCom was away. */
  @Col.instant({ grade: 'L1' }) nextAt!: number;
  @Col.instant({ grade: 'L1', nullable: true }) endedAt!: number | null;
}
