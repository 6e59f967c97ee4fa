import { Entity } from 'typeorm';
import { Col } from '../../platform/database/index.ts';

/** The authenticator app of a member of staff. */
@Entity('staff_second_factors')
export class StaffSecondFactor {
  @Col.publicId({ grade: 'L2', primary: true }) staffId!: string;
  /** Encrypted; null until a first code has come back. */
  @Col.code(255, { grade: 'L4', nullable: true }) sealedSecret!: string | null;
  @Col.instant({ grade: 'L2', nullable: true }) confirmedAt!: number | null;
  /** The latest step of time whose code was used: neither it nor an earlier one is taken again. */
  @Col.instant({ grade: 'L2', nullable: true }) lastStep!: number | null;
  /** Encrypted secret of an app that is being set up, beside the one in use. */
  @Col.code(255, { grade: 'L4', nullable: true }) sealedProposal!: string | null;
}

/** Instead of the app, once. */
@Entity('staff_recovery_codes')
export class StaffRecoveryCode {
  @Col.publicId({ grade: 'L2', primary: true }) staffId!: string;
  @Col.code(64, { grade: 'L4', primary: true }) codeSha256!: string;
  @Col.instant({ grade: 'L2', nullable: true }) usedAt!: number | null;
}
