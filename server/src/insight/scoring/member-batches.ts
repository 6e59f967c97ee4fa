import { setImmediate as letOthersIn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Database, type Engine, isUnreachable, type Transaction } from '../../platform/database/index.ts';
import { LeaseLost } from '../../platform/jobs/index.ts';
import { Logger } from '../../platform/logging/index.ts';
import type { ScoringCause } from './scoring-run.entity.ts';
import { Scoring } from './scoring.service.ts';

/**
 * Members in a batch of a walk over many. A batch is one transaction, during which nobody else writes and on SQLite
 * nobody else is heard; MariaDB is asked less often for more, which takes a quarter less time.
 */
const WALK: Readonly<Record<Engine, number>> = { sqlite: 100, mysql: 400 };

/** Scores members batch by batch; one broken member does not hold back the others of its batch. */
@Injectable()
export class MemberBatches {
  constructor(
    private readonly database: Database,
    private readonly scoring: Scoring,
    private readonly logger: Logger,
  ) {}

  /** How many members a walk over many should hand to `score` at a time. */
  get walkSize(): number {
    return WALK[this.database.engine];
  }

  /**
   * Scores them in one transaction, or half by half until those that cannot be scored stand alone; they are named
   * in the log.
   * @param within see `Scoring.scoreMembers`; it runs once per transaction, with the members of that one
   * @returns the members that could not be scored
   * @throws {LeaseLost} and whatever says that the database is away
   */
  async score(
    memberNos: readonly number[],
    cause: ScoringCause,
    within?: (tx: Transaction, scored: readonly number[]) => Promise<void>,
  ): Promise<readonly number[]> {
    if (memberNos.length === 0) return [];
    // SQLite answers on the spot, so that batch after batch would follow without anybody else being heard.
    await letOthersIn();
    try {
      await this.scoring.scoreMembers(
        memberNos,
        cause,
        within === undefined ? undefined : (tx) => within(tx, memberNos),
      );
      return [];
    } catch (error) {
      if (error instanceof LeaseLost || isUnreachable(error)) throw error;
      if (memberNos.length === 1) {
        this.logger.error('scoring failed', { error, memberNo: memberNos[0], cause });
        return memberNos;
      }
      const middle = Math.ceil(memberNos.length / 2);
      return [
        ...(await this.score(memberNos.slice(0, middle), cause, within)),
        ...(await this.score(memberNos.slice(middle), cause, within)),
      ];
    }
  }
}
