import { col, table, TablesMigration } from '../platform/database/index.ts';

/** What came of rules, counted once a day. */
export class IncentiveEffects extends TablesMigration {
  constructor() {
    super(203, 'incentive-effects', [
      table('incentive_effects', [
        col.count('rule_no', { primary: true }),
        col.count('version'),
        col.instant('valid_from'),
        col.day('counted_on'),
        col.instant('counted_at'),
        col.json('figures'),
      ]),
    ]);
  }
}
