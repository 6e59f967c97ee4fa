import { addDays } from '../../time/index.ts';
import type { TypeDayPoints } from './daily-points.ts';
import { sumDecaying, type DecayingSum } from './decaying-sum.ts';

/** Which facts a decaying sum is made of. `sumDecaying(listed, halfLifeDays, earlier)` is the sum again. */
export interface DecayEvidence {
  /** Everything before the listed days, already summed; null when there is nothing. */
  readonly earlier: DecayingSum | null;
  /** Points by day and type with their facts, oldest first. */
  readonly listed: readonly TypeDayPoints[];
}

/**
 * Evidence that stays small however long a member has been here: the facts of the last `listedDays` days by id,
 * all that lies before them as one sum. Counted back from the last day with points, not from today, so that it
 * stays as it is until something new happens.
 *
 * @param points as `dailyPoints` gives them, oldest first
 * @example
 * decayEvidence([{ on: epochDay(20_760), type: 'checked_in', points: 100, factIds: ['a'] }, { on: epochDay(20_770), type: 'checked_in', points: 100, factIds: ['b'] }], 30, 5) // => { earlier: { value: 1677721600, anchorOn: 20760 }, listed: [{ on: 20770, type: 'checked_in', points: 100, factIds: ['b'] }] }
 */
export function decayEvidence(
  points: readonly TypeDayPoints[],
  halfLifeDays: number,
  listedDays: number,
): DecayEvidence {
  const last = points[points.length - 1];
  if (last === undefined) return { earlier: null, listed: [] };
  const from = addDays(last.on, 1 - listedDays);
  return {
    earlier: sumDecaying(
      points.filter(({ on }) => on < from),
      halfLifeDays,
    ),
    listed: points.filter(({ on }) => on >= from),
  };
}
