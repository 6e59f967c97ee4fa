import type { Counters, EarningFact, RuleCounter } from '@siyu/shared/incentives';
import { dayOfInstant, type EpochDay, epochDay, formatDay, mondayOf } from '@siyu/shared/time';

/** Awards of one member by one rule for what they did on one day. */
export interface CountedAwards {
  readonly memberNo: number;
  readonly ruleNo: number;
  readonly occurredOn: number;
  readonly count: number;
  readonly lastAt: number;
  readonly valueFen: number;
}

const NONE: RuleCounter = { today: 0, thisWeek: 0, total: 0, lastAwardedAt: null };
const YEARS = new Map<EpochDay, string>();

/** Each day is looked up in the calendar once: everything that somebody was given this year is asked for each fact. */
export function yearOf(day: EpochDay): string {
  let year = YEARS.get(day);
  if (year === undefined) YEARS.set(day, (year = formatDay(day).slice(0, 4)));
  return year;
}

/** What members have been given, and what is added to it while a batch is decided. */
export class AwardCounters {
  readonly #rows = new Map<number, CountedAwards[]>();

  constructor(counted: readonly CountedAwards[]) {
    for (const row of counted) this.add(row);
  }

  add(row: CountedAwards): void {
    const rows = this.#rows.get(row.memberNo);
    if (rows === undefined) this.#rows.set(row.memberNo, [row]);
    else rows.push(row);
  }

  /** As `decide` asks: by the Shanghai day, week and year on which the fact occurred. */
  of({ memberNo, occurredAt }: EarningFact): Counters {
    const rows = this.#rows.get(memberNo) ?? [];
    const day = dayOfInstant(occurredAt);
    const monday = mondayOf(day);
    const year = yearOf(day);
    return {
      ofRule: (ruleNo) =>
        rows
          .filter((row) => row.ruleNo === ruleNo)
          .reduce(
            ({ today, thisWeek, total, lastAwardedAt }, { occurredOn, count, lastAt }) => ({
              today: today + (occurredOn === day ? count : 0),
              thisWeek: thisWeek + (mondayOf(epochDay(occurredOn)) === monday ? count : 0),
              total: total + count,
              lastAwardedAt: Math.max(lastAwardedAt ?? lastAt, lastAt),
            }),
            NONE,
          ),
      yearValueFen: rows
        .filter(({ occurredOn }) => yearOf(epochDay(occurredOn)) === year)
        .reduce((sum, { valueFen }) => sum + valueFen, 0),
    };
  }
}
