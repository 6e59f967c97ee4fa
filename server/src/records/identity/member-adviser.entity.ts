import { Entity, Index } from 'typeorm';
import { Col } from '../../platform/database/index.ts';

/** An adviser's book: who looks after whom, from when to when. */
@Entity('member_advisers')
@Index('ix_member_advisers_staff', ['staffId', 'unboundAt', 'memberNo'])
export class MemberAdviser {
  @Col.memberNo({ grade: 'L2', primary: true }) memberNo!: number;
  @Col.instant({ grade: 'L2', primary: true }) boundAt!: number;
  @Col.publicId({ grade: 'L2' }) staffId!: string;
  @Col.instant({ grade: 'L2', nullable: true }) unboundAt!: number | null;
  /** Clock of the member after the transaction that bound, and after the one that ended it. */
  @Col.count({ grade: 'L2' }) seq!: number;
  @Col.count({ grade: 'L2', nullable: true }) endedSeq!: number | null;
}
