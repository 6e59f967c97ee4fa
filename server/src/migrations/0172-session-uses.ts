import type { QueryRunner } from 'typeorm';
import { addColumns, col, TablesMigration } from '../platform/database/index.ts';

/** A session of staff knows when somebody last worked with it. */
export class SessionUses extends TablesMigration {
  constructor() {
    super(172, 'session-uses', []);
  }

  override async up(runner: QueryRunner): Promise<void> {
    await super.up(runner);
    await addColumns(runner, 'sessions', [{ column: col.instant('used_at', { nullable: true }) }]);
  }
}
