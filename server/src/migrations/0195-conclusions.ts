import type { QueryRunner } from 'typeorm';
import { addColumns, col, openColumns, table, TablesMigration } from '../platform/database/index.ts';

/** A member refuses single conclusions: what was decided, and facts and runs that leave them out. */
export class Conclusions extends TablesMigration {
  constructor() {
    super(195, 'conclusions', [
      table('conclusion_decisions', [
        col.memberNo('member_no', { primary: true }),
        col.code('conclusion', 16, { primary: true }),
        col.count('seq', { primary: true }),
        col.flag('is_refused'),
        col.instant('decided_at'),
      ]),
    ]);
  }

  override async up(runner: QueryRunner): Promise<void> {
    await super.up(runner);
    const refused = { column: col.code('refused', 64, { nullable: true }) };
    await addColumns(runner, 'scoring_runs', [refused]);
    await addColumns(runner, 'member_facts', [refused]);
    await openColumns(runner, 'member_facts', ['stage', 'stage_reached_on']);
  }
}
