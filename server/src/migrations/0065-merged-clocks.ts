import type { QueryRunner } from 'typeorm';
import { addColumns, col, TablesMigration } from '../platform/database/index.ts';

/** Clocks say whether they tick together with others, so that writers of all others need not ask. */
export class MergedClocks extends TablesMigration {
  constructor() {
    super(65, 'merged-clocks', []);
  }

  override async up(runner: QueryRunner): Promise<void> {
    await super.up(runner);
    await addColumns(runner, 'member_clocks', [{ column: col.flag('is_merged', { nullable: true }) }]);
    for (const number of ['member_no', 'into_member_no'])
      await runner.query(
        `UPDATE member_clocks SET is_merged = 1 WHERE member_no IN (SELECT ${number} FROM member_links WHERE valid_to IS NULL)`,
      );
  }
}
