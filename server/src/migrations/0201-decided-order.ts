import type { QueryRunner } from 'typeorm';
import { addColumns, col, TablesMigration } from '../platform/database/index.ts';

const ORDERED = `SELECT member_no, seq, event_id, ROW_NUMBER() OVER (ORDER BY recorded_at, seq, event_id) AS no
  FROM earning_facts`;
const SAME = 'f.member_no = o.member_no AND f.seq = o.seq AND f.event_id = o.event_id';

/** Facts say in which order, and when, they were decided, so that what was given can be worked out again. */
export class DecidedOrder extends TablesMigration {
  constructor() {
    super(201, 'decided-order', []);
  }

  /** Of what was decided before, the order in which it became known comes nearest. */
  override async up(runner: QueryRunner): Promise<void> {
    await super.up(runner);
    await addColumns(runner, 'earning_facts', [
      { column: col.count('decided_no', { nullable: true }) },
      { column: col.instant('decided_at', { nullable: true }) },
    ]);
    await runner.query(
      runner.dataSource.options.type === 'better-sqlite3'
        ? `UPDATE earning_facts AS f SET decided_no = o.no, decided_at = f.recorded_at FROM (${ORDERED}) o
           WHERE ${SAME} AND f.decided_no IS NULL`
        : `UPDATE earning_facts f JOIN (${ORDERED}) o ON ${SAME}
           SET f.decided_no = o.no, f.decided_at = f.recorded_at WHERE f.decided_no IS NULL`,
    );
    await runner.query(
      `INSERT INTO award_counters (name, last_no) SELECT 'facts', COUNT(*) FROM earning_facts
       HAVING COUNT(*) > 0 AND NOT EXISTS (SELECT 1 FROM award_counters WHERE name = 'facts')`,
    );
  }
}
