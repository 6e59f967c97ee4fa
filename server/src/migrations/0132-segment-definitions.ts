import { col, table, TablesMigration } from '../platform/database/index.ts';

/** Segments that somebody defined by a rule, and every version of them that was live. */
export class SegmentDefinitions extends TablesMigration {
  constructor() {
    super(132, 'segment-definitions', [
      table(
        'segment_definitions',
        [
          col.publicId('segment_id', { primary: true }),
          col.count('segment_no'),
          col.text('name', 30),
          col.text('purpose', 200),
          col.code('state', 16),
          col.count('live_version', { nullable: true }),
          col.count('holdout_percent'),
          col.json('draft_rule', { nullable: true }),
          col.count('draft_holdout_percent', { nullable: true }),
          col.count('revision'),
          col.publicId('author_id'),
          col.instant('changed_at'),
          col.count('placing_no'),
          col.count('placing_after', { nullable: true }),
        ],
        {
          unique: [{ name: 'uq_segment_definitions_no', columns: ['segment_no'] }],
          indexes: [
            { name: 'ix_segment_definitions_changed', columns: ['changed_at', 'segment_id'] },
            { name: 'ix_segment_definitions_state', columns: ['state', 'segment_no'] },
          ],
        },
      ),
      table('segment_versions', [
        col.publicId('segment_id', { primary: true }),
        col.count('version', { primary: true }),
        col.json('rule'),
        col.code('rule_sha256', 64),
        col.count('holdout_percent'),
        col.publicId('author_id'),
        col.publicId('activated_by_id'),
        col.instant('activated_at'),
      ]),
    ]);
  }
}
