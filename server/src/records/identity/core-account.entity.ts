import { Entity, Index } from 'typeorm';
import { Col } from '../../platform/database/index.ts';

/**
 * One customer of the core system of whom facts are known, a member or not. Facts are kept under its number and
 * stay there; a link makes them the member's in one row.
 */
@Entity('core_accounts')
@Index('uq_core_accounts_customer', ['issuer', 'coreCustomerId'], { unique: true })
@Index('ix_core_accounts_member', ['memberNo'])
export class CoreAccount {
  @Col.count({ grade: 'L2', primary: true }) accountNo!: number;
  @Col.code(64, { grade: 'L2' }) issuer!: string;
  @Col.code(64, { grade: 'L3' }) coreCustomerId!: string;
  /** The member it was linked to; null before. */
  @Col.memberNo({ grade: 'L2', nullable: true }) memberNo!: number | null;
  /** Clock of the member after the transaction that linked it; 0 before. */
  @Col.count({ grade: 'L2' }) linkedSeq!: number;
}
