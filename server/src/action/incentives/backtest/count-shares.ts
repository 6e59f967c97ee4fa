import type { BacktestShare, Given } from '@siyu/shared/contracts/backtests';
import { NAMED_SHARES_MAX } from '@siyu/shared/contracts/backtests.limits';
import { addDays, dayOfInstant } from '@siyu/shared/time';
import type { MemberStay } from '../../../insight/segments/index.ts';
import type { Candidate } from './candidate.ts';

/** What was given for something that happened at a moment. */
export type GivenOnce = Pick<Candidate, 'occurredAt' | 'points' | 'valueFen'>;

interface Counted extends Given {
  readonly members: number;
}

/** What members of segments were given, by the segments they were in on the days of the events. */
export class ShareCount {
  readonly #counted = new Map<string, Counted>();

  /** @param given of one member, and all of it. @param stays of the same member */
  add(given: readonly GivenOnce[], stays: readonly MemberStay[]): void {
    for (const segmentKey of new Set(stays.map((stay) => stay.segmentKey))) {
      const own = stays.filter((stay) => stay.segmentKey === segmentKey);
      const inside = given.filter(({ occurredAt }) => {
        // A day counts for itself: whoever is found in the evening was there when the day is looked at.
        const asOf = addDays(dayOfInstant(occurredAt), 1);
        return own.some(({ fromAsOf, toAsOf }) => fromAsOf <= asOf && (toAsOf === null || toAsOf > asOf));
      });
      if (inside.length === 0) continue;
      const sum = this.#counted.get(segmentKey) ?? { members: 0, awards: 0, points: 0, valueFen: 0 };
      this.#counted.set(segmentKey, {
        members: sum.members + 1,
        awards: sum.awards + inside.length,
        points: inside.reduce((points, each) => points + each.points, sum.points),
        valueFen: inside.reduce((valueFen, each) => valueFen + each.valueFen, sum.valueFen),
      });
    }
  }

  /** Those whose keys begin so and that have a name, most members first. */
  sharesOf(kinds: readonly string[], names: ReadonlyMap<string, string>): BacktestShare[] {
    return [...this.#counted]
      .flatMap(([key, counted]) => {
        const name = names.get(key);
        return name === undefined || !kinds.some((kind) => key.startsWith(`${kind}.`))
          ? []
          : [{ name, ...counted }];
      })
      .sort((one, other) => other.members - one.members || (one.name < other.name ? -1 : 1))
      .slice(0, NAMED_SHARES_MAX);
  }
}
