import { Entity, Index } from 'typeorm';
import { Col } from '../../platform/database/index.ts';

/** Number of fact-writing transactions of a member: a score names the seq up to which it has read. */
@Entity('member_clocks')
export class MemberClock {
  @Col.memberNo({ grade: 'L2', primary: true }) memberNo!: number;
  @Col.count({ grade: 'L2' }) seq!: number;
  /** True while the registration is one person with another: then writers have to look who else ticks. */
  @Col.flag({ grade: 'L2', nullable: true }) isMerged!: boolean | null;
}

/** What the followers of the member's state still have to do, coalesced into one row. */
@Entity('member_due')
@Index('ix_member_due_pending', ['isPending', 'memberNo'])
@Index('ix_member_due_due_on', ['dueOn', 'memberNo'])
export class MemberDue {
  @Col.memberNo({ grade: 'L2', primary: true }) memberNo!: number;
  @Col.count({ grade: 'L2' }) wantedSeq!: number;
  @Col.count({ grade: 'L2' }) doneSeq!: number;
  /** wantedSeq > doneSeq, stored because an index cannot compare two columns. */
  @Col.flag({ grade: 'L2' }) isPending!: boolean;
  /** First as-of day on which the state changes without any new fact. */
  @Col.day({ grade: 'L2', nullable: true }) dueOn!: number | null;
}
