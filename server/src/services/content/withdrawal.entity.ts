import { Entity, Index } from 'typeorm';
import { Col } from '../../platform/database/index.ts';

/** A published lesson taken away from members, with what its readers are told; walked over in steps. */
@Entity('lesson_withdrawals')
@Index('ix_lesson_withdrawals_lesson', ['lessonId', 'withdrawnAt'])
@Index('ix_lesson_withdrawals_open', ['isDone', 'withdrawalId'])
export class LessonWithdrawal {
  @Col.publicId({ grade: 'L1', primary: true }) withdrawalId!: string;
  @Col.publicId({ grade: 'L1' }) lessonId!: string;
  @Col.count({ grade: 'L1' }) version!: number;
  /** As its readers knew it. */
  @Col.text(60, { grade: 'L1' }) title!: string;
  /** For the house only. */
  @Col.text(200, { grade: 'L2' }) reason!: string;
  /** For everybody who read it. */
  @Col.text(500, { grade: 'L1' }) correction!: string;
  @Col.publicId({ grade: 'L2' }) withdrawnBy!: string;
  @Col.instant({ grade: 'L1' }) withdrawnAt!: number;
  /** Number of the last reader who was told. */
  @Col.memberNo({ grade: 'L2' }) afterNo!: number;
  @Col.flag({ grade: 'L1' }) isDone!: boolean;
}

/** That a reader was told of a withdrawal, once per person. */
@Entity('correction_receipts')
@Index('ix_correction_receipts_withdrawal', ['withdrawalId', 'seenAt'])
@Index('ix_correction_receipts_told', ['memberNo', 'toldAt'])
export class CorrectionReceipt {
  @Col.memberNo({ grade: 'L2', primary: true }) memberNo!: number;
  @Col.publicId({ grade: 'L3', primary: true }) withdrawalId!: string;
  @Col.instant({ grade: 'L3' }) toldAt!: number;
  /** When they had it on the screen. */
  @Col.instant({ grade: 'L3', nullable: true }) seenAt!: number | null;
}
