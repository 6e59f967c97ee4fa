import { col, table, TablesMigration } from '../platform/database/index.ts';

const bounds = () => [
  col.count('from_seq'),
  col.day('from_as_of'),
  col.count('to_seq', { nullable: true }),
  col.day('to_as_of', { nullable: true }),
];

/** Scores and stages as intervals, and the one row per member that everything above reads. */
export class Insight extends TablesMigration {
  constructor() {
    super(40, 'insight', [
      table('scoring_heads', [
        col.memberNo('member_no', { primary: true }),
        col.count('seq'),
        col.day('as_of'),
        col.instant('scored_at'),
      ]),
      table('scores', [
        col.memberNo('member_no', { primary: true }),
        col.count('interval_no', { primary: true }),
        ...bounds(),
        col.code('model_id', 32),
        col.count('model_version'),
        col.count('window_days'),
        col.count('purchases'),
        col.fen('amount_fen'),
        col.fen('benefit_fen'),
        col.count('amount_band'),
        col.count('frequency_band'),
        col.count('benefit_band'),
        col.count('score_hundredths'),
        col.code('group_code', 16),
        col.count('group_row'),
        col.day('last_purchase_on', { nullable: true }),
        col.day('next_change_on', { nullable: true }),
        col.instant('recorded_at'),
      ]),
      table('relation_intervals', [
        col.memberNo('member_no', { primary: true }),
        col.count('interval_no', { primary: true }),
        ...bounds(),
        col.code('stage', 16),
        col.count('rules_version'),
        col.day('reached_on'),
        col.json('evidence'),
        col.instant('recorded_at'),
      ]),
      table(
        'member_facts',
        [
          col.memberNo('member_no', { primary: true }),
          col.count('seq'),
          col.day('as_of'),
          col.day('next_change_on', { nullable: true }),
          col.code('stage', 16),
          col.day('stage_reached_on'),
          col.flag('is_account_linked'),
          col.flag('is_profiled'),
          col.count('lessons_completed'),
          col.instant('last_active_at', { nullable: true }),
          col.code('model_id', 32, { nullable: true }),
          col.count('model_version', { nullable: true }),
          col.count('window_days', { nullable: true }),
          col.count('purchases', { nullable: true }),
          col.fen('amount_fen', { nullable: true }),
          col.fen('benefit_fen', { nullable: true }),
          col.count('amount_band', { nullable: true }),
          col.count('frequency_band', { nullable: true }),
          col.count('benefit_band', { nullable: true }),
          col.count('score_hundredths', { nullable: true }),
          col.code('group_code', 16, { nullable: true }),
          col.count('group_row', { nullable: true }),
          col.day('last_purchase_on', { nullable: true }),
          col.instant('updated_at'),
        ],
        {
          indexes: [
            { name: 'ix_member_facts_score', columns: ['score_hundredths'] },
            { name: 'ix_member_facts_active', columns: ['last_active_at'] },
          ],
        },
      ),
    ]);
  }
}
