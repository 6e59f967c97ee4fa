import { Entity } from 'typeorm';
import { Col } from '../database/index.ts';

/** One recurring piece of background work; the row holds the right to do it. */
@Entity('jobs')
export class Job {
  @Col.code(64, { grade: 'L1', primary: true }) name!: string;
  /** The process that may work now; null when nobody holds the lease. */
  @Col.code(64, { grade: 'L1', nullable: true }) owner!: string | null;
  @Col.instant({ grade: 'L1' }) leaseUntil!: number;
  /** Grows with each new owner: a write of an earlier owner is refused. */
  @Col.count({ grade: 'L1' }) fence!: number;
  /** Where a long job goes on after a stop; its own business. */
  @Col.json({ grade: 'L1', nullable: true }) progress!: object | null;
  @Col.flag({ grade: 'L1' }) isCancelled!: boolean;
  @Col.instant({ grade: 'L1', nullable: true }) finishedAt!: number | null;
  @Col.text(500, { grade: 'L2', nullable: true }) lastError!: string | null;
}
