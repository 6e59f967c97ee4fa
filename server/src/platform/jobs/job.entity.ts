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
  /**
   * A standing mark of a person: while it is set nobody runs the job, and a run in hand stops at its next chunk
   * without giving up its place. Taken away, it goes on from there. Only a job registered as stoppable gets it.
   */
  @Col.flag({ grade: 'L1' }) isCancelled!: boolean;
  /** When the last run that was noted began, and when a run ended well. */
  @Col.instant({ grade: 'L1', nullable: true }) startedAt!: number | null;
  @Col.instant({ grade: 'L1', nullable: true }) finishedAt!: number | null;
  /** When the next run is due, as known when the last one was noted. */
  @Col.instant({ grade: 'L1', nullable: true }) nextAt!: number | null;
  /** A person asked for a run now; any process that sees it does it. */
  @Col.instant({ grade: 'L1', nullable: true }) wantedAt!: number | null;
  /** Failures in a row; null after a good run. */
  @Col.count({ grade: 'L1', nullable: true }) attempts!: number | null;
  /** The last failure, kept after a good run: when, its code, and a technical hint without data of anybody. */
  @Col.instant({ grade: 'L1', nullable: true }) failedAt!: number | null;
  @Col.code(64, { grade: 'L1', nullable: true }) errorCode!: string | null;
  @Col.text(500, { grade: 'L2', nullable: true }) lastError!: string | null;
  /** How far a long piece of work is, while one is in hand; the total may be unknown. */
  @Col.count({ grade: 'L1', nullable: true }) unitsDone!: number | null;
  @Col.count({ grade: 'L1', nullable: true }) unitsTotal!: number | null;
}
