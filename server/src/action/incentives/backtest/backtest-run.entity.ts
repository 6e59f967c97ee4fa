import type { BacktestState } from '@siyu/shared/contracts/backtests.limits';
import { Entity, Index } from 'typeorm';
import { Col } from '../../../platform/database/index.ts';

/** One back-test: what was tested stays in it as it was then, so that what was found can be read beside it for ever. */
@Entity('backtest_runs')
@Index('ix_backtest_runs_rule', ['ruleId', 'askedAt', 'runId'])
@Index('ix_backtest_runs_state', ['state', 'askedAt', 'runId'])
export class BacktestRun {
  @Col.publicId({ grade: 'L1', primary: true }) runId!: string;
  @Col.publicId({ grade: 'L1' }) ruleId!: string;
  /** Over what is written and what it means, as a reviewer is asked about it. */
  @Col.code(64, { grade: 'L1' }) sha256!: string;
  /** As its author wrote it, as JSON. */
  @Col.longText({ grade: 'L1' }) draft!: string;
  /** As it is decided by, as JSON. */
  @Col.longText({ grade: 'L1' }) frozen!: string;
  @Col.instant({ grade: 'L1' }) fromAt!: number;
  /** Exclusive. */
  @Col.instant({ grade: 'L1' }) untilAt!: number;
  @Col.code(16, { grade: 'L1' }) state!: BacktestState;
  @Col.count({ grade: 'L1' }) percent!: number;
  /** As JSON, whoever gets most under their numbers alone; null until it is done. */
  @Col.longText({ grade: 'L2', nullable: true }) report!: string | null;
  @Col.publicId({ grade: 'L2' }) askedById!: string;
  @Col.instant({ grade: 'L1' }) askedAt!: number;
  @Col.instant({ grade: 'L1', nullable: true }) finishedAt!: number | null;
}
