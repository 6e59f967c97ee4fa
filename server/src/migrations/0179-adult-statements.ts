import { col, table, TablesMigration } from '../platform/database/index.ts';

/** Whoever joins says to be of age. */
export class AdultStatements extends TablesMigration {
  constructor() {
    super(179, 'adult-statements', [
      table('adult_statements', [
        col.memberNo('member_no', { primary: true }),
        col.code('text_version', 32, { primary: true }),
        col.code('text_sha256', 64),
        col.instant('stated_at'),
      ]),
    ]);
  }
}
