import type { QueryRunner } from 'typeorm';
import { addColumns, col, TablesMigration } from '../platform/database/index.ts';

/** A placement may lead to a lesson instead of the first page. */
export class PlacementLessons extends TablesMigration {
  constructor() {
    super(111, 'placement-lessons', []);
  }

  override async up(runner: QueryRunner): Promise<void> {
    await super.up(runner);
    await addColumns(runner, 'placements', [{ column: col.publicId('lesson_id', { nullable: true }) }]);
  }
}
