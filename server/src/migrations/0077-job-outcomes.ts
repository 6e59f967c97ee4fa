import type { QueryRunner } from 'typeorm';
import { addColumns, col, TablesMigration } from '../platform/database/index.ts';

/** A job keeps how its runs ended, how far it is, and that somebody asked for a run. */
export class JobOutcomes extends TablesMigration {
  constructor() {
    super(77, 'job-outcomes', []);
  }

  override async up(runner: QueryRunner): Promise<void> {
    await super.up(runner);
    await addColumns(runner, 'jobs', [
      { column: col.instant('started_at', { nullable: true }) },
      { column: col.instant('next_at', { nullable: true }) },
      { column: col.instant('wanted_at', { nullable: true }) },
      { column: col.count('attempts', { nullable: true }) },
      { column: col.instant('failed_at', { nullable: true }) },
      { column: col.code('error_code', 64, { nullable: true }) },
      { column: col.count('units_done', { nullable: true }) },
      { column: col.count('units_total', { nullable: true }) },
    ]);
  }
}
