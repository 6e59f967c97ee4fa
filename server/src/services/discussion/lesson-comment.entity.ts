import type { CommentDoubt, CommentKind, CommentState } from '@siyu/shared/contracts/discussion.limits';
import { Entity, Index } from 'typeorm';
import { Col } from '../../platform/database/index.ts';

/** What a member says or asks under a lesson. */
@Entity('lesson_comments')
@Index('ix_lesson_comments_lesson', ['lessonId', 'writtenAt', 'commentId'])
@Index('ix_lesson_comments_state', ['state', 'writtenAt', 'commentId'])
@Index('ix_lesson_comments_answer', ['kind', 'state', 'answeredAt', 'writtenAt', 'commentId'])
@Index('ix_lesson_comments_member', ['memberNo', 'writtenAt'])
export class LessonCommentEntry {
  /** The phone's own id: a repeat meets it, also after the text was deleted. */
  @Col.publicId({ grade: 'L1', primary: true }) commentId!: string;
  @Col.publicId({ grade: 'L1' }) lessonId!: string;
  @Col.memberNo({ grade: 'L2' }) memberNo!: number;
  @Col.code(16, { grade: 'L2' }) kind!: CommentKind;
  /** Empty once the member has deleted it. */
  @Col.text(300, { grade: 'L3' }) text!: string;
  @Col.code(16, { grade: 'L2' }) state!: CommentState;
  /** Why it waited for a person. */
  @Col.json({ grade: 'L2' }) doubts!: CommentDoubt[];
  @Col.instant({ grade: 'L2' }) writtenAt!: number;
  @Col.instant({ grade: 'L2', nullable: true }) deletedAt!: number | null;
  /** Who of staff passed or refused it; null while nobody had to. */
  @Col.publicId({ grade: 'L2', nullable: true }) deciderId!: string | null;
  @Col.instant({ grade: 'L2', nullable: true }) decidedAt!: number | null;
  @Col.text(200, { grade: 'L3', nullable: true }) refusedReason!: string | null;
  @Col.text(500, { grade: 'L3', nullable: true }) answer!: string | null;
  @Col.publicId({ grade: 'L2', nullable: true }) answererId!: string | null;
  @Col.instant({ grade: 'L2', nullable: true }) answeredAt!: number | null;
}
