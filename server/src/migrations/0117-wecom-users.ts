import { type QueryRunner, TableIndex } from 'typeorm';
import { addColumns, col, TablesMigration } from '../platform/database/index.ts';

const TABLE = 'staff';
const WECOM_USER = 'uq_staff_wecom_user';

/** A person of the firm keeps what WeCom calls them. */
export class WecomUsers extends TablesMigration {
  constructor() {
    super(117, 'wecom-users', []);
  }

  override async up(runner: QueryRunner): Promise<void> {
    await super.up(runner);
    await addColumns(runner, TABLE, [{ column: col.code('wecom_user_id', 64, { nullable: true }) }]);
    const kept = await runner.getTable(TABLE);
    if (kept?.indices.some(({ name }) => name === WECOM_USER) === true) return;
    const index = { name: WECOM_USER, columnNames: ['wecom_user_id'], isUnique: true };
    await runner.createIndex(TABLE, new TableIndex(index));
  }
}
