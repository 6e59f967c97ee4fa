/** Clocks of two systems differ a little; more than a day ahead is no drift any more. */
const FUTURE_MAX_MS = 86_400_000;
/** No record of ours is older. */
const EARLIEST = Date.UTC(1990, 0, 1);

/** Whether something told by another system can have happened then; both in epoch ms. */
export function isBelievableInstant(occurredAt: number, now: number): boolean {
  return occurredAt >= EARLIEST && occurredAt <= now + FUTURE_MAX_MS;
}
