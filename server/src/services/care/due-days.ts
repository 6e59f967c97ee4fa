import { Injectable } from '@nestjs/common';
import { dayOfInstant, type EpochDay } from '@siyu/shared/time';
import { Clock } from '../../platform/clock/index.ts';
import { CarePeriodSetting } from './care-periods.ts';

export type Due = 'OVERDUE' | 'SOON' | 'LATER';

/** Today, and up to which day what is owed is soon due. */
export interface Days {
  readonly today: EpochDay;
  readonly soonUntil: EpochDay;
}

@Injectable()
export class DueDays {
  constructor(
    private readonly clock: Clock,
    private readonly periods: CarePeriodSetting,
  ) {}

  async now(): Promise<Days> {
    const now = this.clock.now();
    return { today: dayOfInstant(now), soonUntil: await this.periods.soonUntil(now) };
  }
}

/** How near a day is. @example dueOf(9, { today: 10, soonUntil: 13 }) // => 'OVERDUE' */
export function dueOf(dueOn: number, { today, soonUntil }: Days): Due {
  if (dueOn < today) return 'OVERDUE';
  return dueOn <= soonUntil ? 'SOON' : 'LATER';
}
