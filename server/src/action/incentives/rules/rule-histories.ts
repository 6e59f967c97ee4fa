import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../../platform/database/index.ts';

/** The rules of a firm that is loaded with its past. */
@Injectable()
export class RuleHistories {
  /**
   * Rules that give something now say that they have since a day that is over: what they are taken to have given was given
   * while they were in force, and comes out the same when those days are decided again.
   */
  async dateBack({ manager }: Transaction, since: number): Promise<void> {
    const open = "rule_id IN (SELECT rule_id FROM incentive_rules WHERE state = 'OPEN')";
    await manager.query(
      `UPDATE incentive_rule_versions SET approved_at = ?, valid_from = ? WHERE ${open} AND valid_from > ?`,
      [since, since, since],
    );
    await manager.query(`UPDATE incentive_rule_steps SET at = ? WHERE ${open} AND at > ?`, [since, since]);
  }
}
