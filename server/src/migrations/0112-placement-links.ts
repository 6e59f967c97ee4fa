import { type QueryRunner, TableIndex } from 'typeorm';
import { addColumns, col, TablesMigration } from '../platform/database/index.ts';

const TABLE = 'placements';
/** Whoever is sent a link may ask whether it is ours. */
const LINK = 'ix_placements_link';

/** A placement keeps the link that WeChat gave for it, and until when it works. */
export class PlacementLinks extends TablesMigration {
  constructor() {
    super(112, 'placement-links', []);
  }

  override async up(runner: QueryRunner): Promise<void> {
    await super.up(runner);
    await addColumns(runner, TABLE, [
      { column: col.text('link_url', 200, { nullable: true }) },
      { column: col.instant('link_until', { nullable: true }) },
    ]);
    const kept = await runner.getTable(TABLE);
    if (kept?.indices.some(({ name }) => name === LINK) !== true)
      await runner.createIndex(TABLE, new TableIndex({ name: LINK, columnNames: ['link_url'] }));
  }
}
