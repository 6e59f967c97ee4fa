import type { QueryRunner } from 'typeorm';
import { addColumns, col, table, TablesMigration } from '../platform/database/index.ts';

/** Who is in which segment from when to when, the tier of each member, and whether a run was allowed at all. */
export class Segments extends TablesMigration {
  constructor() {
    super(63, 'segments', [
      table(
        'segment_memberships',
        [
          col.memberNo('member_no', { primary: true }),
          col.code('segment_key', 32, { primary: true }),
          col.day('from_as_of', { primary: true }),
          col.count('from_seq', { primary: true }),
          col.day('to_as_of', { nullable: true }),
          col.count('to_seq', { nullable: true }),
          col.count('config_version', { nullable: true }),
          col.instant('recorded_at'),
        ],
        {
          indexes: [
            { name: 'ix_segment_memberships_present', columns: ['to_as_of', 'segment_key', 'member_no'] },
            { name: 'ix_segment_memberships_entered', columns: ['from_as_of', 'segment_key', 'member_no'] },
          ],
        },
      ),
    ]);
  }

  override async up(runner: QueryRunner): Promise<void> {
    await super.up(runner);
    await addColumns(runner, 'member_facts', [
      { column: col.fen('assets_fen', { nullable: true }) },
      { column: col.code('tier', 16, { nullable: true }) },
      { column: col.count('tier_version', { nullable: true }) },
    ]);
    // Runs there were before were of members who could be served.
    await addColumns(runner, 'scoring_runs', [{ column: col.flag('is_served'), fill: '1' }]);
  }
}
