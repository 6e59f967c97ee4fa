import { type QueryRunner, TableIndex } from 'typeorm';
import { addColumns, col, TablesMigration } from '../platform/database/index.ts';

const INDEXES = [
  ['sessions', 'ix_sessions_member', ['member_no', 'opened_at']],
  ['sessions', 'ix_sessions_device', ['device_mark', 'opened_at']],
  ['first_touches', 'ix_first_touches_inviter', ['inviter_no', 'joined_at']],
] as const;

/** Which sign-ins came from one phone, who came by whose card, and what of it was seen when an award was decided. */
export class AwardRings extends TablesMigration {
  constructor() {
    super(205, 'award-rings', []);
  }

  override async up(runner: QueryRunner): Promise<void> {
    await super.up(runner);
    await addColumns(runner, 'sessions', [{ column: col.code('device_mark', 22, { nullable: true }) }]);
    await addColumns(runner, 'earning_facts', [{ column: col.json('ring', { nullable: true }) }]);
    await addColumns(runner, 'awards', [{ column: col.count('hold_seen', { nullable: true }) }]);
    for (const [table, name, columns] of INDEXES) {
      const kept = await runner.getTable(table);
      if (kept?.indices.some((index) => index.name === name) === true) continue;
      await runner.createIndex(table, new TableIndex({ name, columnNames: [...columns] }));
    }
  }
}
