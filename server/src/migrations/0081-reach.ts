import { type QueryRunner, TableIndex } from 'typeorm';
import { TablesMigration } from '../platform/database/index.ts';

const INDEXES = [
  {
    table: 'lesson_completions',
    name: 'ix_lesson_completions_lesson',
    columnNames: ['lesson_id', 'version', 'member_no'],
  },
  { table: 'lesson_progress', name: 'ix_lesson_progress_lesson', columnNames: ['lesson_id', 'member_no'] },
] as const;

/** Who has read a lesson is found by the lesson too, without a walk over everybody. */
export class Reach extends TablesMigration {
  constructor() {
    super(81, 'reach', []);
  }

  override async up(runner: QueryRunner): Promise<void> {
    await super.up(runner);
    for (const { table, ...index } of INDEXES) {
      // A run that was killed half-way may have made it already.
      const made = (await runner.getTable(table))?.indices.some(({ name }) => name === index.name);
      if (made !== true)
        await runner.createIndex(table, new TableIndex({ ...index, columnNames: [...index.columnNames] }));
    }
  }
}
