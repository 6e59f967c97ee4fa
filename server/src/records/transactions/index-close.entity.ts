import { Entity } from 'typeorm';
import { Col } from '../../platform/database/index.ts';

/** Where a stock index closed on a trading day. */
@Entity('index_closes')
export class IndexClose {
  @Col.code(16, { grade: 'L1', primary: true }) indexCode!: string;
  @Col.day({ grade: 'L1', primary: true }) day!: number;
  /** Ten-thousandths of a point. */
  @Col.fen({ grade: 'L1' }) closeTenThousandths!: number;
  @Col.instant({ grade: 'L1' }) recordedAt!: number;
}
