import { col, table, TablesMigration } from '../platform/database/index.ts';

/** Whether products might reach members, what members asked for, and what they read before. */
export class SuitabilityDecisions extends TablesMigration {
  constructor() {
    super(213, 'suitability-decisions', [
      table(
        'suitability_decisions',
        [
          col.publicId('decision_id', { primary: true }),
          col.memberNo('member_no'),
          col.publicId('product_id'),
          col.code('door', 16),
          col.code('purpose', 64),
          col.code('verdict', 16),
          col.flag('is_open'),
          col.publicId('assessment_id', { nullable: true }),
          col.code('product_sha256', 64),
          col.code('outcome_sha256', 64),
          col.json('record'),
          col.code('sha256', 64),
          col.instant('decided_at'),
          col.instant('cleared_until', { nullable: true }),
        ],
        {
          indexes: [
            {
              name: 'ix_suitability_decisions_about',
              columns: ['member_no', 'product_id', 'door', 'decided_at'],
            },
          ],
        },
      ),
      table(
        'product_askings',
        [
          col.publicId('asking_id', { primary: true }),
          col.memberNo('member_no'),
          col.publicId('product_id'),
          col.instant('asked_at'),
          col.code('sha256', 64),
        ],
        { indexes: [{ name: 'ix_product_askings_member', columns: ['member_no', 'asked_at'] }] },
      ),
      table(
        'product_notices',
        [
          col.publicId('notice_id', { primary: true }),
          col.memberNo('member_no'),
          col.publicId('product_id'),
          col.code('kind', 24),
          col.count('text_version'),
          col.longText('text'),
          col.code('text_sha256', 64),
          col.code('investor_level', 12, { nullable: true }),
          col.code('product_level', 8, { nullable: true }),
          col.count('dwell_ms'),
          col.flag('has_reached_end'),
          col.json('answers', { nullable: true }),
          col.instant('given_at'),
          col.code('sha256', 64),
        ],
        { indexes: [{ name: 'ix_product_notices_about', columns: ['member_no', 'product_id', 'given_at'] }] },
      ),
    ]);
  }
}
