import { col, table, TablesMigration } from '../platform/database/index.ts';

/** Back-tests of rules: what was tested over which days, how far it has come, and what was found. */
export class BacktestRuns extends TablesMigration {
  constructor() {
    super(204, 'backtest-runs', [
      table(
        'backtest_runs',
        [
          col.publicId('run_id', { primary: true }),
          col.publicId('rule_id'),
          col.code('sha256', 64),
          col.longText('draft'),
          col.longText('frozen'),
          col.instant('from_at'),
          col.instant('until_at'),
          col.code('state', 16),
          col.count('percent'),
          col.longText('report', { nullable: true }),
          col.publicId('asked_by_id'),
          col.instant('asked_at'),
          col.instant('finished_at', { nullable: true }),
        ],
        {
          indexes: [
            { name: 'ix_backtest_runs_rule', columns: ['rule_id', 'asked_at', 'run_id'] },
            { name: 'ix_backtest_runs_state', columns: ['state', 'asked_at', 'run_id'] },
          ],
        },
      ),
    ]);
  }
}
