import { Injectable } from '@nestjs/common';
import { dayOfInstant } from '@siyu/shared/time';
import { Clock } from '../../../platform/clock/index.ts';
import { Database, selectRows, type Transaction, upsertRows } from '../../../platform/database/index.ts';
import { PointsHead } from './points-head.entity.ts';

const LEDGER = 'points';

/**
 * The business day to which postings count. It is not the clock's: it goes on by one day when the clock has reached the
 * next one, never back, and over more than one day only when a person agrees, so that a clock set wrongly expires
 * nothing and adds nothing to a month that is closed.
 */
@Injectable()
export class PointsDays {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The open day, which stays open until the transaction has ended. */
  async hold(tx: Transaction): Promise<number> {
    const lock = this.database.engine === 'mysql' ? ' LOCK IN SHARE MODE' : '';
    const [head] = await selectRows(tx.manager, PointsHead, { sql: `ledger = ?${lock}`, values: [LEDGER] });
    return head?.businessOn ?? this.#begin(tx);
  }

  async #begin(tx: Transaction): Promise<number> {
    const now = this.clock.now();
    const first = { ledger: LEDGER, businessOn: dayOfInstant(now), openedAt: now, openedById: null };
    await upsertRows(tx, PointsHead, [first], ['ledger']);
    return (await tx.manager.findOneByOrFail(PointsHead, { ledger: LEDGER })).businessOn;
  }
}
