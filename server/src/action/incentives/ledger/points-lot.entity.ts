import type { PointSource } from '@siyu/shared/contracts/points.limits';
import { Entity, Index } from 'typeorm';
import { Col } from '../../../platform/database/index.ts';

/** Points that were issued together, with what is still there of them. */
@Entity('points_lots')
@Index('uq_points_lots_source', ['sourceKind', 'sourceId'], { unique: true })
@Index('ix_points_lots_lapse', ['lapsesOn', 'memberNo'])
@Index('ix_points_lots_pending', ['pendingUntil', 'memberNo'])
export class PointsLot {
  @Col.memberNo({ grade: 'L2', primary: true }) memberNo!: number;
  @Col.count({ grade: 'L1', primary: true }) lotNo!: number;
  @Col.code(16, { grade: 'L2' }) sourceKind!: PointSource;
  @Col.code(64, { grade: 'L2' }) sourceId!: string;
  @Col.count({ grade: 'L2' }) issuedPoints!: number;
  @Col.fen({ grade: 'L2' }) issuedFen!: number;
  @Col.count({ grade: 'L2' }) pendingPoints!: number;
  @Col.fen({ grade: 'L2' }) pendingFen!: number;
  @Col.count({ grade: 'L2' }) availablePoints!: number;
  @Col.fen({ grade: 'L2' }) availableFen!: number;
  /** What was spent of it and could not be taken back when its award was reversed. */
  @Col.count({ grade: 'L2' }) writtenOffPoints!: number;
  /** When what is pending becomes available; null when nothing is. */
  @Col.instant({ grade: 'L2', nullable: true }) pendingUntil!: number | null;
  /** The first business day on which they are no longer there; null: they stay. */
  @Col.day({ grade: 'L2', nullable: true }) expiresOn!: number | null;
  /** The same day while something is left to expire, else null. */
  @Col.day({ grade: 'L2', nullable: true }) lapsesOn!: number | null;
}
