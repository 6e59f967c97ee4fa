import { col, table, TablesMigration } from '../platform/database/index.ts';

/** What staff said in chats of WeCom through the sidebar. */
export class Sidebar extends TablesMigration {
  constructor() {
    super(128, 'sidebar', [
      table(
        'sidebar_inserts',
        [
          col.publicId('insert_id', { primary: true }),
          col.publicId('staff_id'),
          col.memberNo('member_no', { nullable: true }),
          col.publicId('group_id', { nullable: true }),
          col.code('purpose', 16),
          col.flag('is_advice'),
          col.code('text_sha256', 64),
          col.longText('sealed_text'),
          col.code('refusal', 24, { nullable: true }),
          col.instant('decided_at'),
        ],
        {
          indexes: [
            { name: 'ix_sidebar_inserts_member', columns: ['member_no', 'staff_id', 'decided_at'] },
            { name: 'ix_sidebar_inserts_group', columns: ['group_id', 'staff_id', 'decided_at'] },
          ],
        },
      ),
      table('sidebar_insert_outcomes', [
        col.publicId('insert_id', { primary: true }),
        col.count('place', { primary: true }),
        col.code('outcome', 16),
        col.instant('told_at'),
      ]),
    ]);
  }
}
