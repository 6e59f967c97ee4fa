import type { PointAccount, PointPosting, PointSource } from '@siyu/shared/contracts/points.limits';
import { Entity, Index } from 'typeorm';
import { Col } from '../../../platform/database/index.ts';

/** One thing that happened to a member's points, as the statement shows it. Rows are only ever added. */
@Entity('points_postings')
@Index('uq_points_postings_source', ['sourceKind', 'sourceId', 'kind'], { unique: true })
@Index('ix_points_postings_day', ['businessOn', 'kind'])
export class PointsPosting {
  @Col.memberNo({ grade: 'L2', primary: true }) memberNo!: number;
  /** 1, 2, 3 … without a gap. */
  @Col.count({ grade: 'L1', primary: true }) postingNo!: number;
  @Col.code(16, { grade: 'L2' }) kind!: PointPosting;
  @Col.code(16, { grade: 'L2' }) sourceKind!: PointSource;
  /** With the kind of the source and the kind of the posting it stands once: whoever asks again changes nothing. */
  @Col.code(64, { grade: 'L2' }) sourceId!: string;
  /** How many points moved; what a reversal found spent is not among them. */
  @Col.count({ grade: 'L2' }) points!: number;
  @Col.fen({ grade: 'L2' }) costFen!: number;
  /** What a reversal could not take back, since it was no longer there. */
  @Col.count({ grade: 'L2' }) writtenOffPoints!: number;
  @Col.count({ grade: 'L2' }) availableAfter!: number;
  @Col.count({ grade: 'L2' }) pendingAfter!: number;
  @Col.code(16, { grade: 'L2', nullable: true }) reason!: string | null;
  /** The business day it counts to; that of one row is never later than that of the next. */
  @Col.day({ grade: 'L2' }) businessOn!: number;
  @Col.instant({ grade: 'L2' }) at!: number;
}

/** One side of a movement: the two sides of each lot in a posting sum to nothing, in points and in fen. */
@Entity('points_entries')
@Index('ix_points_entries_day', ['businessOn', 'account'])
export class PointsEntry {
  @Col.memberNo({ grade: 'L2', primary: true }) memberNo!: number;
  /** 1, 2, 3 … without a gap. */
  @Col.count({ grade: 'L1', primary: true }) entryNo!: number;
  @Col.count({ grade: 'L1' }) postingNo!: number;
  @Col.count({ grade: 'L1' }) lotNo!: number;
  @Col.code(16, { grade: 'L2' }) account!: PointAccount;
  /** Into the account, or with a minus out of it. */
  @Col.count({ grade: 'L2' }) points!: number;
  @Col.fen({ grade: 'L2' }) costFen!: number;
  /** What this member's account holds after it. */
  @Col.count({ grade: 'L2' }) balanceAfter!: number;
  @Col.day({ grade: 'L2' }) businessOn!: number;
}
