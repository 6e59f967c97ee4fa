import { hourOfDay } from './dates';
import { say } from './say';

export function greeting(now: number = Date.now()): string {
  const hour = hourOfDay(now);
  if (hour >= 5 && hour < 11) return say('greeting.morning');
  if (hour >= 11 && hour < 13) return say('greeting.noon');
  if (hour >= 13 && hour < 18) return say('greeting.afternoon');
  return say('greeting.evening');
}
