import { Injectable } from '@nestjs/common';
import type { ComplaintChannel } from '@siyu/shared/contracts/care.limits';
import { addWorkingDays, dayOfInstant, epochDay, type EpochDay, parseDay } from '@siyu/shared/time';
import { z } from 'zod';
import {
  Configuration,
  type ConfigurationKey,
  type Configured,
  ExchangeCalendar,
} from '../../foundation/configuration/index.ts';

const Days = z.int().min(1).max(120);
const Periods = z.strictObject({
  /** Where the figures are from; compliance answers for them. */
  source: z.string().min(1).max(300),
  /** Working days from registration to the answer. */
  answerWorkingDays: z.strictObject({
    APP: Days,
    PHONE: Days,
    BRANCH: Days,
    HOTLINE_12386: Days,
    FOLLOW_UP: Days,
  }),
  /** Working days from an appeal to its answer. */
  appealWorkingDays: Days,
  /** Working days after an answer in which nobody closes the complaint but whoever made it. */
  appealWindowWorkingDays: Days,
  /** Working days from the order of a follow-up call to the call. */
  callWorkingDays: Days,
  /** What is due within so many working days is shown as soon due. */
  soonWorkingDays: Days,
});
export type CarePeriods = z.infer<typeof Periods>;

/** A day that was reckoned, and with what. */
export interface Reckoned {
  readonly day: EpochDay;
  readonly periodsVersion: number;
  readonly holidaysVersion: number;
}

/** How long things may take, in working days of the exchanges, as the business has set it. */
@Injectable()
export class CarePeriodSetting {
  readonly #key: ConfigurationKey<CarePeriods>;

  constructor(
    private readonly configuration: Configuration,
    private readonly calendar: ExchangeCalendar,
  ) {
    this.#key = configuration.register('care.periods', Periods, {
      source: '公司投诉处理制度（上线前由合规按现行监管规定核定）',
      answerWorkingDays: { APP: 15, PHONE: 15, BRANCH: 15, HOTLINE_12386: 15, FOLLOW_UP: 15 },
      appealWorkingDays: 15,
      appealWindowWorkingDays: 10,
      callWorkingDays: 10,
      soonWorkingDays: 3,
    });
  }

  /** The last day in time for an answer to what came by a channel. */
  answerDay(channel: ComplaintChannel, now: number): Promise<Reckoned> {
    return this.#after(now, ({ answerWorkingDays }) => answerWorkingDays[channel]);
  }

  appealDay(now: number): Promise<Reckoned> {
    return this.#after(now, ({ appealWorkingDays }) => appealWorkingDays);
  }

  /** The first day after the window for an appeal. */
  async closableDay(now: number): Promise<EpochDay> {
    const { day } = await this.#after(now, ({ appealWindowWorkingDays }) => appealWindowWorkingDays);
    return epochDay(day + 1);
  }

  callDay(now: number): Promise<Reckoned> {
    return this.#after(now, ({ callWorkingDays }) => callWorkingDays);
  }

  /** What is due up to this day is soon due. */
  async soonUntil(now: number): Promise<EpochDay> {
    return (await this.#after(now, ({ soonWorkingDays }) => soonWorkingDays)).day;
  }

  async #after(now: number, countOf: (periods: CarePeriods) => number): Promise<Reckoned> {
    const [periods, holidays] = await Promise.all([
      this.configuration.get(this.#key, now),
      this.calendar.holidaysAt(now),
    ]);
    const closed = daysOf(holidays);
    const day = addWorkingDays(dayOfInstant(now), countOf(periods.value), (each) => closed.has(each));
    return { day, periodsVersion: periods.version, holidaysVersion: holidays.version };
  }
}

function daysOf({
  value,
}: Configured<{ readonly days: readonly { readonly date: string }[] }>): ReadonlySet<number> {
  return new Set(value.days.flatMap(({ date }) => parseDay(date) ?? []));
}
