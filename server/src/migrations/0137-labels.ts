import type { QueryRunner } from 'typeorm';
import { addColumns, col, TablesMigration } from '../platform/database/index.ts';

/** Education or advice, the moment of a planned publication, and who signed what was published. */
export class Labels extends TablesMigration {
  constructor() {
    super(137, 'labels', []);
  }

  override async up(runner: QueryRunner): Promise<void> {
    await super.up(runner);
    await addColumns(runner, 'lesson_versions', [
      { column: col.code('label', 16), fill: "'education'" },
      { column: col.instant('scheduled_for', { nullable: true }) },
      { column: col.code('refused_code', 64, { nullable: true }) },
      { column: col.instant('refused_at', { nullable: true }) },
      { column: col.text('signed_name', 40, { nullable: true }) },
      { column: col.code('signed_no', 32, { nullable: true }) },
    ]);
  }
}
