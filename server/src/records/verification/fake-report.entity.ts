import { Entity, Index } from 'typeorm';
import { Col } from '../../platform/database/index.ts';

/** Somebody met what pretends to be the firm. Who told it is not asked; the id is made on the phone. */
@Entity('fake_reports')
@Index('ix_fake_reports_state', ['state', 'reportedAt', 'reportId'])
export class FakeReportRow {
  @Col.publicId({ grade: 'L1', primary: true }) reportId!: string;
  /** What was checked before; may hold a number of the impostor. */
  @Col.text(200, { grade: 'L3', nullable: true }) checkedText!: string | null;
  @Col.text(300, { grade: 'L3' }) text!: string;
  @Col.code(16, { grade: 'L2' }) state!: string;
  @Col.instant({ grade: 'L2' }) reportedAt!: number;
  @Col.instant({ grade: 'L2', nullable: true }) handledAt!: number | null;
  @Col.publicId({ grade: 'L2', nullable: true }) handlerId!: string | null;
  @Col.text(200, { grade: 'L2', nullable: true }) note!: string | null;
}
