import type { QueryRunner } from 'typeorm';
import { addColumns, col, TablesMigration } from '../platform/database/index.ts';

/** Advice says what it rests on. */
export class AdviceBasis extends TablesMigration {
  constructor() {
    super(178, 'advice-basis', []);
  }

  override async up(runner: QueryRunner): Promise<void> {
    await super.up(runner);
    await addColumns(runner, 'lesson_versions', [{ column: col.json('basis', { nullable: true }) }]);
  }
}
