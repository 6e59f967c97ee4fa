import { Entity, Index } from 'typeorm';
import { Col } from '../../platform/database/index.ts';

/** A registration whose account was closed by its member, for good. Those of one person share the closing. */
@Entity('account_closings')
@Index('ix_account_closings_closing', ['closingId'])
export class AccountClosing {
  @Col.memberNo({ grade: 'L2', primary: true }) memberNo!: number;
  /** Made on the phone. */
  @Col.publicId({ grade: 'L2' }) closingId!: string;
  /** What the member had read. */
  @Col.code(32, { grade: 'L1' }) textVersion!: string;
  @Col.instant({ grade: 'L2' }) closedAt!: number;
}
