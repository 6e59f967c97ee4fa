import { Entity, Index } from 'typeorm';
import { Col } from '../../platform/database/index.ts';

/** One asked-for recomputation of the audit trail, with what it found. */
@Entity('trail_verifications')
@Index('uq_trail_verifications_open', ['openKey'], { unique: true })
@Index('ix_trail_verifications_requested', ['requestedAt', 'verificationId'])
export class TrailVerificationRow {
  @Col.publicId({ grade: 'L1', primary: true }) verificationId!: string;
  @Col.publicId({ grade: 'L2' }) requesterId!: string;
  @Col.instant({ grade: 'L1' }) requestedAt!: number;
  /** `QUEUED`, `RUNNING`, `DONE` or `FAILED`. */
  @Col.code(16, { grade: 'L1' }) state!: string;
  /** A word while it is under way, null after: UNIQUE, so that one is under way at a time. */
  @Col.code(8, { grade: 'L1', nullable: true }) openKey!: string | null;
  @Col.instant({ grade: 'L1', nullable: true }) finishedAt!: number | null;
  /** The verdict, as verification gave it. */
  @Col.json({ grade: 'L2', nullable: true }) verdict!: object | null;
}
