import { col, table, TablesMigration } from '../platform/database/index.ts';

/** What came of the cards of a feed. */
export class Action extends TablesMigration {
  constructor() {
    super(50, 'action', [
      table('feed_outcomes', [
        col.memberNo('member_no', { primary: true }),
        col.publicId('lesson_id', { primary: true }),
        col.code('reason_code', 32),
        col.count('total'),
        col.code('stage', 16, { nullable: true }),
        col.code('group_code', 16, { nullable: true }),
        col.count('weights_version'),
        col.instant('finished_at'),
      ]),
    ]);
  }
}
