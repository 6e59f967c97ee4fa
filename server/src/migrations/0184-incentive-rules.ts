import { col, table, TablesMigration } from '../platform/database/index.ts';

/** Incentive rules: what is written, what was approved, what was done with them, and what they may cost. */
export class IncentiveRules extends TablesMigration {
  constructor() {
    super(184, 'incentive-rules', [
      table(
        'incentive_rules',
        [
          col.publicId('rule_id', { primary: true }),
          col.count('rule_no'),
          col.text('name', 30),
          col.code('state', 16),
          col.longText('draft', { nullable: true }),
          col.count('latest_version'),
          col.json('editor_ids'),
          col.publicId('review_id', { nullable: true }),
          col.count('step_no'),
          col.count('revision'),
          col.publicId('author_id'),
          col.instant('changed_at'),
        ],
        {
          unique: [{ name: 'uq_incentive_rules_no', columns: ['rule_no'] }],
          indexes: [
            { name: 'ix_incentive_rules_changed', columns: ['changed_at', 'rule_id'] },
            { name: 'ix_incentive_rules_state', columns: ['state', 'rule_no'] },
          ],
        },
      ),
      table('incentive_rule_versions', [
        col.publicId('rule_id', { primary: true }),
        col.count('version', { primary: true }),
        col.longText('written'),
        col.longText('frozen'),
        col.code('sha256', 64),
        col.publicId('author_id'),
        col.publicId('review_id'),
        col.publicId('approved_by_id'),
        col.instant('approved_at'),
        col.instant('valid_from'),
        col.instant('valid_until'),
      ]),
      table('incentive_rule_steps', [
        col.publicId('rule_id', { primary: true }),
        col.count('step_no', { primary: true }),
        col.code('act', 16),
        col.code('state', 16),
        col.publicId('actor_id', { nullable: true }),
        col.text('reason', 200, { nullable: true }),
        col.instant('at'),
      ]),
      table('incentive_budgets', [
        col.count('rule_no', { primary: true }),
        col.count('awards_max'),
        col.fen('value_fen_max'),
        col.count('awards_used'),
        col.fen('points_used'),
        col.fen('value_fen_used'),
      ]),
    ]);
  }
}
