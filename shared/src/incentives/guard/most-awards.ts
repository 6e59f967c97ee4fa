import type { AwardLimits, AwardRule } from '../award-rule.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** A year, and the day on which it began. */
const YEAR_DAYS = 366;

/** How often one member can be awarded by a rule within a year; infinite when nothing limits it. */
export function mostAwardsAYear({
  when,
  mission,
  limits,
  schedule: { from, until },
}: Pick<AwardRule, 'mission' | 'schedule'> & {
  readonly when: string;
  readonly limits: Pick<AwardLimits, 'perDay' | 'perWeek' | 'total' | 'coolDownHours'>;
}): number {
  // A schedule that begins within a day touches one more.
  const days = Math.min(YEAR_DAYS, Math.ceil((until - from) / DAY_MS) + 1);
  const times = (limit: number | null, periods: number): number =>
    limit === null ? Infinity : limit * periods;
  return Math.min(
    mission === null ? (limits.total ?? Infinity) : 1,
    times(limits.perDay, days),
    times(limits.perWeek, Math.ceil(days / 7) + 1),
    limits.coolDownHours === null ? Infinity : Math.floor((days * 24) / limits.coolDownHours) + 1,
    // Nobody checks in twice a day.
    when === 'checked_in' ? days : Infinity,
  );
}
