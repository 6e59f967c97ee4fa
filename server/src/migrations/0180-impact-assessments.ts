import { col, table, TablesMigration } from '../platform/database/index.ts';

/** Assessments of what is done with personal information, version by version. */
export class ImpactAssessments extends TablesMigration {
  constructor() {
    super(180, 'impact-assessments', [
      table(
        'impact_assessments',
        [
          col.publicId('assessment_id', { primary: true }),
          col.count('version', { primary: true }),
          col.code('kind', 32),
          col.text('title', 60),
          col.longText('purpose'),
          col.longText('effects'),
          col.longText('protections'),
          col.longText('conclusion'),
          col.text('assessed_by', 60),
          col.day('assessed_on'),
          col.day('valid_until'),
          col.code('sha256', 64),
          col.code('state', 16),
          col.publicId('writer_id'),
          col.instant('written_at'),
          col.publicId('decider_id', { nullable: true }),
          col.instant('decided_at', { nullable: true }),
        ],
        {
          indexes: [
            { name: 'ix_impact_assessments_state', columns: ['state', 'valid_until'] },
            { name: 'ix_impact_assessments_written', columns: ['written_at', 'assessment_id'] },
          ],
        },
      ),
    ]);
  }
}
