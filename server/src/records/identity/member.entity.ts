import { Entity, Index } from 'typeorm';
import { Col } from '../../platform/database/index.ts';

/** A person known to the firm's app. Says who, never what they did. */
@Entity('members')
@Index('uq_members_member_id', ['memberId'], { unique: true })
@Index('ix_members_branch', ['branchId', 'memberNo'])
export class Member {
  @Col.memberNo({ grade: 'L2', primary: true }) memberNo!: number;
  @Col.publicId({ grade: 'L2' }) memberId!: string;
  /** A name given by the person or by staff; null right after registration. */
  @Col.text(40, { grade: 'L3', nullable: true }) displayName!: string | null;
  @Col.publicId({ grade: 'L2', nullable: true }) branchId!: string | null;
  @Col.instant({ grade: 'L2' }) registeredAt!: number;
}

/** One row: the last member number given out. Locking it makes registrations wait for each other. */
@Entity('member_numbers')
export class MemberNumber {
  @Col.code(16, { grade: 'L1', primary: true }) name!: string;
  @Col.memberNo({ grade: 'L1' }) lastNo!: number;
}
