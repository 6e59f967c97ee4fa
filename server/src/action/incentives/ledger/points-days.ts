import { Injectable } from '@nestjs/common';
import { addDays, dayOfInstant, epochDay, startOfDay } from '@siyu/shared/time';
import { Audit } from '../../../foundation/audit/index.ts';
import { Clock } from '../../../platform/clock/index.ts';
import { Database, selectRows, type Transaction, upsertRows } from '../../../platform/database/index.ts';
import type { Principal } from '../../../platform/http/index.ts';
import { PointsHead } from './points-head.entity.ts';
import { dayNotWaiting } from './points.errors.ts';

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
    private readonly audit: Audit,
  ) {}

  /** The open day, and the clock's where it is further ahead than a day may go by itself; null: nobody posted yet. */
  async look(): Promise<{ readonly businessOn: number; readonly waitingOn: number | null } | null> {
    const head = await this.database.read.findOneBy(PointsHead, { ledger: LEDGER });
    if (head === null) return null;
    const today = dayOfInstant(this.clock.now());
    return { businessOn: head.businessOn, waitingOn: today > head.businessOn + 1 ? today : null };
  }

  /** Until when what waits may be let go: now, and never after the open day. */
  reach(businessOn: number): number {
    return Math.min(this.clock.now(), startOfDay(addDays(epochDay(businessOn), 1)));
  }

  /** Opens the day after the open one when the clock has come to it. @returns the open day; null: nobody posted yet */
  async follow(): Promise<number | null> {
    const head = await this.database.read.findOneBy(PointsHead, { ledger: LEDGER });
    const now = this.clock.now();
    if (head === null || dayOfInstant(now) !== head.businessOn + 1) return head?.businessOn ?? null;
    const next = { businessOn: head.businessOn + 1, openedAt: now, openedById: null };
    await this.database.runInTransaction(({ manager }) =>
      manager.update(PointsHead, { ledger: LEDGER, businessOn: head.businessOn }, next),
    );
    return next.businessOn;
  }

  /**
   * A person has looked at the clock: the day that waits is the business day from now on. Said again, it changes nothing.
   * @throws {AppError} points.day_not_waiting when it is not the day that waits
   */
  async agree(caller: Principal, day: number): Promise<void> {
    const found = await this.look();
    if (found?.businessOn === day) return;
    if (found === null || found.waitingOn !== day) throw dayNotWaiting();
    await this.database.runInTransaction(async (tx) => {
      const opened = { businessOn: day, openedAt: this.clock.now(), openedById: caller.id };
      const old = { ledger: LEDGER, businessOn: found.businessOn };
      const { affected } = await tx.manager.update(PointsHead, old, opened);
      if (affected !== 1) throw dayNotWaiting();
      await this.audit.record(tx, {
        actor: caller,
        action: 'points.open_day',
        subjectKind: 'points',
        subjectId: LEDGER,
        inputs: { from: found.businessOn, to: day },
      });
    });
  }

  /** The open day, which stays open until the transaction has ended. */
  async hold(tx: Transaction): Promise<number> {
    const lock = this.database.engine === 'mysql' ? ' LOCK IN SHARE MODE' : '';
    const [head] = await selectRows(tx.manager, PointsHead, { sql: `ledger = ?${lock}`, values: [LEDGER] });
    return head?.businessOn ?? this.#begin(tx);
  }

  /**
   * Opens a day that is over, for a ledger that is loaded with its past; afterwards the day of now.
   * @throws when the ledger has come further already
   */
  async live(tx: Transaction, day: number): Promise<void> {
    const head = await tx.manager.findOneBy(PointsHead, { ledger: LEDGER });
    if (head !== null && head.businessOn > day) throw new Error(`the ledger is past day ${day}`);
    const openedAt = Math.min(this.clock.now(), startOfDay(epochDay(day)));
    await upsertRows(tx, PointsHead, [{ ledger: LEDGER, businessOn: day, openedAt, openedById: null }]);
  }

  async #begin(tx: Transaction): Promise<number> {
    const now = this.clock.now();
    const first = { ledger: LEDGER, businessOn: dayOfInstant(now), openedAt: now, openedById: null };
    await upsertRows(tx, PointsHead, [first], ['ledger']);
    return (await tx.manager.findOneByOrFail(PointsHead, { ledger: LEDGER })).businessOn;
  }
}
