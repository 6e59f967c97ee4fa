import { col, table, TablesMigration } from '../platform/database/index.ts';

/** Assessments of members, what became of them, and what members said of them. */
export class Suitability extends TablesMigration {
  constructor() {
    super(211, 'suitability', [
      table(
        'suitability_assessments',
        [
          col.publicId('assessment_id', { primary: true }),
          col.memberNo('member_no'),
          col.count('questionnaire_version'),
          col.count('limits_version'),
          col.json('answers'),
          col.count('score'),
          col.code('level', 16),
          col.flag('is_lowest_by_answer'),
          col.count('horizon_months', { nullable: true }),
          col.json('types'),
          col.instant('taken_at'),
          col.day('valid_until'),
          col.flag('is_held'),
          col.code('sha256', 64),
          col.text('sealed_origin', 2_000),
        ],
        {
          indexes: [
            { name: 'ix_suitability_assessments_member', columns: ['member_no', 'taken_at'] },
            { name: 'ix_suitability_assessments_end', columns: ['valid_until', 'assessment_id'] },
          ],
        },
      ),
      table(
        'suitability_assessment_steps',
        [
          col.publicId('assessment_id', { primary: true }),
          col.code('kind', 16, { primary: true }),
          col.memberNo('member_no'),
          col.instant('at'),
          col.publicId('staff_id', { nullable: true }),
          col.code('text_version', 64, { nullable: true }),
          col.code('text_sha256', 64, { nullable: true }),
          col.text('sealed_origin', 2_000, { nullable: true }),
        ],
        { indexes: [{ name: 'ix_suitability_assessment_steps_member', columns: ['member_no', 'at'] }] },
      ),
      table(
        'suitability_statements',
        [
          col.publicId('statement_id', { primary: true }),
          col.memberNo('member_no'),
          col.code('kind', 24),
          col.instant('stated_at'),
          col.code('text_version', 64),
          col.code('text_sha256', 64),
          col.text('sealed_origin', 2_000),
        ],
        { indexes: [{ name: 'ix_suitability_statements_member', columns: ['member_no', 'stated_at'] }] },
      ),
    ]);
  }
}
