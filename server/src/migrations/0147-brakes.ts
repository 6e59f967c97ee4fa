import { col, table, TablesMigration } from '../platform/database/index.ts';

/** What was stopped at once, and who let it go again. */
export class Brakes extends TablesMigration {
  constructor() {
    super(147, 'brakes', [
      table(
        'brakes',
        [
          col.publicId('brake_id', { primary: true }),
          col.code('kind', 16),
          col.code('target', 64),
          col.text('target_name', 60),
          col.code('branch_path', 190, { nullable: true }),
          col.code('state', 16),
          col.code('open_key', 90, { nullable: true }),
          col.text('reason', 200),
          col.publicId('put_on_by_id'),
          col.instant('put_on_at'),
          col.count('asked_times'),
          col.text('asked_reason', 200, { nullable: true }),
          col.publicId('asked_by_id', { nullable: true }),
          col.instant('asked_at', { nullable: true }),
          col.publicId('released_by_id', { nullable: true }),
          col.instant('released_at', { nullable: true }),
        ],
        {
          unique: [{ name: 'uq_brakes_open_key', columns: ['open_key'] }],
          indexes: [{ name: 'ix_brakes_state', columns: ['state', 'put_on_at', 'brake_id'] }],
        },
      ),
    ]);
  }
}
