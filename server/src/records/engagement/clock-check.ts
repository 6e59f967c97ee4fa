const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Phones drift a little into the future; they may have been offline for a week. */
const FUTURE_MAX_MS = 5 * MINUTE;
const PAST_MAX_MS = 7 * DAY;

/** When something reported by a phone happened: its own time when believable, else the server's, flagged. */
export function believedInstant(
  claimedAt: number,
  now: number,
): { occurredAt: number; isClockSuspect: boolean } {
  const isClockSuspect = claimedAt > now + FUTURE_MAX_MS || claimedAt < now - PAST_MAX_MS;
  return { occurredAt: isClockSuspect ? now : claimedAt, isClockSuspect };
}
