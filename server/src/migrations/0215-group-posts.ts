import type { QueryRunner } from 'typeorm';
import { addColumns, col, TablesMigration } from '../platform/database/index.ts';

/** Posts that many read, judged by their strictest viewer. */
export class GroupPosts extends TablesMigration {
  constructor() {
    super(215, 'group-posts', []);
  }

  override async up(runner: QueryRunner): Promise<void> {
    await super.up(runner);
    await addColumns(runner, 'campaigns', [{ column: col.json('group_ids'), fill: "'[]'" }]);
    await addColumns(runner, 'audience_previews', [{ column: col.json('post', { nullable: true }) }]);
    await addColumns(runner, 'previewed_members', [{ column: col.code('standing', 16, { nullable: true }) }]);
  }
}
