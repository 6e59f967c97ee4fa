import type { GroupQuestionState } from '@siyu/shared/contracts/communities.limits';
import { Entity, Index } from 'typeorm';
import { Col } from '../../platform/database/index.ts';

/** What the firm says to everybody in a group. */
@Entity('group_notices')
@Index('ix_group_notices_group', ['groupId', 'publishedAt'])
export class GroupNoticeEntry {
  @Col.publicId({ grade: 'L1', primary: true }) noticeId!: string;
  @Col.publicId({ grade: 'L1' }) groupId!: string;
  @Col.text(300, { grade: 'L1' }) text!: string;
  @Col.publicId({ grade: 'L2' }) authorId!: string;
  @Col.instant({ grade: 'L1' }) publishedAt!: number;
  @Col.instant({ grade: 'L1', nullable: true }) removedAt!: number | null;
}

/** A lesson that was shared with a group: its id only. */
@Entity('group_lessons')
@Index('ix_group_lessons_group', ['groupId', 'sharedAt'])
export class GroupLesson {
  @Col.publicId({ grade: 'L1', primary: true }) shareId!: string;
  @Col.publicId({ grade: 'L1' }) groupId!: string;
  @Col.publicId({ grade: 'L1' }) lessonId!: string;
  @Col.publicId({ grade: 'L2' }) sharerId!: string;
  @Col.instant({ grade: 'L1' }) sharedAt!: number;
  @Col.instant({ grade: 'L1', nullable: true }) removedAt!: number | null;
}

/** A question of a member. Others see it once it is answered, and never whose it is. */
@Entity('group_questions')
@Index('ix_group_questions_group', ['groupId', 'state', 'askedAt'])
@Index('ix_group_questions_state', ['state', 'askedAt', 'questionId'])
@Index('ix_group_questions_member', ['memberNo', 'askedAt'])
export class GroupQuestionEntry {
  /** The phone's own id: a repeat meets it. */
  @Col.publicId({ grade: 'L1', primary: true }) questionId!: string;
  @Col.publicId({ grade: 'L1' }) groupId!: string;
  @Col.memberNo({ grade: 'L2' }) memberNo!: number;
  @Col.text(200, { grade: 'L3' }) text!: string;
  @Col.code(16, { grade: 'L2' }) state!: GroupQuestionState;
  @Col.instant({ grade: 'L2' }) askedAt!: number;
  /** What WeChat says of the text; null: it could not be asked. */
  @Col.code(16, { grade: 'L2', nullable: true }) platformVerdict!: string | null;
  /** Who answered or declined it. */
  @Col.publicId({ grade: 'L2', nullable: true }) deciderId!: string | null;
  @Col.instant({ grade: 'L2', nullable: true }) decidedAt!: number | null;
  @Col.text(500, { grade: 'L3', nullable: true }) answer!: string | null;
  @Col.text(200, { grade: 'L3', nullable: true }) declinedReason!: string | null;
}
