import { type QueryRunner, TableIndex } from 'typeorm';
import { TablesMigration } from '../platform/database/index.ts';

const TABLE = 'first_touches';
const BEFORE = 'ix_first_touches_joined';
/** Holds all that is asked of a window, one way after the other: nobody's row is read and nothing is sorted to count. */
const ARRIVALS = 'ix_first_touches_arrivals';

/** How the new members of a window came is counted inside one index. */
export class ArrivalIndex extends TablesMigration {
  constructor() {
    super(131, 'arrival-index', []);
  }

  override async up(runner: QueryRunner): Promise<void> {
    await super.up(runner);
    const kept = await runner.getTable(TABLE);
    const has = (wanted: string): boolean => kept?.indices.some(({ name }) => name === wanted) === true;
    if (!has(ARRIVALS))
      await runner.createIndex(TABLE, new TableIndex({ name: ARRIVALS, columnNames: ['kind', 'joined_at'] }));
    if (has(BEFORE)) await runner.dropIndex(TABLE, BEFORE);
  }
}
