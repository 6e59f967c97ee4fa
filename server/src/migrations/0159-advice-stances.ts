import { type QueryRunner, TableIndex } from 'typeorm';
import { addColumns, col, TablesMigration } from '../platform/database/index.ts';

const TABLE = 'archive_findings';
const STANCES = 'ix_archive_findings_security';

/** What staff said to do with a security is kept beside the finding, so that opposite advice of one day is seen. */
export class AdviceStances extends TablesMigration {
  constructor() {
    super(159, 'advice-stances', []);
  }

  override async up(runner: QueryRunner): Promise<void> {
    await super.up(runner);
    await addColumns(runner, TABLE, [
      { column: col.code('security', 6, { nullable: true }) },
      { column: col.code('direction', 4, { nullable: true }) },
    ]);
    const kept = await runner.getTable(TABLE);
    if (kept?.indices.some(({ name }) => name === STANCES) !== true)
      await runner.createIndex(
        TABLE,
        new TableIndex({ name: STANCES, columnNames: ['security', 'sent_at'] }),
      );
  }
}
