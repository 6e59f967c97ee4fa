import { Injectable } from '@nestjs/common';
import { addWorkingDays, dayOfInstant, type EpochDay, parseDay } from '@siyu/shared/time';
import { z } from 'zod';
import {
  Configuration,
  type ConfigurationKey,
  ExchangeCalendar,
} from '../../foundation/configuration/index.ts';

const Days = z.int().min(1).max(60);
const Rules = z.strictObject({
  /** Where the figures are from; compliance answers for them. */
  source: z.string().min(1).max(300),
  /** Working days from the filing to the live (REQ-ADV-12). */
  filingWorkingDays: Days,
  /** Working days from the end to the archive. */
  archiveWorkingDays: Days,
});
type Rules = z.infer<typeof Rules>;

/** How many working days of the exchanges lie between filing, live and archive, as the business has set it. */
@Injectable()
export class LiveRules {
  readonly #key: ConfigurationKey<Rules>;

  constructor(
    private readonly configuration: Configuration,
    private readonly calendar: ExchangeCalendar,
  ) {
    this.#key = configuration.register('live.rules', Rules, {
      source: '公司直播管理制度（上线前由合规按现行监管规定核定）',
      filingWorkingDays: 5,
      archiveWorkingDays: 5,
    });
  }

  /** The first day on which a live may be that was filed on a day. */
  async earliestDay(filedOn: EpochDay, now: number): Promise<{ day: EpochDay; days: number }> {
    const days = (await this.configuration.get(this.#key, now)).value.filingWorkingDays;
    return { day: await this.#after(filedOn, days, now), days };
  }

  /** The last day in time for the archive of what ends now. */
  async archiveDay(now: number): Promise<EpochDay> {
    const { value } = await this.configuration.get(this.#key, now);
    return this.#after(dayOfInstant(now), value.archiveWorkingDays, now);
  }

  async #after(day: EpochDay, days: number, now: number): Promise<EpochDay> {
    const holidays = (await this.calendar.holidaysAt(now)).value.days;
    const closed = new Set<number>(holidays.flatMap(({ date }) => parseDay(date) ?? []));
    return addWorkingDays(day, days, (each) => closed.has(each));
  }
}
