import { col, table, TablesMigration } from '../platform/database/index.ts';

/** What WeCom is to be asked about. */
export class WecomLookups extends TablesMigration {
  constructor() {
    super(118, 'wecom-lookups', [
      table(
        'wecom_lookups',
        [
          col.code('kind', 16, { primary: true }),
          col.code('external_id', 128, { primary: true }),
          col.publicId('wanted_id'),
          col.instant('next_at'),
          col.count('tries'),
        ],
        { indexes: [{ name: 'ix_wecom_lookups_next', columns: ['next_at'] }] },
      ),
    ]);
  }
}
