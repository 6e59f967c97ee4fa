import type { CopyFormat, CopyOrderState } from '@siyu/shared/contracts/privacy.limits';
import { Entity, Index } from 'typeorm';
import { Col } from '../../platform/database/index.ts';

/** A file of everything that a member asked for, and how far it is. */
@Entity('copy_orders')
@Index('ix_copy_orders_member', ['memberNo', 'requestedAt'])
@Index('ix_copy_orders_state', ['state', 'requestedAt'])
export class CopyOrderRecord {
  @Col.publicId({ grade: 'L1', primary: true }) orderId!: string;
  @Col.memberNo({ grade: 'L2' }) memberNo!: number;
  @Col.code(8, { grade: 'L1' }) format!: CopyFormat;
  @Col.code(16, { grade: 'L1' }) state!: CopyOrderState;
  @Col.instant({ grade: 'L2' }) requestedAt!: number;
  /** Entries of the log: those written, and those there were when the file was begun. */
  @Col.count({ grade: 'L2' }) entriesDone!: number;
  @Col.count({ grade: 'L2' }) entriesTotal!: number;
  /** Failures in a row. */
  @Col.count({ grade: 'L1' }) attempts!: number;
  /** The owner of the lease that writes the draft, and how much of it counts. */
  @Col.count({ grade: 'L1', nullable: true }) draftFence!: number | null;
  @Col.fen({ grade: 'L1' }) draftBytes!: number;
  /** The last entry written. */
  @Col.code(64, { grade: 'L1', nullable: true }) position!: string | null;
  @Col.publicId({ grade: 'L1', nullable: true }) fileId!: string | null;
  @Col.count({ grade: 'L2', nullable: true }) bytes!: number | null;
  @Col.instant({ grade: 'L2', nullable: true }) finishedAt!: number | null;
  @Col.instant({ grade: 'L2', nullable: true }) expiresAt!: number | null;
  @Col.count({ grade: 'L2' }) downloads!: number;
}
