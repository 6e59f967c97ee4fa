import { Entity } from 'typeorm';
import { Col } from '../../../platform/database/index.ts';

/** The one row that says which business day is open; whoever posts holds it, so that nobody cuts the day meanwhile. */
@Entity('points_heads')
export class PointsHead {
  @Col.code(8, { grade: 'L1', primary: true }) ledger!: string;
  @Col.day({ grade: 'L1' }) businessOn!: number;
  @Col.instant({ grade: 'L1' }) openedAt!: number;
  /** Who agreed to the day where it did not follow the one before; null: it followed by itself. */
  @Col.publicId({ grade: 'L2', nullable: true }) openedById!: string | null;
}
