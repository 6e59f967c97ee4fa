import type { SuppressionReason } from '@siyu/shared/contracts/notifications.limits';
import { addDays, dayOfInstant, type EpochDay, startOfDay } from '@siyu/shared/time';
import { z } from 'zod';

const MINUTE = 60_000;
const WEEK_DAYS = 7;
const TimeOfDay = z
  .string()
  .regex(/^([01][0-9]|2[0-3]):[0-5][0-9]$/, '请写成 21:00 这样的时间')
  .max(5);

/** How often a member may be contacted for marketing, over all channels, and when not (REQ-PUB-6). */
export const ContactBudgetRule = z
  .object({
    perDay: z.int().min(0).max(10),
    /** Within seven days in a row, today included. */
    perWeek: z.int().min(0).max(50),
    /** Shanghai time; from this moment on… */
    quietFrom: TimeOfDay,
    /** …until just before this one, which may be on the next day. */
    quietUntil: TimeOfDay,
  })
  .strict();
export type ContactBudgetRule = z.infer<typeof ContactBudgetRule>;

export const initialContactBudget: ContactBudgetRule = {
  perDay: 1,
  perWeek: 3,
  quietFrom: '21:00',
  quietUntil: '08:00',
};

/** Whether nobody is to be contacted at this moment. The same time twice means no quiet hours. */
export function isQuiet(at: number, { quietFrom, quietUntil }: ContactBudgetRule): boolean {
  const minute = Math.floor((at - startOfDay(dayOfInstant(at))) / MINUTE);
  const [from, until] = [minuteOf(quietFrom), minuteOf(quietUntil)];
  return from <= until ? minute >= from && minute < until : minute >= from || minute < until;
}

/** The first of the seven days whose contacts count today. */
export const firstCounted = (today: EpochDay): EpochDay => addDays(today, 1 - WEEK_DAYS);

/**
 * Which rule forbids one more contact; null when none does.
 * @param days the civil days of the contacts that were let through
 */
export function suppressionOf(
  at: number,
  days: readonly number[],
  rule: ContactBudgetRule,
): Exclude<SuppressionReason, 'NO_CONSENT'> | null {
  if (isQuiet(at, rule)) return 'QUIET_HOURS';
  const today = dayOfInstant(at);
  if (days.filter((day) => day === today).length >= rule.perDay) return 'DAY_LIMIT';
  const first = firstCounted(today);
  if (days.filter((day) => day >= first && day <= today).length >= rule.perWeek) return 'WEEK_LIMIT';
  return null;
}

function minuteOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}
