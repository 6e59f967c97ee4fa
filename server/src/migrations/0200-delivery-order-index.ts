import { type QueryRunner, TableIndex } from 'typeorm';
import { TablesMigration } from '../platform/database/index.ts';

const TABLE = 'outbox_deliveries';
const BEFORE = 'ix_outbox_deliveries_due';
/** Holds what is due in the order in which it is delivered: a batch ends the search, however many wait behind it. */
const ORDERED = 'ix_outbox_deliveries_order';

/** The next batch of a long queue is read, not sorted out of all that waits. */
export class DeliveryOrderIndex extends TablesMigration {
  constructor() {
    super(200, 'delivery-order-index', []);
  }

  override async up(runner: QueryRunner): Promise<void> {
    await super.up(runner);
    const kept = await runner.getTable(TABLE);
    const has = (wanted: string): boolean => kept?.indices.some(({ name }) => name === wanted) === true;
    if (!has(ORDERED))
      await runner.createIndex(
        TABLE,
        new TableIndex({
          name: ORDERED,
          columnNames: ['state', 'consumer', 'next_at', 'subject_seq', 'event_id'],
        }),
      );
    if (has(BEFORE)) await runner.dropIndex(TABLE, BEFORE);
  }
}
