import { Entity, Index } from 'typeorm';
import { Col } from '../../platform/database/index.ts';

/** How far a member has read a lesson; only ever grows. */
@Entity('lesson_progress')
@Index('ix_lesson_progress_recent', ['memberNo', 'updatedAt'])
@Index('ix_lesson_progress_lesson', ['lessonId', 'memberNo'])
export class LessonProgress {
  @Col.memberNo({ grade: 'L2', primary: true }) memberNo!: number;
  @Col.publicId({ grade: 'L3', primary: true }) lessonId!: string;
  @Col.count({ grade: 'L3' }) readPercent!: number;
  @Col.instant({ grade: 'L3' }) updatedAt!: number;
}

/** A lesson read to its end: one row per member and lesson, whatever is repeated. */
@Entity('lesson_completions')
@Index('ix_lesson_completions_lesson', ['lessonId', 'version', 'memberNo'])
export class LessonCompleted {
  @Col.memberNo({ grade: 'L2', primary: true }) memberNo!: number;
  @Col.publicId({ grade: 'L3', primary: true }) lessonId!: string;
  @Col.count({ grade: 'L1' }) version!: number;
  /** Id of the engagement event that tells of it. */
  @Col.publicId({ grade: 'L2' }) eventId!: string;
  /** When the phone says it happened. */
  @Col.instant({ grade: 'L3' }) reportedAt!: number;
  /** When the server took note; this one counts. */
  @Col.instant({ grade: 'L3' }) completedAt!: number;
}

/** A graded quiz. The id was made on the phone: sending it again gives the first result again. */
@Entity('quiz_submissions')
@Index('ix_quiz_submissions_lesson', ['memberNo', 'lessonId'])
export class QuizSubmission {
  @Col.memberNo({ grade: 'L2', primary: true }) memberNo!: number;
  @Col.publicId({ grade: 'L2', primary: true }) submissionId!: string;
  @Col.publicId({ grade: 'L3' }) lessonId!: string;
  @Col.count({ grade: 'L1' }) version!: number;
  /** Hash of what was sent, so that the same id with other answers is noticed. */
  @Col.code(64, { grade: 'L2' }) bodySha256!: string;
  @Col.json({ grade: 'L3' }) result!: object;
  @Col.instant({ grade: 'L3' }) submittedAt!: number;
}
