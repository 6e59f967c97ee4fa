import type { QueryRunner } from 'typeorm';
import { addColumns, col, TablesMigration } from '../platform/database/index.ts';

/** Articles, cards and posters live as lessons do; the last two have a picture or lead to something. */
export class ContentKinds extends TablesMigration {
  constructor() {
    super(162, 'content-kinds', []);
  }

  override async up(runner: QueryRunner): Promise<void> {
    await super.up(runner);
    await addColumns(runner, 'lesson_versions', [
      { column: col.code('kind', 16), fill: "'lesson'" },
      { column: col.publicId('target_id', { nullable: true }) },
      { column: col.json('picture', { nullable: true }) },
    ]);
  }
}
