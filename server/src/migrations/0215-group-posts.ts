import type { QueryRunner } from 'typeorm';
import { addColumns, col, table, TablesMigration } from '../platform/database/index.ts';

/** Posts that many read, judged by their strictest viewer; and what a leaver handed over to whom. */
export class GroupPosts extends TablesMigration {
  constructor() {
    super(215, 'group-posts', [
      table(
        'staff_handovers',
        [
          col.publicId('handover_id', { primary: true }),
          col.publicId('leaver_id'),
          col.publicId('successor_id'),
          col.publicId('actor_id'),
          col.text('reason', 200),
          col.code('state', 16),
          col.count('members'),
          col.count('accounts'),
          col.count('groups'),
          col.count('contacts'),
          col.json('refusals'),
          col.flag('is_groups_done'),
          col.code('after_contact', 64),
          col.instant('begun_at'),
          col.instant('next_at'),
          col.instant('ended_at', { nullable: true }),
        ],
        {
          indexes: [
            { name: 'ix_staff_handovers_begun', columns: ['begun_at', 'handover_id'] },
            { name: 'ix_staff_handovers_due', columns: ['state', 'next_at'] },
            { name: 'ix_staff_handovers_leaver', columns: ['leaver_id', 'state'] },
          ],
        },
      ),
    ]);
  }

  override async up(runner: QueryRunner): Promise<void> {
    await super.up(runner);
    await addColumns(runner, 'campaigns', [{ column: col.json('group_ids'), fill: "'[]'" }]);
    await addColumns(runner, 'audience_previews', [{ column: col.json('post', { nullable: true }) }]);
    await addColumns(runner, 'previewed_members', [{ column: col.code('standing', 16, { nullable: true }) }]);
  }
}
