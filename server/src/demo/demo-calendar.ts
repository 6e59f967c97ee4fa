import { addDays, type EpochDay, startOfDay } from '@siyu/shared/time';
import type { DemoMoment } from './demo-member.ts';

const HOUR = 3_600_000;
const EVENING = 20 * HOUR;

/** Turns days that count back into moments, for one load of the demo firm. */
export class DemoCalendar {
  readonly #today: EpochDay;
  readonly #now: number;

  /**
   * @param today day of loading (Shanghai)
   * @param now epoch ms
   */
  constructor(today: EpochDay, now: number) {
    this.#today = today;
    this.#now = now;
  }

  /** Never in the future. */
  at({ daysAgo, secondOfDay }: DemoMoment): number {
    return Math.min(this.#now, startOfDay(addDays(this.#today, -daysAgo)) + secondOfDay * 1000);
  }

  /** Eight in the evening of a day that lies back, an hour ago at the latest. */
  evening(daysAgo: number): number {
    return Math.min(startOfDay(addDays(this.#today, -daysAgo)) + EVENING, this.#now - HOUR);
  }

  day(daysAgo: number): EpochDay {
    return addDays(this.#today, -daysAgo);
  }
}
