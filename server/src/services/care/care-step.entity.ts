import { Entity } from 'typeorm';
import { Col } from '../../platform/database/index.ts';

/** What was done with a complaint or a follow-up call, one after the other; only ever added to. */
@Entity('care_steps')
export class CareStep {
  @Col.publicId({ grade: 'L1', primary: true }) subjectId!: string;
  @Col.count({ grade: 'L1', primary: true }) stepNo!: number;
  @Col.code(16, { grade: 'L2' }) act!: string;
  /** The state it led to. */
  @Col.code(16, { grade: 'L2' }) state!: string;
  /** `staff`, `member` or `system`. */
  @Col.code(16, { grade: 'L2' }) actorKind!: string;
  @Col.publicId({ grade: 'L2', nullable: true }) actorId!: string | null;
  /** To whom it was given. */
  @Col.publicId({ grade: 'L2', nullable: true }) ownerId!: string | null;
  @Col.code(16, { grade: 'L2', nullable: true }) outcome!: string | null;
  @Col.code(16, { grade: 'L2', nullable: true }) toldBy!: string | null;
  @Col.text(1_000, { grade: 'L3', nullable: true }) text!: string | null;
  @Col.instant({ grade: 'L2' }) at!: number;
}
