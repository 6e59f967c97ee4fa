import { Entity, Index } from 'typeorm';
import { Col } from '../../platform/database/index.ts';

/** A call to a client by somebody who does not look after them. */
@Entity('follow_up_calls')
@Index('uq_follow_up_calls_order', ['orderKey'], { unique: true })
@Index('ix_follow_up_calls_due', ['state', 'dueOn', 'callId'])
@Index('ix_follow_up_calls_member', ['memberNo', 'orderedAt'])
@Index('ix_follow_up_calls_owner', ['ownerId', 'state'])
export class FollowUpCall {
  @Col.publicId({ grade: 'L1', primary: true }) callId!: string;
  /** Business key of whoever ordered it: ordered again it is the same call. */
  @Col.code(100, { grade: 'L2' }) orderKey!: string;
  @Col.memberNo({ grade: 'L2' }) memberNo!: number;
  @Col.publicId({ grade: 'L2', nullable: true }) branchId!: string | null;
  @Col.code(20, { grade: 'L2' }) reason!: string;
  @Col.code(16, { grade: 'L2' }) state!: string;
  @Col.count({ grade: 'L2' }) stepNo!: number;
  @Col.publicId({ grade: 'L2', nullable: true }) ownerId!: string | null;
  @Col.day({ grade: 'L2' }) dueOn!: number;
  @Col.instant({ grade: 'L2' }) orderedAt!: number;
  @Col.code(16, { grade: 'L2', nullable: true }) outcome!: string | null;
  @Col.text(300, { grade: 'L3', nullable: true }) tradingPlan!: string | null;
  @Col.publicId({ grade: 'L2', nullable: true }) complaintId!: string | null;
  @Col.instant({ grade: 'L2', nullable: true }) restrictedAt!: number | null;
}
