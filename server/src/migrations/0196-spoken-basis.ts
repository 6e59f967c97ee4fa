import type { QueryRunner } from 'typeorm';
import { addColumns, col, TablesMigration } from '../platform/database/index.ts';

/** A live of advice and what is said as advice in a chat say what they rest on. */
export class SpokenBasis extends TablesMigration {
  constructor() {
    super(196, 'spoken-basis', []);
  }

  override async up(runner: QueryRunner): Promise<void> {
    await super.up(runner);
    const basis = { column: col.json('basis', { nullable: true }) };
    await addColumns(runner, 'lives', [basis]);
    await addColumns(runner, 'sidebar_inserts', [basis]);
  }
}
