import type { QueryRunner } from 'typeorm';
import { addColumns, col, table, TablesMigration } from '../platform/database/index.ts';

const bounds = () => [
  col.count('from_seq'),
  col.day('from_as_of'),
  col.count('to_seq', { nullable: true }),
  col.day('to_as_of', { nullable: true }),
];
const interval = () => [
  col.memberNo('member_no', { primary: true }),
  col.count('interval_no', { primary: true }),
  ...bounds(),
];
const anchored = (part: string) => [
  col.fen(`${part}_value`, { nullable: true }),
  col.day(`${part}_anchor_on`, { nullable: true }),
];

/**
 * Engagement and the strength of a tie as intervals, which runs there were, and what a replay needs to know of
 * other facts: with which seq an adviser was bound and a path finished, how many events had a wrong clock.
 */
export class Scoring extends TablesMigration {
  constructor() {
    super(62, 'scoring', [
      table('rfe_scores', [
        ...interval(),
        col.count('config_version'),
        col.count('recency_band'),
        col.count('frequency_band'),
        col.count('depth_band'),
        col.day('last_active_on', { nullable: true }),
        col.count('active_days'),
        ...anchored('depth'),
        col.day('next_change_on', { nullable: true }),
        col.instant('recorded_at'),
      ]),
      table('tie_scores', [
        ...interval(),
        col.count('config_version'),
        col.count('counting_version'),
        col.count('band'),
        ...anchored('contact'),
        ...anchored('intensity'),
        ...anchored('member_replies'),
        ...anchored('adviser_replies'),
        ...anchored('commitment'),
        col.day('next_change_on', { nullable: true }),
        col.instant('recorded_at'),
      ]),
      table('scoring_runs', [
        col.memberNo('member_no', { primary: true }),
        col.day('as_of', { primary: true }),
        col.count('seq', { primary: true }),
        col.code('cause', 8),
        col.flag('is_merged'),
        col.flag('is_profiled'),
        col.flag('is_account_readable'),
        col.instant('scored_at'),
      ]),
      table('engagement_suspect_days', [
        col.memberNo('member_no', { primary: true }),
        col.day('day', { primary: true }),
        col.code('type', 32, { primary: true }),
        col.count('count'),
        col.count('value_sum'),
      ]),
      table('path_completions', [
        col.memberNo('member_no', { primary: true }),
        col.code('path_code', 32, { primary: true }),
        col.instant('completed_at'),
        col.count('seq'),
      ]),
    ]);
  }

  override async up(runner: QueryRunner): Promise<void> {
    await super.up(runner);
    await addColumns(runner, 'scores', [
      { column: col.code('preset', 32), fill: "'paper'" },
      { column: col.count('config_version'), fill: '1' },
      { column: col.count('counting_version'), fill: '1' },
      ...['is_core', 'high_benefit_tail', 'lapsed_key', 'amount_negative', 'benefit_negative'].map(
        (name) => ({
          column: col.flag(name),
          fill: '0',
        }),
      ),
    ]);
    await addColumns(runner, 'relation_intervals', [
      { column: col.code('held_stage', 16, { nullable: true }) },
      { column: col.day('held_on', { nullable: true }) },
      { column: col.day('next_change_on', { nullable: true }) },
    ]);
    // Stages reached before their facts were dated stay reached.
    await runner.query(
      "UPDATE relation_intervals SET held_stage = stage, held_on = reached_on WHERE held_stage IS NULL AND stage <> 'STRANGER'",
    );
    await addColumns(
      runner,
      'member_facts',
      [
        col.code('preset', 32, { nullable: true }),
        col.count('config_version', { nullable: true }),
        col.flag('is_core', { nullable: true }),
        col.flag('high_benefit_tail', { nullable: true }),
        col.flag('lapsed_key', { nullable: true }),
        col.count('rfe_recency_band', { nullable: true }),
        col.count('rfe_frequency_band', { nullable: true }),
        col.count('rfe_depth_band', { nullable: true }),
        col.count('rfe_active_days', { nullable: true }),
        col.day('rfe_last_active_on', { nullable: true }),
        col.count('tie_band', { nullable: true }),
      ].map((column) => ({ column })),
    );
    // Bindings that are there already were known from the start.
    await addColumns(runner, 'member_advisers', [
      { column: col.count('seq'), fill: '0' },
      { column: col.count('ended_seq', { nullable: true }) },
    ]);
    await runner.query(
      'UPDATE member_advisers SET ended_seq = 0 WHERE unbound_at IS NOT NULL AND ended_seq IS NULL',
    );
    await this.fillSuspectDays(runner);
    await this.fillPathCompletions(runner);
  }

  private async fillSuspectDays(runner: QueryRunner): Promise<void> {
    const divide = runner.dataSource.options.type === 'better-sqlite3' ? '/' : 'DIV';
    // 28,800,000 ms: Shanghai's offset.
    const day = `((occurred_at + 28800000) ${divide} 86400000)`;
    await runner.query('DELETE FROM engagement_suspect_days');
    await runner.query(
      `INSERT INTO engagement_suspect_days (member_no, day, type, count, value_sum)
       SELECT member_no, ${day}, type, COUNT(*), COALESCE(SUM(value), 0)
       FROM engagement_events WHERE is_clock_suspect = 1 GROUP BY member_no, ${day}, type`,
    );
  }

  private async fillPathCompletions(runner: QueryRunner): Promise<void> {
    await runner.query('DELETE FROM path_completions');
    await runner.query(
      `INSERT INTO path_completions (member_no, path_code, completed_at, seq)
       SELECT c.member_no, v.path_code, MAX(c.completed_at), 0
       FROM lesson_completions c JOIN lesson_versions v ON v.lesson_id = c.lesson_id AND v.state = 'PUBLISHED'
       GROUP BY c.member_no, v.path_code
       HAVING COUNT(*) = (SELECT COUNT(*) FROM lesson_versions p WHERE p.state = 'PUBLISHED' AND p.path_code = v.path_code)`,
    );
  }
}
