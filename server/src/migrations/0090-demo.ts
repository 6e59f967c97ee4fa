import { col, table, TablesMigration } from '../platform/database/index.ts';

/** How far the demo firm has been loaded; stays empty in a real deployment. */
export class Demo extends TablesMigration {
  constructor() {
    super(90, 'demo', [
      table('demo_marks', [col.code('mark', 64, { primary: true }), col.instant('done_at')]),
    ]);
  }
}
