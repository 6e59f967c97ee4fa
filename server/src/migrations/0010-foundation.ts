import { col, table, TablesMigration } from '../platform/database/index.ts';

/** The sealed trail, the firm and its people, four-eyes reviews, versioned business configuration. */
export class Foundation extends TablesMigration {
  constructor() {
    super(10, 'foundation', [
      table('audit_rows', [
        col.publicId('row_id', { primary: true }),
        col.instant('recorded_at'),
        col.code('actor_kind', 8),
        col.code('actor_id', 64, { nullable: true }),
        col.code('action', 64),
        col.code('subject_kind', 32),
        col.code('subject_id', 64),
        col.memberNo('subject_no', { nullable: true }),
        col.code('reason_code', 64, { nullable: true }),
        col.json('inputs', { nullable: true }),
      ]),
      table('audit_pending_rows', [col.publicId('row_id', { primary: true })]),
      table('audit_seals', [
        col.count('sequence', { primary: true }),
        col.code('previous_seal_hash', 64),
        col.code('merkle_root', 64),
        col.json('leaves'),
        col.code('seal_hash', 64),
        col.instant('sealed_at'),
      ]),
      table(
        'branches',
        [col.publicId('branch_id', { primary: true }), col.code('path', 190), col.text('name', 60)],
        {
          unique: [{ name: 'uq_branches_path', columns: ['path'] }],
        },
      ),
      table(
        'staff',
        [
          col.publicId('staff_id', { primary: true }),
          col.code('login_name', 64),
          col.text('name', 40),
          col.code('password_hash', 255),
          col.json('roles'),
          col.code('scope_kind', 8),
          col.publicId('branch_id', { nullable: true }),
          col.code('registration_no', 32, { nullable: true }),
          col.day('valid_until', { nullable: true }),
          col.flag('is_active'),
          col.instant('created_at'),
        ],
        { unique: [{ name: 'uq_staff_login_name', columns: ['login_name'] }] },
      ),
      table(
        'reviews',
        [
          col.publicId('review_id', { primary: true }),
          col.code('subject_kind', 32),
          col.publicId('subject_id'),
          col.text('subject_title', 120),
          col.count('subject_version'),
          col.code('subject_sha256', 64),
          col.code('state', 16),
          col.code('open_key', 80, { nullable: true }),
          col.publicId('requester_id'),
          col.instant('requested_at'),
          col.publicId('reviewer_id', { nullable: true }),
          col.instant('decided_at', { nullable: true }),
          col.text('comment', 500, { nullable: true }),
        ],
        {
          unique: [{ name: 'uq_reviews_open_key', columns: ['open_key'] }],
          indexes: [
            { name: 'ix_reviews_requested', columns: ['requested_at', 'review_id'] },
            { name: 'ix_reviews_subject', columns: ['subject_kind', 'subject_id', 'decided_at'] },
          ],
        },
      ),
      table(
        'config_versions',
        [
          col.publicId('config_version_id', { primary: true }),
          col.code('config_key', 64),
          col.count('version'),
          col.instant('valid_from'),
          col.json('json'),
          col.count('schema_version'),
          col.code('sha256', 64),
          col.code('author', 64),
          col.code('reviewer', 64, { nullable: true }),
          col.code('state', 16),
          col.instant('created_at'),
        ],
        { unique: [{ name: 'uq_config_versions_key', columns: ['config_key', 'version'] }] },
      ),
    ]);
  }
}
