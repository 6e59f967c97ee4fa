import type { QueryRunner } from 'typeorm';
import { addColumns, col, TablesMigration } from '../platform/database/index.ts';

/** A path can go out at a planned moment, and says why it did not. */
export class PathSchedules extends TablesMigration {
  constructor() {
    super(177, 'path-schedules', []);
  }

  override async up(runner: QueryRunner): Promise<void> {
    await super.up(runner);
    await addColumns(runner, 'path_versions', [
      { column: col.instant('scheduled_for', { nullable: true }) },
      { column: col.code('refused_code', 64, { nullable: true }) },
      { column: col.instant('refused_at', { nullable: true }) },
    ]);
  }
}
