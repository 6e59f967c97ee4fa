import { type QueryRunner, TableIndex } from 'typeorm';
import { addColumns, col, TablesMigration } from '../platform/database/index.ts';

const TABLE = 'platform_sends';
const HELD = 'ix_platform_sends_held';
const RECALL = 'ix_platform_sends_recall';

/** A message knows the brake that holds it, and whether what the platform took can still be taken back. */
export class HeldSends extends TablesMigration {
  constructor() {
    super(148, 'held-sends', []);
  }

  override async up(runner: QueryRunner): Promise<void> {
    await super.up(runner);
    await addColumns(runner, TABLE, [
      { column: col.publicId('held_by_id', { nullable: true }) },
      { column: col.code('recall', 16, { nullable: true }) },
    ]);
    const kept = await runner.getTable(TABLE);
    const has = (wanted: string): boolean => kept?.indices.some(({ name }) => name === wanted) === true;
    if (!has(HELD))
      await runner.createIndex(TABLE, new TableIndex({ name: HELD, columnNames: ['held_by_id', 'state'] }));
    if (!has(RECALL))
      await runner.createIndex(TABLE, new TableIndex({ name: RECALL, columnNames: ['recall', 'send_id'] }));
  }
}
