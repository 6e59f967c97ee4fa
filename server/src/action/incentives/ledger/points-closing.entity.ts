import type { PointAccount } from '@siyu/shared/contracts/points.limits';
import { Entity } from 'typeorm';
import { Col } from '../../../platform/database/index.ts';

/** What went in and out of an account on a business day that is over, over all members. Rows are only ever added. */
@Entity('points_days')
export class PointsDay {
  @Col.day({ grade: 'L1', primary: true }) businessOn!: number;
  @Col.code(16, { grade: 'L1', primary: true }) account!: PointAccount;
  @Col.fen({ grade: 'L1' }) inPoints!: number;
  @Col.fen({ grade: 'L1' }) outPoints!: number;
  @Col.fen({ grade: 'L1' }) inFen!: number;
  @Col.fen({ grade: 'L1' }) outFen!: number;
  /** What it holds at the end of the day. */
  @Col.fen({ grade: 'L1' }) closingPoints!: number;
  @Col.fen({ grade: 'L1' }) closingFen!: number;
}

/** A month that is over and closed. Rows are only ever added. */
@Entity('points_closings')
export class PointsClosing {
  /** @example '2026-11' */
  @Col.code(7, { grade: 'L1', primary: true }) month!: string;
  @Col.instant({ grade: 'L1' }) closedAt!: number;
  @Col.count({ grade: 'L1' }) postings!: number;
  @Col.fen({ grade: 'L1' }) writtenOffPoints!: number;
  /** Over the month's figures and the hash of the month before. */
  @Col.code(64, { grade: 'L1' }) sha256!: string;
}

/** An account over a month: what it held, what went in and out, what it holds. Rows are only ever added. */
@Entity('points_closing_lines')
export class PointsClosingLine {
  @Col.code(7, { grade: 'L1', primary: true }) month!: string;
  @Col.code(16, { grade: 'L1', primary: true }) account!: PointAccount;
  @Col.fen({ grade: 'L1' }) openingPoints!: number;
  @Col.fen({ grade: 'L1' }) inPoints!: number;
  @Col.fen({ grade: 'L1' }) outPoints!: number;
  @Col.fen({ grade: 'L1' }) closingPoints!: number;
  @Col.fen({ grade: 'L1' }) openingFen!: number;
  @Col.fen({ grade: 'L1' }) inFen!: number;
  @Col.fen({ grade: 'L1' }) outFen!: number;
  @Col.fen({ grade: 'L1' }) closingFen!: number;
}
