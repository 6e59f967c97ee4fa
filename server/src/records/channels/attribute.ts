const DAY_MS = 86_400_000;

export interface Arrival {
  readonly occurredAt: number;
}

/**
 * First and last touch of somebody who joins: those of the window before, its first moment included. What the phone
 * dates into the future happened now.
 * @param joinedAt epoch ms
 */
export function attribute<Each extends Arrival>(
  arrivals: readonly Each[],
  joinedAt: number,
  windowDays: number,
): { readonly first: Each | null; readonly last: Each | null } {
  const from = joinedAt - windowDays * DAY_MS;
  const inside = arrivals
    .filter(({ occurredAt }) => occurredAt >= from)
    .sort((one, other) => Math.min(one.occurredAt, joinedAt) - Math.min(other.occurredAt, joinedAt));
  return { first: inside[0] ?? null, last: inside.at(-1) ?? null };
}
