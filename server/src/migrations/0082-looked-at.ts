import type { QueryRunner } from 'typeorm';
import { addColumns, col, TablesMigration } from '../platform/database/index.ts';

/** What a reviewer looked at place by place stays with the decision. */
export class LookedAt extends TablesMigration {
  constructor() {
    super(82, 'looked-at', []);
  }

  override async up(runner: QueryRunner): Promise<void> {
    await super.up(runner);
    await addColumns(runner, 'reviews', [{ column: col.json('looked_at', { nullable: true }) }]);
  }
}
