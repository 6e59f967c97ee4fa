import { col, table, TablesMigration } from '../platform/database/index.ts';

/** How far each line of the retention table is purged. */
export class Retention extends TablesMigration {
  constructor() {
    super(157, 'retention', [
      table('retention_marks', [
        col.code('line', 32, { primary: true }),
        col.instant('cut_at'),
        col.instant('purged_through'),
        col.fen('removed'),
        col.fen('removed_in_all'),
        col.instant('started_at'),
        col.instant('finished_at', { nullable: true }),
      ]),
    ]);
  }
}
