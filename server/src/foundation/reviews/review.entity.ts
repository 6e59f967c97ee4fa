import { Entity, Index } from 'typeorm';
import { Col } from '../../platform/database/index.ts';

/** A second pair of eyes on one version of something, bound to the hash of what they saw. */
@Entity('reviews')
@Index('uq_reviews_open_key', ['openKey'], { unique: true })
@Index('ix_reviews_requested', ['requestedAt', 'reviewId'])
@Index('ix_reviews_subject', ['subjectKind', 'subjectId', 'decidedAt'])
export class Review {
  @Col.publicId({ grade: 'L1', primary: true }) reviewId!: string;
  @Col.code(32, { grade: 'L1' }) subjectKind!: string;
  @Col.publicId({ grade: 'L1' }) subjectId!: string;
  @Col.text(120, { grade: 'L1' }) subjectTitle!: string;
  @Col.count({ grade: 'L1' }) subjectVersion!: number;
  @Col.code(64, { grade: 'L1' }) subjectSha256!: string;
  @Col.code(16, { grade: 'L1' }) state!: string;
  /** Kind and id of the subject while the review is open, null after: UNIQUE, so that one is open at a time. */
  @Col.code(80, { grade: 'L1', nullable: true }) openKey!: string | null;
  @Col.publicId({ grade: 'L2' }) requesterId!: string;
  @Col.instant({ grade: 'L2' }) requestedAt!: number;
  @Col.publicId({ grade: 'L2', nullable: true }) reviewerId!: string | null;
  @Col.instant({ grade: 'L2', nullable: true }) decidedAt!: number | null;
  @Col.text(500, { grade: 'L2', nullable: true }) comment!: string | null;
  /** Places of the subject that whoever approved it ticked as looked at, by the names its module gives them. */
  @Col.json({ grade: 'L1', nullable: true }) lookedAt!: string[] | null;
}
