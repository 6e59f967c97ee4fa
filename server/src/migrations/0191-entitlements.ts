import { col, table, TablesMigration } from '../platform/database/index.ts';

/** What members hold, and the paths that are kept for those who hold them. */
export class EntitlementTables extends TablesMigration {
  constructor() {
    super(191, 'entitlements', [
      table(
        'entitlements',
        [
          col.publicId('entitlement_id', { primary: true }),
          col.memberNo('member_no'),
          col.code('kind', 16),
          col.code('target', 40, { nullable: true }),
          col.text('title', 60),
          col.code('source_kind', 16),
          col.code('source_id', 64),
          col.instant('granted_at'),
          col.instant('expires_at', { nullable: true }),
          col.code('state', 16),
          col.instant('ended_at', { nullable: true }),
          col.publicId('ended_by_id', { nullable: true }),
        ],
        {
          unique: [{ name: 'uq_entitlements_source', columns: ['source_kind', 'source_id'] }],
          indexes: [
            { name: 'ix_entitlements_member', columns: ['member_no', 'granted_at', 'entitlement_id'] },
            { name: 'ix_entitlements_held', columns: ['member_no', 'kind', 'target'] },
          ],
        },
      ),
      table('kept_paths', [
        col.code('path_code', 32, { primary: true }),
        col.publicId('keeper_id', { primary: true }),
        col.instant('kept_at'),
      ]),
    ]);
  }
}
