import { col, table, TablesMigration } from '../platform/database/index.ts';

/** Accounts that their members have closed. */
export class Closings extends TablesMigration {
  constructor() {
    super(72, 'closings', [
      table(
        'account_closings',
        [
          col.memberNo('member_no', { primary: true }),
          col.publicId('closing_id'),
          col.code('text_version', 32),
          col.instant('closed_at'),
        ],
        { indexes: [{ name: 'ix_account_closings_closing', columns: ['closing_id'] }] },
      ),
    ]);
  }
}
