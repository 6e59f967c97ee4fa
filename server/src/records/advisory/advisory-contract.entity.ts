import { Entity, Index } from 'typeorm';
import { Col } from '../../platform/database/index.ts';

/** A contract under which a member is given advice. It is ended, never removed: it says why advice was given. */
@Entity('advisory_contracts')
@Index('uq_advisory_contracts_no', ['contractNo'], { unique: true })
@Index('ix_advisory_contracts_member', ['memberNo', 'validUntil'])
export class AdvisoryContract {
  @Col.publicId({ grade: 'L1', primary: true }) contractId!: string;
  @Col.code(40, { grade: 'L3' }) contractNo!: string;
  @Col.memberNo({ grade: 'L2' }) memberNo!: number;
  /** First and last day, epoch days. */
  @Col.day({ grade: 'L3' }) validFrom!: number;
  @Col.day({ grade: 'L3' }) validUntil!: number;
  /** Ended before its last day, and why. */
  @Col.instant({ grade: 'L3', nullable: true }) endedAt!: number | null;
  @Col.text(200, { grade: 'L3', nullable: true }) endReason!: string | null;
  @Col.publicId({ grade: 'L2' }) enteredBy!: string;
  @Col.instant({ grade: 'L2' }) enteredAt!: number;
}
