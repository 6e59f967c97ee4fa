import { Entity } from 'typeorm';
import { Col } from '../../platform/database/index.ts';

/** How far one line of the retention table is purged: where the run in hand goes on, and what was deleted. */
@Entity('retention_marks')
export class RetentionMark {
  @Col.code(32, { grade: 'L1', primary: true }) line!: string;
  /** What was recorded before this is to go. */
  @Col.instant({ grade: 'L1' }) cutAt!: number;
  /** Up to here nothing of it is left; a run that was stopped goes on from here. */
  @Col.instant({ grade: 'L1' }) purgedThrough!: number;
  /** Rows deleted by the run in hand, or by the last one; and by all runs. */
  @Col.fen({ grade: 'L1' }) removed!: number;
  @Col.fen({ grade: 'L1' }) removedInAll!: number;
  @Col.instant({ grade: 'L1' }) startedAt!: number;
  @Col.instant({ grade: 'L1', nullable: true }) finishedAt!: number | null;
}
