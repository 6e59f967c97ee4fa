import type { QueryRunner } from 'typeorm';
import { col, table, TablesMigration } from '../platform/database/index.ts';

/** Links of merged registrations with the clock bounds that a replay needs. */
export class Identity extends TablesMigration {
  constructor() {
    super(61, 'identity', [
      table(
        'member_links',
        [
          col.memberNo('member_no', { primary: true }),
          col.instant('valid_from', { primary: true }),
          col.memberNo('into_member_no'),
          col.instant('valid_to', { nullable: true }),
          col.count('from_seq'),
          col.count('to_seq', { nullable: true }),
        ],
        { indexes: [{ name: 'ix_member_links_into', columns: ['into_member_no'] }] },
      ),
    ]);
  }

  /** The table of 0020 had no writer yet: an empty one is made anew with the bounds. */
  override async up(runner: QueryRunner): Promise<void> {
    if (!(await runner.hasColumn('member_links', 'from_seq'))) await runner.dropTable('member_links', true);
    await super.up(runner);
  }
}
