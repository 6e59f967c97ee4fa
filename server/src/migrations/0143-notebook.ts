import { col, table, TablesMigration } from '../platform/database/index.ts';

/** What members keep beside lessons. */
export class Notebook extends TablesMigration {
  constructor() {
    super(143, 'notebook', [
      table(
        'lesson_favourites',
        [
          col.memberNo('member_no', { primary: true }),
          col.publicId('lesson_id', { primary: true }),
          col.instant('kept_at'),
        ],
        { indexes: [{ name: 'ix_lesson_favourites_kept', columns: ['member_no', 'kept_at', 'lesson_id'] }] },
      ),
      table(
        'lesson_notes',
        [
          col.memberNo('member_no', { primary: true }),
          col.publicId('lesson_id', { primary: true }),
          col.text('text', 1000),
          col.instant('written_at'),
        ],
        { indexes: [{ name: 'ix_lesson_notes_written', columns: ['member_no', 'written_at', 'lesson_id'] }] },
      ),
    ]);
  }
}
