import { col, table, TablesMigration } from '../platform/database/index.ts';

/** What staff keep at their desk: views of the lists. */
export class Desk extends TablesMigration {
  constructor() {
    super(71, 'desk', [
      table(
        'saved_views',
        [
          col.publicId('view_id', { primary: true }),
          col.publicId('staff_id'),
          col.code('list', 16),
          col.text('name', 20),
          col.text('query', 500),
        ],
        { indexes: [{ name: 'ix_saved_views_staff', columns: ['staff_id', 'list'] }] },
      ),
    ]);
  }
}
