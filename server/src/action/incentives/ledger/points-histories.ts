import { Injectable } from '@nestjs/common';
import { dayOfInstant, type EpochDay } from '@siyu/shared/time';
import { Clock } from '../../../platform/clock/index.ts';
import type { Transaction } from '../../../platform/database/index.ts';
import { PointsClosings } from './points-closings.ts';
import { PointsDays } from './points-days.ts';

/** Takes a ledger through days that are over, for a firm that is loaded with its past. */
@Injectable()
export class PointsHistories {
  constructor(
    private readonly clock: Clock,
    private readonly days: PointsDays,
    private readonly closings: PointsClosings,
  ) {}

  /** Whether anybody was ever given points: what is past cannot be put before it any more. */
  async hasBegun(): Promise<boolean> {
    return (await this.days.look()) !== null;
  }

  /**
   * Opens one day after the other, and the day of now after them; what is over by then is summed up and closed.
   * @param days ascending
   * @param post posts what happened on a day
   * @throws when somebody has posted already
   */
  async live(
    tx: Transaction,
    days: readonly EpochDay[],
    post: (day: EpochDay) => Promise<void>,
  ): Promise<void> {
    for (const day of days) {
      await this.days.live(tx, day);
      await post(day);
    }
    const today = dayOfInstant(this.clock.now());
    await this.days.live(tx, today);
    await this.closings.runInside(tx, today);
  }
}
